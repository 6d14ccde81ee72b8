"""A downloaded table of delimited text: bytes -> header and rows, every cell to the letter."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING

from config.decoding import decode
from config.garbled import is_garbled
from config.unreadable import (
    refuse_columns,
    refuse_cut,
    refuse_empty,
    refuse_encoding,
    refuse_long_cell,
    refuse_quotation,
    refuse_rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

ROW_CAP = 200_000
COLUMN_CAP = 500

_SEPARATORS = ("\t", ";", ",")
_SEPARATOR_LINE = re.compile(r"sep=([^\r\n\"])(?:\r\n|\r|\n|$)", re.IGNORECASE)
_RECORDS_TRIED = 20

Record = tuple[int, list[str]]


@dataclass(frozen=True)
class DelimitedText:
    """A table as it stands in a file.

    ``row_numbers`` are those a spreadsheet shows (the header is 1); blank rows are left out
    and counted; a row may be shorter or longer than the header.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_numbers: tuple[int, ...]
    blank_rows: int
    encoding: str
    separator: str


def read_delimited(content: bytes) -> DelimitedText:
    """Return the table in ``content``. Raises `UnreadableFileError`."""
    marked, encoding = decode(content)
    separator, text = _separator_and_table(marked.lstrip("\ufeff"))
    records = list(_records(text, separator))
    filled = [(number, cells) for number, cells in records if any(map(str.strip, cells))]
    if not filled:
        refuse_empty()
    (_number, header), *answers = filled
    if is_garbled(tuple(header)):
        refuse_encoding()
    _refuse_cut_end(text, [cells for _number, cells in filled])
    return DelimitedText(
        header=tuple(header),
        rows=tuple(tuple(cells) for _number, cells in answers),
        row_numbers=tuple(number for number, _cells in answers),
        blank_rows=len(records) - len(filled),
        encoding=encoding,
        separator=separator,
    )


def _separator_and_table(text: str) -> tuple[str, str]:
    """Return what a first line ``sep=;`` says, or else what the first records show."""
    stated = _SEPARATOR_LINE.match(text)
    if stated:
        return stated[1], text[stated.end() :]
    return max(_SEPARATORS, key=lambda separator: _fit(text, separator)), text


def _fit(text: str, separator: str) -> tuple[int, int]:
    """Return how many of the first records are of one width, and that width.

    Not the first record's width: a title may stand above the headings.
    """
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        widths = Counter(len(cells) for cells in islice(reader, _RECORDS_TRIED) if len(cells) > 1)
    except csv.Error:
        return (0, 0)
    return max(((times, width) for width, times in widths.items()), default=(0, 0))


def _records(text: str, separator: str) -> Iterator[Record]:
    """Yield every record with its number, within the caps."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            if number > ROW_CAP + 1:
                refuse_rows(ROW_CAP)
            if len(cells) > COLUMN_CAP:
                refuse_columns(COLUMN_CAP)
            yield number, cells
    except csv.Error as fault:
        if "unexpected end of data" in str(fault):
            refuse_cut()
        if "field larger" in str(fault):
            refuse_long_cell(number + 1)
        refuse_quotation(number + 1)


def _refuse_cut_end(text: str, filled: list[list[str]]) -> None:
    """Refuse a table whose last line has no end and is narrower than the table.

    The form's own download has no line end after its last row; that row is then whole.
    """
    if text.endswith(("\n", "\r")):
        return
    times_by_width = Counter(map(len, filled))
    usual = max(times_by_width, key=lambda width: (times_by_width[width], width))
    if len(filled[-1]) < max(usual, len(filled[0])):
        refuse_cut()
