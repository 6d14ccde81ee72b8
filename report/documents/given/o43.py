"""O43: every measure and guideline with its result from the data, and where it may be inspected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.documents.composing import Given
from report.documents.given.acknowledged import how_far
from report.documents.given.common import about_the_campaign
from report.documents.given.eit import eit_picture
from report.pages.measures import measures
from report.rows import Row, rows_of
from report.words import AGENCY_STATES, word

if TYPE_CHECKING:
    from report.facts import Facts


def o43(facts: Facts) -> Given:
    """Return what ``o43.md`` prints: the rows of the page O43, and the agencies one by one."""
    page = measures(facts)
    return Given(
        about_the_campaign(facts.campaign)
        | how_far(facts)
        | {
            "ผลภาพรวม": page["province"].paragraphs,
            "มาตรการ": [_measure(row) for row in page["measures"]],
            "หน่วยงาน": [_agency(row) for row in rows_of(facts.summary.agencies)],
            "ลิงก์EIT": facts.campaign.eit_url,
            "รหัสท้ายสมุดบันทึก": facts.run.get("ledger_reference", ""),
        },
        eit_picture(facts.campaign),
    )


def _measure(row: Row) -> Row:
    return {
        "ข้อ": row["number"],
        "ชื่อ": row["title"],
        "ตอบแนวทาง": row["answers"],
        "ผู้รับผิดชอบ": row["responsible"],
        "ระยะเวลา": row["period"],
        "ผล": "\n".join(row["result"].paragraphs),
        "ข้อเสนอแนะ": row["suggestion"],
        "ร่าง": row["draft"],
    }


def _agency(row: Row) -> Row:
    return {
        "ชื่อ": row["agency"],
        "ต้องลงนาม": row["headcount"],
        "ลงนามครบ": row["acknowledged_all"],
        "ร้อยละ": row["percent"],
        "สถานะ": word(AGENCY_STATES, row["state"]),
    }
