"""An Excel workbook, or a Google Sheet downloaded as one: a table per sheet, hidden ones too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.formats.table import Table
from config.garbled import is_garbled
from config.messages import thai
from config.unreadable import refuse_empty, refuse_encoding
from config.xlsx import read_workbook

if TYPE_CHECKING:
    from config.xlsx import Sheet


def read(content: bytes) -> tuple[Table, ...]:
    """Return the sheets of a workbook in which anything stands. Raises `UnreadableFileError`."""
    tables = tuple(filter(None, map(_table, read_workbook(content))))
    if not tables:
        refuse_empty()
    return tables


def _table(sheet: Sheet) -> Table | None:
    numbered = enumerate(zip(sheet.rows, sheet.types, strict=True), start=1)
    filled = [(n, cells, types) for n, (cells, types) in numbered if any(map(str.strip, cells))]
    if not filled:
        return None
    numbers, rows, types = zip(*filled, strict=True)
    if is_garbled(rows[0]):
        refuse_encoding()
    return Table(
        header=rows[0],
        rows=rows[1:],
        row_numbers=numbers[1:],
        blank_rows=len(sheet.rows) - len(rows),
        sheet=sheet.title,
        types=types[1:],
        remarks=tuple(_remarks(sheet)),
    )


def _remarks(sheet: Sheet) -> list[str]:
    """Tell what a person who opens the workbook does not see, and what counts all the same."""
    told = []
    if sheet.hidden:
        told.append(thai("the sheet is hidden; it was read like any other"))
    if sheet.hidden_rows:
        words = thai("{rows} hidden rows were read like the others")
        told.append(words.format(rows=sheet.hidden_rows))
    if sheet.hidden_columns:
        words = thai("{columns} hidden columns were read like the others")
        told.append(words.format(columns=sheet.hidden_columns))
    return told
