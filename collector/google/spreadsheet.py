"""A spreadsheet as Google tells it, all tabs at one moment: cells become text, nothing more.

One question brings titles, tab ids, time zone and cells together, so that no tab is ever sought
by its title and no rename can come between two questions. The values are those of
``UNFORMATTED_VALUE`` and ``SERIAL_NUMBER``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from collector.google.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

FIELDS = (
    "spreadsheetId,properties(title,timeZone),sheets(properties(sheetId,title),"
    "data(startRow,startColumn,rowData(values(effectiveValue))))"
)
Cell = str | int | float
"""Text as it stands, or a number: a date among them is told by its column alone."""

_DAY_ZERO = datetime(1899, 12, 30, tzinfo=UTC)
_MILLISECONDS_A_DAY = 86_400_000
_MOST_EXACT = 2**53
_ERRORS = {"NULL_VALUE": "#NULL!", "DIVIDE_BY_ZERO": "#DIV/0!", "VALUE": "#VALUE!",
           "REF": "#REF!", "NAME": "#NAME?", "NUM": "#NUM!", "N_A": "#N/A"}  # fmt: skip
_OTHER_ERROR = "#ERROR!"


@dataclass(frozen=True)
class Tab:
    """One tab; ``rows`` are ragged, as wide as they are filled, the first below ``top`` others."""

    gid: int
    title: str
    rows: tuple[tuple[Cell, ...], ...]
    top: int = 0

    def without_top(self, rows: int) -> Tab:
        """Return the tab without its first rows."""
        return replace(self, rows=self.rows[rows:], top=self.top + rows) if rows else self

    @property
    def header(self) -> tuple[str, ...]:
        """The first row, as text."""
        return tuple(map(as_text, self.rows[0])) if self.rows else ()


@dataclass(frozen=True)
class Spreadsheet:
    """All tabs of one moment; ``time_zone`` is the one that its serial dates are in."""

    id: str
    title: str
    time_zone: str
    tabs: tuple[Tab, ...]


def spreadsheet_of(answer: Mapping[str, Any], asked_for: str) -> Spreadsheet:
    """Return what the answer of ``spreadsheets.get`` says; raise `Trouble` if it says too little.

    A tab without cells (a chart of its own, a blanked one) has no rows.
    """
    try:
        if answer["spreadsheetId"] != asked_for:
            raise Trouble("strange_answer")
        return Spreadsheet(
            id=asked_for,
            title=answer["properties"]["title"],
            time_zone=answer["properties"]["timeZone"],
            tabs=tuple(_tab(sheet) for sheet in answer["sheets"]),
        )
    except (KeyError, TypeError, AttributeError) as missing:
        raise Trouble("strange_answer") from missing


def as_text(cell: Cell) -> str:
    """Return a number as the sheet would show it without any format."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _MOST_EXACT:
        return str(int(cell))
    return str(cell)


def as_moment(cell: Cell) -> str:
    """Return a serial date as ``2023-04-03 16:39:00.123``, in the sheet's own zone.

    Text stays what it is: somebody typed it. So does a number that no calendar reaches.
    """
    if isinstance(cell, str):
        return cell
    try:
        moment = _DAY_ZERO + timedelta(milliseconds=round(cell * _MILLISECONDS_A_DAY))
    except OverflowError:
        return as_text(cell)
    whole = f"{moment:%Y-%m-%d %H:%M:%S}"
    return f"{whole}.{moment.microsecond // 1000:03d}" if moment.microsecond else whole


def _tab(sheet: Mapping[str, Any]) -> Tab:
    properties = sheet["properties"]
    rows: list[tuple[Cell, ...]] = []
    for block in sheet.get("data", ()):
        rows += [()] * (block.get("startRow", 0) - len(rows))
        left = ("",) * block.get("startColumn", 0)
        rows += [_filled((*left, *_cells(row))) for row in block.get("rowData", ())]
    while rows and not rows[-1]:
        rows.pop()
    return Tab(properties.get("sheetId", 0), properties["title"], tuple(rows))


def _cells(row: Mapping[str, Any]) -> list[Cell]:
    return [_cell(cell.get("effectiveValue") or {}) for cell in row.get("values", ())]


def _cell(value: Mapping[str, Any]) -> Cell:
    """Return what a cell holds: a formula's outcome, a logical value as the sheet shows it."""
    if "stringValue" in value:
        return str(value["stringValue"])
    if "numberValue" in value:
        number: int | float = value["numberValue"]
        return number
    if "boolValue" in value:
        return "TRUE" if value["boolValue"] else "FALSE"
    if "errorValue" in value:
        return _ERRORS.get(value["errorValue"].get("type", ""), _OTHER_ERROR)
    return ""


def _filled(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Return the cells up to the last that is not blank."""
    width = len(cells)
    while width and cells[width - 1] == "":
        width -= 1
    return cells[:width]
