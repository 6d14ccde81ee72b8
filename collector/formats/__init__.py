"""What a downloaded file can be: one file of this folder a format, one line in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from collector.formats import archive, delimited, xlsx
from config import kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from collector.formats.table import Table
    from config.unreadable import UnreadableFileError


class Format(NamedTuple):
    """What a file of that ending must be by its content, and what reads it."""

    kind: str
    read: Callable[[bytes], tuple[Table, ...]]


class Container(NamedTuple):
    """The same for a file of files."""

    kind: str
    members: Callable[[bytes], Iterator[tuple[str, bytes | UnreadableFileError]]]


FORMATS: dict[str, Format] = {
    ".csv": Format(kinds.TEXT, delimited.read),
    ".tsv": Format(kinds.TEXT, delimited.read),
    ".txt": Format(kinds.TEXT, delimited.read),
    ".xlsx": Format(kinds.XLSX, xlsx.read),
}
CONTAINERS: dict[str, Container] = {
    ".zip": Container(kinds.ZIP, archive.members),
}
