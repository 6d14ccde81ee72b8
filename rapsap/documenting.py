"""The province's documents within a refresh: what is made, what stays, what the office is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from config.messages import _, spoken_in_thai, thai

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from config.errors import UserError
    from report.document import Document
    from report.facts import Facts
    from report.word_files import Spared


@dataclass(frozen=True)
class Official:
    """The files of all documents, those that stay among them; why some could not be made."""

    documents: tuple[Document, ...]
    faults: tuple[UserError, ...]
    spared: Spared

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the office is told of the Word files that it has edited."""
        if not self.spared.edited:
            return ()
        said = thai(
            "Edited by the office, so it stays as it is: {names}. To have it written anew, move "
            "it elsewhere and refresh."
        )
        return (said.format(names=", ".join(map(_below_internal, self.spared.edited))),)

    def held(self, kept: Iterable[str]) -> frozenset[str]:
        """Return the Word files that could not be written although nobody has edited them.

        ``kept``: the names of the files that publishing left as they are.
        """
        return frozenset(kept) & self.spared.typed_into.keys() - set(self.spared.edited)

    @property
    def told(self) -> list[dict[str, Any]]:
        """The faults as run.json tells them."""
        return [
            {
                "place": fault.place,
                "fault": fault.fault,
                "remedy": fault.remedy,
                "exit_code": int(fault.exit_code),
            }
            for fault in self.faults
        ]


def official_documents(facts: Facts, out: Path, progress: Callable[[str], None]) -> Official:
    """Return the files of all documents; where one cannot be made, the last good ones stand in."""
    progress(_("Writing the documents"))
    from report.documents.writing import write_documents
    from report.former import former_documents
    from report.word_files import is_word, spare_edited

    with spoken_in_thai():  # what is wrong goes into run.json, which never changes language
        written = write_documents(facts)
    spared = spare_edited(written.documents, out, written.needless)
    standing_in = former_documents((n for n in written.wanting if not is_word(n)), out)
    documents = (*written.documents, *standing_in, *spared.earlier)
    return Official(documents, written.faults, spared)


def held_open(names: Iterable[str]) -> tuple[str, ...]:
    """Return what to tell of Word files that another program holds."""
    said = thai(
        "Open in another program, so the old one stays: {names}. Close it and refresh again."
    )
    held = ", ".join(map(_below_internal, sorted(names)))
    return (said.format(names=held),) if held else ()


def _below_internal(name: str) -> str:
    return name.removeprefix("internal/")
