"""How many have acknowledged what: figures of the Summary, and the sentences made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report.rows import Row, rows_of
from report.sentences import completion
from report.sentences.dates import day_of_the_data

if TYPE_CHECKING:
    from config.campaign import Campaign
    from report.facts import Facts


def how_far(facts: Facts) -> dict[str, Any]:
    """Return the province's figures, and each notice's."""
    return {
        "ข้อมูลณวันที่": day_of_the_data(facts),
        "มีผู้ลงนาม": completion.claim(facts.summary) != "nothing_yet",
        "ประโยคสรุป": completion.headline(facts),
        "ประโยคเพิ่มเติม": completion.beside_the_headline(facts),
        "ภาพรวม": _whole(facts.summary.whole),
        "เอกสาร": [_notice(row, facts.campaign) for row in rows_of(facts.summary.notices)],
    }


def _whole(whole: dict[str, Any]) -> dict[str, Any]:
    return {
        "หน่วยงาน": whole["agencies"],
        "ครบถ้วน": whole["agencies_complete"],
        "ต้องลงนาม": whole["headcount"],
        "ลงนามครบ": whole["acknowledged_all"],
        "ลงนามครบนอกฐาน": whole["acknowledged_undeclared"],
        "ร้อยละ": whole["percent"],
    }


def _notice(row: Row, campaign: Campaign) -> dict[str, Any]:
    """Return a notice's figures; the percentage is of «ลงนามตามฐาน»: of the declared heads."""
    short_titles = {notice.id: notice.short_title for notice in campaign.notices}
    return {
        "ชื่อ": row["notice"],
        "ชื่อย่อ": short_titles[row["notice_id"]],
        "ต้องลงนาม": row["headcount"],
        "ลงนาม": row["acknowledged"],
        "ลงนามตามฐาน": row["acknowledged_of_heads"],
        "ร้อยละ": row["percent"],
        "หลังกำหนด": row["late"],
    }
