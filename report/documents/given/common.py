"""What every document's text may print: whose it is, which year, who signs.

The names are the office's own words, for it is the office that writes and edits the texts; each
stands in docs/แก้ไขข้อความ.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from config.thai import thai_digits

if TYPE_CHECKING:
    from config.campaign import Campaign


def about_the_campaign(campaign: Campaign) -> dict[str, Any]:
    """Return what the campaign says of itself, as documents print it."""
    return {
        "จังหวัด": campaign.province,
        "สำนักงาน": campaign.office,
        "ส่วนราชการ": _department(campaign),
        "เลขที่หนังสือ": campaign.letter_number,
        "ที่อยู่": campaign.letter_address,
        "โทรศัพท์": campaign.phone,
        "ผู้ติดต่อ": campaign.contact,
        "บุคลากร": campaign.staff,
        "ชื่อรอบ": campaign.title,
        "ปีงบประมาณ": thai_digits(str(campaign.fiscal_year)),
        "ปีก่อน": thai_digits(str(campaign.ita_year)),
        "วันเปิดรับ": campaign.window.opens,
        "วันปิดรับ": campaign.window.closes,
        "จำนวนหน่วยงาน": len(campaign.agencies),
        "จำนวนเอกสาร": len(campaign.notices),
        "ประเภทบุคลากร": [staff.name for staff in campaign.staff_types if staff.counted],
        "ประเภทที่ไม่นับ": [staff.name for staff in campaign.staff_types if not staff.counted],
        "ตำแหน่ง": {one.role: one.position for one in campaign.signatories},
        "แบบประเมินความเสี่ยง": next((form.title for form in campaign.forms if form.id == "coi"), ""),
    }


def _department(campaign: Campaign) -> str:
    phone = f" โทร. {campaign.phone}" if campaign.phone else ""
    return f"{campaign.office}{phone}"
