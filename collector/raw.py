"""What a source hands over: text to the letter, and what it could not read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class RawTable:
    """One file or sheet as it was read; nothing in it is interpreted.

    ``row_numbers`` are those a spreadsheet shows, the header being row 1; blank rows are left
    out and counted. A row may be shorter or longer than the header.
    """

    form: str
    source: str
    origin: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_numbers: tuple[int, ...]
    blank_rows: int
    fetched_at: datetime


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file set aside whole: why, and what a person can do about it."""

    form: str
    source: str
    origin: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Fetched:
    """All that one reading of a form's source brought."""

    form: str
    source: str
    tables: tuple[RawTable, ...]
    refused: tuple[RefusedFile, ...]
