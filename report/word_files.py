"""Word files, in which the office goes on writing: one that it has edited is never overwritten.

What we have written ourselves is known by its digest, in a record beside the release. It is
written before the files are, so that a killed run leaves no file of ours that looks like theirs.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.document import Document
from report.release import digest_of
from report.staging import read_or_none, said_plainly, staging_folder, write_to_disk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

WORD = ".docx"
_RECORD = ".word-files.json"
_NOT_TO_BE_READ = b""
_REMEMBERED = 3

Digests = dict[str, list[str]]


@dataclass(frozen=True)
class Spared:
    """What becomes of the Word files of a release.

    ``typed_into``: each as it was read, None for one that is to stay (`report.publish.publish`);
    ``edited``: the names of those that the office has edited; ``earlier``: those of former
    releases, to stay as they are; ``digests``: those of ours, to be remembered.
    """

    typed_into: Mapping[str, bytes | None]
    edited: tuple[str, ...]
    earlier: tuple[Document, ...]
    digests: Digests


def spare_edited(documents: Iterable[Document], out: Path, needless: Iterable[str] = ()) -> Spared:
    """Look which Word files may be written; nothing is changed.

    Of the ``needless`` ones, which nobody wants any more, only those that were edited stay.
    """
    ours = _read_record(out)
    fresh = {document.name: document.content for document in documents if is_word(document.name)}
    there = {name: _read(out / name) for name in fresh}
    untouched = {
        name: content
        for name, content in there.items()
        if content is not None and digest_of(content) in ours.get(name, ())
    }
    former = {name: _read(out / name) for name in ours if name not in fresh}
    unwanted = {
        name
        for name in needless
        if (content := former.get(name)) and digest_of(content) in ours[name]
    }
    earlier = {name: content for name, content in former.items() if name not in unwanted}
    digests = {name: known for name, known in ours.items() if earlier.get(name) is not None}
    for name, content in fresh.items():
        known = [digest_of(untouched[name])] if name in untouched else ours.get(name, [])
        digests[name] = [*dict.fromkeys([*known, digest_of(content)])][-_REMEMBERED:]
    return Spared(
        typed_into={name: untouched.get(name) for name in fresh},
        edited=tuple(
            name
            for name, content in there.items()
            if content is not None and name not in untouched and content != fresh[name]
        ),
        earlier=tuple(
            Document(name, content, "internal") for name, content in earlier.items() if content
        ),
        digests=digests,
    )


def is_word(name: str) -> bool:
    """Say whether a file of a release is one in which the office may go on writing."""
    return name.endswith(WORD)


def remember(digests: Digests, out: Path) -> None:
    """Write the record, whole or not at all. Raises `CannotWriteError`."""
    with said_plainly(out):
        out.mkdir(parents=True, exist_ok=True)
        with staging_folder(out) as aside:
            content = json.dumps(digests, ensure_ascii=False, indent=1, sort_keys=True)
            write_to_disk(aside / _RECORD, content.encode())
            (aside / _RECORD).replace(out / _RECORD)


def _read_record(out: Path) -> Digests:
    try:
        record: Digests = json.loads((out / _RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record


def _read(place: Path) -> bytes | None:
    """Return a file's content, None where there is none; one that Word holds stays as it is."""
    try:
        return read_or_none(place)
    except OSError:
        return _NOT_TO_BE_READ
