"""Workbooks opened again by two other libraries, as a person's Excel would open them."""

from __future__ import annotations

import warnings
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
from python_calamine import CalamineWorkbook

from report.workbook.sheet import Book, Column, Sheet
from report.workbook.writing import workbook_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

CREATED = datetime(2023, 4, 28, 16, 12, 5)


def book(*sheets: Sheet, **changes: object) -> bytes:
    """Return a workbook of these sheets."""
    fields = {
        "title": "สมุดทดสอบ", "subject": "จังหวัดสมมติ", "secret": "ภายในเท่านั้น", "dated": "วันนี้",
        "figures": (), "notes": (), "created": CREATED,
    }  # fmt: skip
    return workbook_bytes(Book(**(fields | changes), sheets=sheets))


def one_column(cells: Sequence[object], kind: str = "text", **looks: object) -> bytes:
    """Return a workbook of one sheet with one column."""
    return book(Sheet("ก", "ข", (Column("หัว", cells, kind, **looks),)))


def opened(content: bytes) -> openpyxl.Workbook:
    """Return the workbook as openpyxl reads it; it does not know the bars of Excel 2010."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*extension is not supported")
        return openpyxl.load_workbook(BytesIO(content))


def rows_of_sheet(content: bytes, title: str) -> list[list[object]]:
    """Return a sheet's rows below the heading, as calamine reads them."""
    return _rows(content, title)[1:]


def headings_of_sheet(content: bytes, title: str) -> list[str]:
    """Return the headings of a sheet without white space: they are broken to fit their columns."""
    return ["".join(str(cell).split()) for cell in _rows(content, title)[0]]


def every_text(content: bytes) -> str:
    """Return all that the workbook says, sheet after sheet."""
    cells = (
        cell
        for sheet in opened(content)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    )
    return "\n".join(str(cell) for cell in cells if cell is not None)


def cell_types(content: bytes) -> set[str]:
    """Return the types of all cells: ``f`` would be a formula."""
    return {
        cell.data_type for sheet in opened(content) for row in sheet.iter_rows() for cell in row
    }


def _rows(content: bytes, title: str) -> list[list[object]]:
    workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    return workbook.get_sheet_by_name(title).to_python(skip_empty_area=False)
