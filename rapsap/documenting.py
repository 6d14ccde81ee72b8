"""The province's documents within a refresh: a broken text costs its own document only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from config.messages import _, spoken_in_thai

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from config.errors import UserError
    from report.documents.writing import Written
    from report.facts import Facts


def official_documents(facts: Facts, out: Path, progress: Callable[[str], None]) -> Written:
    """Return the files of all documents; where a text is broken, the last good ones stand in."""
    progress(_("Writing the documents"))
    from report.documents.writing import write_documents
    from report.former import former_documents

    with spoken_in_thai():  # what is wrong goes into run.json, which never changes language
        written = write_documents(facts)
    good = former_documents(written.wanting, out)
    return replace(written, documents=(*written.documents, *good))


def told(fault: UserError) -> dict[str, str]:
    """Return a fault as run.json tells it."""
    return {"place": fault.place, "fault": fault.fault, "remedy": fault.remedy}
