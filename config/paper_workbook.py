"""The workbook into which sign-offs on paper are typed: lists to choose from, a hint per column."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import xlsxwriter

from config.paper import ALL_NOTICES, TABLE
from config.tables import AGENCIES
from config.text_cells import write_as_text
from config.workbook import OPTIONS, formats_of, write_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from config.tables import Column
    from config.workbook import Values

_LONGEST_LIST = 255  # letters: what Excel takes in a list that stands in no cells
_LONGEST_TITLE = 32
_HINTS = {
    "agency": "เลือกจากรายการ",
    "first_name": "เว้นว่างเมื่อแจ้งเฉพาะจำนวนคน",
    "last_name": "ผู้ที่ไม่มีนามสกุลให้ใส่ -",
    "notice": f"เลือกหนึ่งฉบับ หรือ {ALL_NOTICES} หลายฉบับให้คั่นด้วย |",
    "timestamp": "วันที่ที่ลงนามในกระดาษ พ.ศ. หรือ ค.ศ. ก็ได้ เช่น 30 เม.ย. 2566",
    "scan": "ชื่อไฟล์หรือเลขที่แฟ้มที่เก็บกระดาษ",
    "people": "ใส่เฉพาะเมื่อหน่วยงานแจ้งจำนวนโดยไม่มีรายชื่อ จำนวนนี้แสดงไว้ แต่ไม่นับเป็นการลงนาม",
}


def paper_workbook(
    rows: Sequence[Values],
    *,
    agencies: Iterable[str],
    staff_types: Iterable[str],
    notices: Iterable[str],
    created: datetime,
) -> bytes:
    """Return the workbook with these rows; the names given are offered as lists.

    A second sheet holds the list of agencies, which is too long for a rule of Excel's.
    """
    offered = {"staff_types": list(staff_types), "notices": [ALL_NOTICES, *notices]}
    content = BytesIO()
    with xlsxwriter.Workbook(content, OPTIONS) as workbook:
        workbook.set_properties({"created": created})
        formats = formats_of(workbook)
        sheet = workbook.add_worksheet(TABLE.title)
        listed = workbook.add_worksheet(AGENCIES.title)
        names = list(agencies)
        for row, name in enumerate((AGENCIES.title, *names)):
            write_as_text(listed, row, 0, name, formats["text"])
        listed.set_column(0, 0, 60)
        of_agencies = f"='{AGENCIES.title}'!$A$2:$A${len(names) + 1}"

        def rule(column: Column) -> dict[str, Any]:
            source = of_agencies if column.refers == "agencies" else offered.get(column.refers)
            return _rule(column, source)

        write_table(sheet, TABLE, tuple(rows), formats, rule)
    return content.getvalue()


def _rule(column: Column, source: str | list[str] | None) -> dict[str, Any]:
    """Return a column's list and hint; what is not on the list is questioned, not refused."""
    hint = {
        "input_title": column.heading[:_LONGEST_TITLE],
        "input_message": _HINTS.get(column.name, ""),
    }
    if source is None or len(",".join(source)) > _LONGEST_LIST:
        return {"validate": "any"} | hint if hint["input_message"] else {}
    return {"validate": "list", "source": source, "error_type": "warning"} | hint
