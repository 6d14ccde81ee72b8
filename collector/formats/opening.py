"""A downloaded file -> its tables, whatever its format, and what of it cannot be read."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from collector.formats import CONTAINERS, FORMATS
from config.kinds import kind_of, refuse_ending, refuse_kind, refuse_name
from config.messages import marked
from config.unreadable import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from collector.formats.table import Table

_NOT_ANSWERS = re.compile(
    r"~\$.*|\.(?!\.$).*|desktop\.ini|thumbs\.db|__macosx|readme.*\.txt|อ่านก่อน\.txt", re.IGNORECASE
)


class Opened(NamedTuple):
    """A table of a file (``a.csv``, ``b.zip/inner.csv``), or why nothing can be read there."""

    file: str
    found: Table | UnreadableFileError


def is_answers(file: str) -> bool:
    """Tell a file from what an operating system or an open Excel leaves beside it."""
    return not any(_NOT_ANSWERS.fullmatch(part) for part in PurePosixPath(file).parts)


def open_file(file: str, content: bytes) -> Iterator[Opened]:
    """Yield every table in a file, in a ZIP those of its files."""
    try:
        ending = _ending(file, content)
        if ending in CONTAINERS:
            yield from _members(file, ending, content)
        else:
            yield from (Opened(file, table) for table in FORMATS[ending].read(content))
    except UnreadableFileError as fault:
        yield Opened(file, fault)


def _members(file: str, ending: str, content: bytes) -> Iterator[Opened]:
    nothing = True
    for name, member in CONTAINERS[ending].members(content):
        if is_answers(name):
            nothing = False
            yield from _member(f"{file}/{name}", member)
    if nothing:
        raise UnreadableFileError(
            marked("the ZIP holds no file of answers"),
            remedy=marked("Download the responses from Google Forms again."),
        )


def _member(file: str, member: bytes | UnreadableFileError) -> Iterator[Opened]:
    if isinstance(member, UnreadableFileError):
        yield Opened(file, member)
    elif PurePosixPath(file).suffix.lower() in CONTAINERS:
        fault = UnreadableFileError(
            marked("a ZIP inside a ZIP is not opened"),
            remedy=marked("Unpack it and put the .csv file here."),
        )
        yield Opened(file, fault)
    else:
        yield from open_file(file, member)


def _ending(file: str, content: bytes) -> str:
    """Return the ending by which a file is read; refuse one that is not what its name says."""
    ending = PurePosixPath(file).suffix.lower()
    kind = kind_of(content)
    ending_by_kind = {known.kind: e for e, known in reversed((FORMATS | CONTAINERS).items())}
    if kind not in ending_by_kind:
        refuse_kind(kind)
    expected = FORMATS.get(ending) or CONTAINERS.get(ending)
    if expected is None:
        refuse_ending(ending or "?", ending_by_kind[kind])
    if expected.kind != kind:
        refuse_name(ending, kind, ending_by_kind[kind])
    return ending
