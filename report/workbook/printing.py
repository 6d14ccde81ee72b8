"""How a sheet prints: A4, wide, as many pages as it takes, each saying what it is and whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from config.printable import printable

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from report.workbook.sheet import Book

_A4 = 9
_HEADER_HOLDS = 255


def set_up_print(worksheet: Worksheet, book: Book, title: str) -> None:
    """Set up the printing of one sheet, called ``title`` in its book."""
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.7)
    numbers = thai("Page {page} / {pages}").format(page="&P", pages="&N")
    worksheet.set_header(_band(f"{title} · {book.title}", _literal(book.dated)))
    worksheet.set_footer(_band(book.secret, numbers))
    worksheet.hide_gridlines(2)


def _band(left: str, right: str) -> str:
    """Return a header or footer: a text on the left, cut to what fits, and codes on the right."""
    text, room = left, _HEADER_HOLDS - len(f"&L&R{right}")
    while text and len(_literal(text)) > room:
        text = text[:-1]
    return f"&L{_literal(text)}&R{right}"


def _literal(text: str) -> str:
    """Return the text as a header shows it; an ampersand begins a code there."""
    return printable(text).replace("&", "&&")
