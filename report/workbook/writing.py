"""From a described workbook to its bytes; the same description gives the same bytes."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

import xlsxwriter

from config.messages import thai
from config.printable import printable
from report.workbook.cells import cell_text, write_text
from report.workbook.front import write_front
from report.workbook.looks import Looks, data_bar
from report.workbook.measures import heading_height, heading_lines, row_heights, width
from report.workbook.printing import set_up_print
from report.workbook.sheet import LateDay
from report.workbook.titles import sheet_titles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from report.workbook.sheet import Book, Cell, Column, Sheet

Area = tuple[int, int, int, int]
MOST_ROWS = 1_048_576
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_EPOCH = date(1899, 12, 30).toordinal()
_SECONDS = 86_400


def workbook_bytes(book: Book) -> bytes:
    """Return the workbook: its first sheet, then one per `Sheet`. No cell is a formula."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as workbook:
        workbook.set_properties(
            {
                "title": printable(book.title),
                "subject": printable(book.subject),
                "created": book.created,
            }
        )
        looks = Looks.of(workbook)
        first, *titles = sheet_titles([thai("About"), *(s.title for s in book.sheets)])
        front = workbook.add_worksheet(first)
        write_front(front, book, titles, looks.cells)
        set_up_print(front, book, first)
        for title, sheet in zip(titles, book.sheets, strict=True):
            worksheet = workbook.add_worksheet(title)
            _write_sheet(worksheet, sheet, looks)
            set_up_print(worksheet, book, title)
            worksheet.repeat_rows(0)
    return content.getvalue()


def _write_sheet(worksheet: Worksheet, sheet: Sheet, looks: Looks) -> None:
    rows = max((len(column.cells) for column in sheet.columns), default=0)
    last, right = min(max(rows, 1), MOST_ROWS - 1), len(sheet.columns) - 1
    widths = [width(column) for column in sheet.columns]
    worksheet.freeze_panes(1, sheet.frozen)
    worksheet.autofilter(0, 0, last, right)
    worksheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    worksheet.print_area(0, 0, last, right)
    worksheet.set_row(0, heading_height(sheet, widths))
    for row, height in row_heights(sheet, widths):
        worksheet.set_row(row, height)
    for place, column in enumerate(sheet.columns):
        _write_column(worksheet, place, column, looks, widths[place])
        _dress(worksheet, (1, place, last, place), column, looks)
    worksheet.conditional_format(1, 0, last, right, looks.frame)


def _write_column(
    worksheet: Worksheet, place: int, column: Column, looks: Looks, wide: int
) -> None:
    look = looks.cells[column.kind]
    to_fill_in = column.kind == "typed"
    worksheet.set_column(place, place, wide, None if to_fill_in else look)
    head = looks.cells["typed head" if to_fill_in else "head"]
    worksheet.write_string(0, place, "\n".join(heading_lines(column.heading, wide)), head)
    if to_fill_in:
        _write_to_fill_in(worksheet, place, column.cells, look)
    else:
        _write_cells(worksheet, place, _fitting(column.cells), looks.cells["late"])


def _write_cells(worksheet: Worksheet, place: int, cells: Sequence[Cell], late: Format) -> None:
    """Write a column below its heading; cells take the column's format but for what is late."""
    number = worksheet.write_number
    for row, cell in enumerate(cells, start=1):
        if isinstance(cell, str):
            write_text(worksheet, row, place, cell)
        elif isinstance(cell, date):
            number(row, place, _serial(cell))
        elif isinstance(cell, LateDay):
            number(row, place, _serial(cell.day), late)
        elif cell is not None:
            number(row, place, cell)


def _write_to_fill_in(
    worksheet: Worksheet, place: int, cells: Sequence[Cell], look: Format
) -> None:
    """Write a column for the office to fill in: every cell shows that it may be typed into."""
    for row, cell in enumerate(cells, start=1):
        worksheet.write_blank(row, place, None, look)
        write_text(worksheet, row, place, str(cell or ""), look)


def _fitting(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Return what a sheet can hold below its heading; the last row says if there is more."""
    if len(cells) < MOST_ROWS:
        return cells
    return [*cells[: MOST_ROWS - 2], thai("… more than a sheet can hold; see the CSV file")]


def _serial(day: date) -> float:
    """Return the day, or the moment as its own clock shows it, as Excel counts them."""
    days = day.toordinal() - _EPOCH
    if not isinstance(day, datetime):
        return days
    return days + (day.hour * 3600 + day.minute * 60 + day.second) / _SECONDS


def _dress(worksheet: Worksheet, area: Area, column: Column, looks: Looks) -> None:
    """Lay bars, tones and choices over a column, as far down as it has cells."""
    if column.kind == "percent":
        worksheet.conditional_format(*area, data_bar())
    for word, tone in column.tones.items():
        quoted = cell_text(word).replace('"', '""')
        says = {"type": "cell", "criteria": "==", "value": f'"{quoted}"'}
        worksheet.conditional_format(*area, says | {"format": looks.tones[tone]})
    _offer_choices(worksheet, area[1], column)


def _offer_choices(worksheet: Worksheet, place: int, column: Column) -> None:
    """Offer each cell its words; cells in a row with the same words share one list."""
    row = 1
    for words, cells in groupby(column.choices):
        last = row + sum(1 for _cell in cells) - 1
        if words:
            offered = {"validate": "list", "source": [cell_text(word) for word in words]}
            worksheet.data_validation(row, place, last, place, offered)
        row = last + 1
