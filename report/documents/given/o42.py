"""O42: last year's result analysed, and the guidelines that answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.thai import thai_digits
from report.documents.composing import Given
from report.documents.given.acknowledged import how_far
from report.documents.given.common import about_the_campaign
from report.pages.guidelines import guidelines

if TYPE_CHECKING:
    from report.facts import Facts
    from report.rows import Row


def o42(facts: Facts) -> Given:
    """Return what ``o42.md`` prints: the same analysis and guidelines as the page O42."""
    page = guidelines(facts)
    return Given(
        about_the_campaign(facts.campaign)
        | how_far(facts)
        | {
            "คะแนน": [_score(row) for row in page["scores"]],
            "ยังไม่มีคะแนน": page["not_scored"],
            "ที่มาของระดับ": page["levels"],
            "จุดอ่อน": page["weaknesses"],
            "ต้องพัฒนา": page["to_improve"],
            "แนวทาง": [_guideline(row) for row in page["guidelines"]],
        }
    )


def _score(row: Row) -> Row:
    number = row["indicator"]
    place = f"ตัวชี้วัดที่ {thai_digits(str(number))} " if number else ""
    return {
        "ชื่อ": f"{place}{row['name']}",
        "คะแนน": row["score"],
        "ระดับ": row["level"],
        "ที่มา": row["source"],
    }


def _guideline(row: Row) -> Row:
    guideline = row["guideline"]
    return {
        "ข้อ": row["number"],
        "มาตรการ": guideline.title,
        "ประเด็น": guideline.finding,
        "ขั้นตอน": guideline.steps,
        "ผู้รับผิดชอบ": guideline.responsible,
        "การติดตาม": guideline.follow_up,
        "มาตรการO43": row["measures"],
        "ร่าง": row["draft"],
    }
