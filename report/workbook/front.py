"""The first sheet: what the workbook is, as of when, for whom, and what each sheet answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.workbook.cells import cell_text, write_text
from report.workbook.measures import note_height

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from report.workbook.sheet import Book

_LABELS, _ANSWERS = 34, 92


def write_front(
    worksheet: Worksheet, book: Book, titles: Sequence[str], looks: Mapping[str, Format]
) -> None:
    """Write the first sheet; ``titles`` are the other sheets' names, which it links."""
    worksheet.set_column(0, 0, _LABELS)
    worksheet.set_column(1, 1, _ANSWERS)
    row = _write_head(worksheet, book, looks)
    row = _write_figures(worksheet, row, book, looks)
    row = _write_contents(worksheet, row, book, titles, looks)
    for place, note in enumerate(book.notes):
        worksheet.set_row(row + place, note_height(note, _LABELS + _ANSWERS))
        worksheet.merge_range(row + place, 0, row + place, 1, "", looks["note"])
        write_text(worksheet, row + place, 0, note, looks["note"])
    worksheet.activate()


def _write_head(worksheet: Worksheet, book: Book, looks: Mapping[str, Format]) -> int:
    for row, (text, look) in enumerate(
        ((book.title, "title"), (book.subject, "subject"), (book.secret, "secret"))
    ):
        worksheet.merge_range(row, 0, row, 1, "", looks[look])
        write_text(worksheet, row, 0, text, looks[look])
    worksheet.set_row(0, 26)
    worksheet.set_row(1, note_height(book.subject, _LABELS + _ANSWERS))
    worksheet.set_row(2, 22)
    write_text(worksheet, 3, 0, book.dated, looks["label"])
    return 5


def _write_figures(worksheet: Worksheet, row: int, book: Book, looks: Mapping[str, Format]) -> int:
    for label, value in book.figures:
        write_text(worksheet, row, 0, label, looks["label"])
        if isinstance(value, str):
            write_text(worksheet, row, 1, value, looks["fact"])
        elif value is not None:
            look = "fact percent" if isinstance(value, float) else "fact"
            worksheet.write_number(row, 1, value, looks[look])
        row += 1
    return row + 1


def _write_contents(
    worksheet: Worksheet,
    row: int,
    book: Book,
    titles: Sequence[str],
    looks: Mapping[str, Format],
) -> int:
    worksheet.write_row(row, 0, (thai("Sheet"), thai("What it answers")), looks["head"])
    for title, sheet in zip(titles, book.sheets, strict=True):
        row += 1
        target = title.replace("'", "''")
        worksheet.write_url(row, 0, f"internal:'{target}'!A1", looks["link"], cell_text(title))
        write_text(worksheet, row, 1, sheet.answers, looks["note"])
    return row + 2
