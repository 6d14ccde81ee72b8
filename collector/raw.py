"""What a source hands over: text to the letter, and what it could not read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from collector.verdict import NOTHING_ODD, Verdict

if TYPE_CHECKING:
    from datetime import datetime

    from collector.google.memory import LastReading


@dataclass(frozen=True, slots=True)
class RawTable:
    """One file or sheet as it was read; nothing in it is interpreted.

    ``row_numbers`` are those a spreadsheet shows, the header being row 1; blank rows are left
    out and counted. A row may be shorter or longer than the header. ``file`` is what
    ``origin`` is a sheet of, "" where there is nothing but this table. ``types`` are parallel to
    the rows of a workbook: what each cell is there («date», «number», "" for text); no row of a
    text file has any. ``remarks`` are Thai sentences about how it was read. ``asked``: the
    headings of the questions that are still being asked, where that is not the header.
    """

    form: str
    source: str
    origin: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_numbers: tuple[int, ...]
    blank_rows: int
    fetched_at: datetime
    file: str = ""
    types: tuple[tuple[str, ...], ...] = ()
    remarks: tuple[str, ...] = ()
    asked: tuple[str, ...] | None = None


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
    """All that one reading of a form's source brought.

    ``name``: what the document is called, "" for a folder. ``responses``: how many answers of
    Google's own are among the rows, None where nobody can tell. ``passed_over``: tables that look
    like the form's but were not to be read. ``modified``: when Drive last saw it changed, ""
    where Drive was not asked, None where it need not be remembered. ``as_before``: nothing was
    read, for nothing changed since then.
    """

    form: str
    source: str
    tables: tuple[RawTable, ...] = ()
    refused: tuple[RefusedFile, ...] = ()
    name: str = ""
    responses: int | None = None
    passed_over: tuple[RawTable, ...] = ()
    verdict: Verdict = NOTHING_ODD
    modified: str | None = None
    as_before: LastReading | None = None
