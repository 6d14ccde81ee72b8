"""What every document's text may print: whose it is, which year, who signs, how far it has come.

The names are the office's own words, for it is the office that writes and edits the texts; each
stands in docs/แก้ไขข้อความ.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from config.thai import thai_digits
from report.rows import Row, rows_of
from report.sentences import completion
from report.sentences.dates import day_of_the_data

if TYPE_CHECKING:
    from config.campaign import Campaign
    from report.facts import Facts


def about_the_campaign(campaign: Campaign) -> dict[str, Any]:
    """Return what the campaign says of itself, as documents print it."""
    return {
        "จังหวัด": campaign.province,
        "สำนักงาน": campaign.office,
        "ส่วนราชการ": _department(campaign),
        "เลขที่หนังสือ": campaign.letter_number,
        "ผู้ติดต่อ": campaign.contact,
        "บุคลากร": campaign.staff,
        "ชื่อรอบ": campaign.title,
        "ปีงบประมาณ": thai_digits(str(campaign.fiscal_year)),
        "ปีก่อน": thai_digits(str(campaign.ita_year)),
        "วันเปิดรับ": campaign.window.opens,
        "วันปิดรับ": campaign.window.closes,
        "จำนวนหน่วยงาน": len(campaign.agencies),
        "จำนวนเอกสาร": len(campaign.notices),
        "ตำแหน่ง": {one.role: one.position for one in campaign.signatories},
        "แบบประเมินความเสี่ยง": next((form.title for form in campaign.forms if form.id == "coi"), ""),
    }


def _department(campaign: Campaign) -> str:
    phone = f" โทร. {campaign.phone}" if campaign.phone else ""
    return f"{campaign.office}{phone}"


def how_far(facts: Facts) -> dict[str, Any]:
    """Return how many have acknowledged what: figures of the Summary, sentences made of them."""
    return {
        "ข้อมูลณวันที่": day_of_the_data(facts),
        "ภาพรวม": _whole(facts.summary.whole),
        "ประโยคสรุป": completion.headline(facts),
        "ประโยคเพิ่มเติม": completion.beside_the_headline(facts),
        "เอกสาร": [_notice(row) for row in rows_of(facts.summary.notices)],
        "ผู้ตอบแบบประเมิน": facts.summary.respondents,
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


def _notice(row: Row) -> dict[str, Any]:
    return {
        "ชื่อ": row["notice"],
        "ต้องลงนาม": row["headcount"],
        "ลงนาม": row["acknowledged"],
        "ร้อยละ": row["percent"],
        "หลังกำหนด": row["late"],
    }
