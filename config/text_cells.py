"""Writing a text into a cell of Excel as the text that it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from xlsxwriter.format import Format

from config.printable import printable

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_RUN = Format({"font_name": "Tahoma", "font_size": 10})


def write_as_text(
    worksheet: Worksheet, row: int, column: int, text: str, look: Format | None = None
) -> None:
    """Write what XML can carry of a text, whatever it looks like; nothing for an empty one."""
    text = printable(text)
    if text.startswith("<r>") and text.endswith("</r>"):
        # xlsxwriter would take it for markup of its own and write it into the file as it is.
        fragments = ("<", _RUN, text[1:])
        worksheet.write_rich_string(row, column, *fragments, *([look] if look else []))
    elif text:
        worksheet.write_string(row, column, text, look)
