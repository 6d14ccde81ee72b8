"""The office at its tracker: what is typed into the sheet of doubts, and what stands there."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import openpyxl

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

SHEET = "รายการรอการตัดสินใจ"
DECISION, OTHER_AGENCY, OTHER_NAME = "การตัดสินใจ", "หน่วยงานอื่น", "ชื่อ-สกุลอื่น"
ON, BY, REASON = "วันที่ตัดสินใจ", "ผู้ตัดสินใจ", "เหตุผล"
WHY_NOT = "เหตุที่ยังไม่บันทึก"
SIGNED = {ON: "5 พ.ค. 2566", BY: "นายผู้ตัดสิน สมมติ", REASON: "สอบถามหน่วยงานแล้ว"}


def tracker_of(folder: Path) -> Path:
    """Return where a campaign's tracker stands."""
    return folder / "out" / "internal" / "tracker.xlsx"


def type_into(folder: Path, place: int, **typed: object) -> None:
    """Type into the row of the sheet at ``place`` (0 for the first) and save, as Excel does."""
    path = tracker_of(folder)
    workbook = _opened(path)
    sheet = workbook[SHEET]
    columns = _columns(sheet)
    for heading, text in typed.items():
        sheet.cell(place + 2, columns[heading]).value = text
    workbook.save(path)


def doubts(folder: Path) -> list[dict[str, object]]:
    """Return the rows of the sheet of doubts by heading, blank cells left out."""
    sheet = _opened(tracker_of(folder))[SHEET]
    columns = _columns(sheet)
    return [
        {
            heading: sheet.cell(row, column).value
            for heading, column in columns.items()
            if sheet.cell(row, column).value is not None
        }
        for row in range(2, sheet.max_row + 1)
    ]


def _columns(sheet: Worksheet) -> dict[str, int]:
    return {"".join(str(cell.value).split()): cell.column for cell in sheet[1]}


def _opened(path: Path) -> openpyxl.Workbook:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*extension is not supported")
        return openpyxl.load_workbook(path)
