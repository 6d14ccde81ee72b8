"""A CSV file that Excel opens as what it is: Thai text and numbers, never a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from config.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# OWASP's list, with NUL from ASVS 5.0 §1.2.10 and the line feed that Excel trims away.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
BYTE_ORDER_MARK = "\ufeff"


def harmless(cell: str) -> str:
    """Return the cell with an apostrophe before what a spreadsheet would run.

    A lone ``-`` is how people write «none»: it stays.
    """
    if cell.isprintable() and not cell.startswith(FORMULA_STARTS):
        return cell  # nearly every cell: nothing that follows would change it
    shown = printable(cell)
    if shown == "-":
        return shown
    runs = cell.startswith(FORMULA_STARTS) or shown.startswith(FORMULA_STARTS)
    return f"'{shown}" if runs else shown


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return UTF-8 with a byte order mark and CRLF line ends."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return (BYTE_ORDER_MARK + page.getvalue()).encode()
