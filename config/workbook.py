"""The workbook in which the office edits its tables: one sheet each, and one about them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

import xlsxwriter

from config.cells import NO, YES
from config.tables import AGENCIES, STAFF_TYPES
from config.text_cells import write_as_text
from config.width import columns

if TYPE_CHECKING:
    from collections.abc import Callable

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from config.tables import Column, Table

Values = dict[str, Any]
Sheet = tuple["Table", tuple[Values, ...]]

ABOUT = "คำอธิบาย"
_ABOUT_LINES = (
    "แต่ละแผ่นเป็นตารางหนึ่งตาราง ดูว่าแผ่นใดใช้ทำอะไรจากรายการข้างล่าง",
    "ห้ามเปลี่ยนชื่อแผ่นและหัวคอลัมน์ เรียงคอลัมน์ใหม่ได้ และเพิ่มคอลัมน์ชื่อ หมายเหตุ ได้",
    "เมื่อตรวจข้อมูลแถวใดกับต้นเรื่องแล้ว ให้เปลี่ยนช่อง ยืนยันแล้ว เป็น ใช่",
    "วันที่เขียนเป็น พ.ศ. หรือ ค.ศ. ก็ได้ เช่น 30 เม.ย. 2566",
    "บันทึกและปิดไฟล์นี้ก่อนสั่งปรับปรุงข้อมูล",
)
_LAST_ROW = 5000
_NARROWEST, _WIDEST = 10, 60
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_DATE_FORMAT = "[$-D07041E]d mmm yyyy"


def workbook_bytes(sheets: tuple[Sheet, ...], *, created: datetime) -> bytes:
    """Return the workbook; the same tables and ``created`` give the same bytes."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, OPTIONS) as workbook:
        workbook.set_properties({"created": created})
        formats = formats_of(workbook)
        _write_about(workbook.add_worksheet(ABOUT), sheets, formats)
        for table, rows in sheets:
            write_table(workbook.add_worksheet(table.title), table, rows, formats, _choices)
    return content.getvalue()


def formats_of(workbook: Workbook) -> dict[str, Format]:
    """Return how cells look, by the kind of their column; ``head`` is for headings."""
    top = {"valign": "top"}
    return {
        "head": workbook.add_format(
            {"bold": True, "bg_color": "#DDE7F0", "bottom": 1, "text_wrap": True, **top}
        ),
        "text": workbook.add_format({"num_format": "@", **top}),
        "long": workbook.add_format({"num_format": "@", "text_wrap": True, **top}),
        "int": workbook.add_format({"num_format": "#,##0", **top}),
        "year": workbook.add_format({"num_format": "0", "align": "left", **top}),
        "score": workbook.add_format({"num_format": "0.00##", **top}),
        "date": workbook.add_format({"num_format": _DATE_FORMAT, "align": "left", **top}),
    }


def _format_of(column: Column, formats: dict[str, Format]) -> Format:
    return formats.get(column.kind, formats["text"])


def _write_about(sheet: Worksheet, sheets: tuple[Sheet, ...], formats: dict[str, Format]) -> None:
    sheet.set_column(0, 0, 26, formats["text"])
    sheet.set_column(1, 1, 100, formats["long"])
    for row, line in enumerate(_ABOUT_LINES):
        sheet.merge_range(row, 0, row, 1, line, formats["text"])
    head = len(_ABOUT_LINES) + 1
    sheet.write_row(head, 0, ("แผ่น", ABOUT), formats["head"])
    for row, (table, _rows) in enumerate(sheets, start=head + 1):
        sheet.write_url(row, 0, f"internal:'{table.title}'!A1", string=table.title)
        sheet.write_string(row, 1, table.about, formats["long"])


def write_table(
    sheet: Worksheet,
    table: Table,
    rows: tuple[Values, ...],
    formats: dict[str, Format],
    rules: Callable[[Column], dict[str, Any]],
) -> None:
    """Write a table; ``rules`` says what a column's cells are checked against, {} for nothing."""
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(table.columns) - 1)
    for position, column in enumerate(table.columns):
        shown = _format_of(column, formats)
        cells = [_shown(values.get(column.name), column) for values in rows]
        sheet.set_column(position, position, _width(column, cells), shown)
        sheet.write_string(0, position, column.heading, formats["head"])
        for row, cell in enumerate(cells, start=1):
            _write_cell(sheet, (row, position), cell, shown)
        if rule := rules(column):
            sheet.data_validation(1, position, _LAST_ROW, position, rule)


def _shown(value: object, column: Column) -> object:
    """Return what stands in the cell for a value: Thai words for choices, a list with bars."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple):
        return " | ".join(value)
    return dict(column.choices).get(str(value), value)


def _write_cell(sheet: Worksheet, at: tuple[int, int], cell: object, shown: Format) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(*at, cell, shown)
    elif isinstance(cell, int | Decimal):
        sheet.write_number(*at, cell, shown)
    elif cell is None:
        sheet.write_blank(*at, None, shown)
    else:
        write_as_text(sheet, *at, str(cell), shown)


def _choices(column: Column) -> dict[str, Any]:
    """Offer a drop-down; a name that is not on it is questioned, for an alias is allowed too."""
    if column.kind == "bool":
        return {"validate": "list", "source": [YES, NO]}
    if column.choices:
        return {"validate": "list", "source": [label for _id, label in column.choices]}
    for table in (AGENCIES, STAFF_TYPES):
        if column.refers == table.name:
            source = f"='{table.title}'!$B$2:$B$500"
            return {"validate": "list", "source": source, "error_type": "warning"}
    return {}


def _width(column: Column, cells: list[object]) -> int:
    lines = [line for cell in cells for line in str(cell or "").splitlines()]
    longest = max(map(columns, (column.heading, *lines)))
    return min(max(longest + 3, _NARROWEST), _WIDEST)
