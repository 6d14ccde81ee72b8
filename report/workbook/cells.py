"""The door of every workbook: what a text may hold when it stands in a cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from config.messages import thai
from config.printable import printable
from config.text_cells import write_as_text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
"""Excel's limit, in UTF-16 units; whatever is longer a reader would lose without a word."""

_LINE_ENDS = re.compile("\r\n?")
_BEYOND_THE_BASIC_PLANE = re.compile("[\U00010000-\U0010ffff]")


def cell_text(text: str) -> str:
    """Return the text as a cell can hold it: printable, one kind of line end, marked if cut."""
    if text.isprintable() and 2 * len(text) <= LONGEST:
        return text  # nearly every text: nothing that follows would change it
    shown = printable(_LINE_ENDS.sub("\n", text))
    return shown if _units(shown) <= LONGEST else _cut(shown)


def write_text(
    worksheet: Worksheet, row: int, column: int, text: str, look: Format | None = None
) -> None:
    """Write a text as a text, whatever it looks like; nothing for an empty one."""
    write_as_text(worksheet, row, column, cell_text(text), look)


def _cut(text: str) -> str:
    mark = thai(" … (cut to fit the cell; the whole text is in the ledger)")
    kept = text[: LONGEST - len(mark)]
    while _units(kept) + len(mark) > LONGEST:
        kept = kept[: len(kept) - max(1, (_units(kept) + len(mark) - LONGEST) // 2)]
    return kept + mark


def _units(text: str) -> int:
    return len(text) + len(_BEYOND_THE_BASIC_PLANE.findall(text))
