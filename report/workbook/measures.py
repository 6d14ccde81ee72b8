"""How wide a column and how high a row must be: marks above and below a letter take no room.

Said outright, for not every program fits a row to the text that is wrapped in it.
"""

from __future__ import annotations

from functools import lru_cache
from heapq import nlargest
from typing import TYPE_CHECKING

from config.messages import thai
from config.width import columns
from report.typography import lines
from report.workbook.sheet import LateDay

if TYPE_CHECKING:
    from collections.abc import Iterator

    from report.workbook.sheet import Cell, Column, Sheet

_WIDTHS = {
    "count": (8, 13), "mean": (8, 13), "percent": (9, 13), "day": (13, 25), "moment": (19, 21),
    "text": (8, 44), "long": (10, 46), "typed": (16, 36),
}  # fmt: skip
_WRAPPED = frozenset(("long", "typed"))
_LONGEST_LOOKED_AT = 30
_LINES_OF_A_HEADING = 4
_ARROW = 2
_LINE_HEIGHT, _HIGHEST = 14, 400


def width(column: Column) -> int:
    """Return the width that shows most cells whole, and the heading in few lines."""
    narrowest, widest = _WIDTHS[column.kind]
    widest = column.widest or widest
    longest = max((columns(line) for line in _longest_lines(column)), default=0)
    enough = min(max(narrowest, longest + 3), widest)
    while enough < widest and not _holds(enough, column.heading):
        enough += 1
    return enough


def heading_lines(heading: str, wide: int) -> list[str]:
    """Return the heading as it is broken in a column, before brackets and between words.

    The arrow of the filter needs room too.
    """
    return _broken(heading, wide - _ARROW)


def heading_height(sheet: Sheet, widths: list[int]) -> int:
    """Return the height of the row of headings."""
    headings = [column.heading for column in sheet.columns]
    broken = [heading_lines(text, wide) for text, wide in zip(headings, widths, strict=True)]
    return _height(max(map(len, broken), default=1)) + 4


def row_heights(sheet: Sheet, widths: list[int]) -> Iterator[tuple[int, int]]:
    """Return the rows, from 1 on, in which a wrapped text takes several lines, and how high."""
    lines_by_row: dict[int, int] = {}
    for column, wide in zip(sheet.columns, widths, strict=True):
        if column.kind in _WRAPPED:
            for row, cell in enumerate(column.cells, start=1):
                if (taken := _lines_taken(cell, wide)) > 1:
                    lines_by_row[row] = max(taken, lines_by_row.get(row, 1))
    return ((row, _height(taken)) for row, taken in lines_by_row.items())


def note_height(text: str, wide: int) -> int:
    """Return the height of a text that is wrapped in so many columns."""
    return _height(max(_lines_taken(text, wide), 1)) + 2


def _height(taken: int) -> int:
    return min(_LINE_HEIGHT * taken + 1, _HIGHEST)


def _lines_taken(cell: Cell, wide: int) -> int:
    """Return how many lines a text takes, at most: words are not broken."""
    if not isinstance(cell, str):
        return 1
    room = wide - 2
    if len(cell) <= room and "\n" not in cell:
        return 1
    return sum(1 + columns(line) // room for line in cell.split("\n"))


def _holds(wide: int, heading: str) -> bool:
    broken = heading_lines(heading, wide)
    return len(broken) <= _LINES_OF_A_HEADING and max(map(columns, broken)) <= wide - _ARROW


@lru_cache(maxsize=1024)
def _broken(heading: str, room: int) -> list[str]:
    parts = heading.replace(" (", "\n(").split("\n")
    return [line for part in parts for line in lines(part, room)] or [""]


def _longest_lines(column: Column) -> Iterator[str]:
    # In the order of the cells: of texts equally long a set would hand out others each time.
    texts = dict.fromkeys(cell for cell in column.cells if isinstance(cell, str))
    for text in nlargest(_LONGEST_LOOKED_AT, texts, key=len):
        yield from text.split("\n")
    if any(isinstance(cell, LateDay) for cell in column.cells):
        late = thai("after the closing day")
        yield f"30 มี.ค. 2566 ({late})"
