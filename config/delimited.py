"""A downloaded table of delimited text: bytes -> header and rows, every cell to the letter."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING

from config.decoding import UnreadableFileError, decode, refuse_cut, refuse_encoding
from config.garbled import is_garbled
from config.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DelimitedText", "UnreadableFileError", "read_delimited"]

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
        raise UnreadableFileError(
            _("the file is empty"), remedy=_("download the responses from Google Forms again")
        )
    (_number, header), *answers = filled
    if is_garbled(tuple(header)):
        refuse_encoding()
    _refuse_cut_end(text, records[-1][1], header)
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
    """Return how many of the first records are as wide as the header, and how wide it is."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        widths = [len(cells) for cells in islice(reader, _RECORDS_TRIED) if cells]
    except csv.Error:
        return (0, 0)
    if not widths or widths[0] == 1:
        return (0, 0)
    return (widths.count(widths[0]), widths[0])


def _records(text: str, separator: str) -> Iterator[Record]:
    """Yield every record with its number, within the caps."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            if number > ROW_CAP + 1:
                raise _too_large(_("more than {cap} rows").format(cap=f"{ROW_CAP:,}"))
            if len(cells) > COLUMN_CAP:
                raise _too_large(_("more than {cap} columns").format(cap=COLUMN_CAP))
            yield number, cells
    except csv.Error as fault:
        if "unexpected end of data" in str(fault):
            refuse_cut()
        raise _broken(number + 1, fault) from None


def _too_large(fault: str) -> UnreadableFileError:
    return UnreadableFileError(
        fault, remedy=_("split it, or drop only the responses of this campaign here")
    )


def _broken(number: int, fault: csv.Error) -> UnreadableFileError:
    if "field larger" in str(fault):
        return _too_large(_("row {row}: a cell longer than any form allows").format(row=number))
    return UnreadableFileError(
        _("row {row}: a quotation mark stands where none can").format(row=number),
        remedy=_("download it again from Google and do not open it in Excel first"),
    )


def _refuse_cut_end(text: str, last: list[str], header: list[str]) -> None:
    """Refuse a table whose last line has no end and is not as wide as the header."""
    if not text.endswith(("\n", "\r")) and len(last) != len(header):
        refuse_cut()
