"""The reminder to one agency: its own figures, no person, no other agency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from config.dates import long_date
from report.documents.composing import Given
from report.documents.given.common import about_the_campaign
from report.documents.given.signing_links import link_values

if TYPE_CHECKING:
    from report.packs.pack import Pack
    from report.rows import Row


def reminder(pack: Pack) -> Given | None:
    """Return what ``reminder.md`` prints; None where nothing is to be asked of the agency."""
    state = pack.figures["state"]
    if state == "complete":
        return None
    return Given(
        about_the_campaign(pack.campaign)
        | link_values(pack.signoff.url, pack.coi.url)
        | _figures(pack.figures)
        | {
            "หน่วยงาน": pack.agency.name,
            "ข้อมูลณวันที่": _day_of_the_data(pack),
            "ยังไม่แจ้งจำนวน": state == "undeclared",
            "เกินจำนวน": state == "over",
            "พ้นกำหนด": pack.now >= pack.campaign.closes_before(),
            "เอกสาร": [_notice(row) for row in pack.completion if _is_open(row)],
        }
    )


def _figures(figures: Row) -> dict[str, Any]:
    return {
        "ต้องลงนาม": figures["headcount"],
        "ผู้ลงนาม": figures["signers"],
        "ลงนามครบ": figures["acknowledged_all"],
        "ร้อยละ": figures["percent"],
        "หน่วยงานรายงาน": figures["reported"],
    }


def _is_open(row: Row) -> bool:
    return row["basis"] == "none" or bool(row["owed"])


def _notice(row: Row) -> dict[str, Any]:
    """Return a notice's figures; of how many people nobody knows, nothing is owed."""
    return {
        "ชื่อ": row["notice"],
        "ต้องลงนาม": row["headcount"],
        "ลงนาม": row["acknowledged"],
        "ร้อยละ": row["percent"],
        "ยังไม่ลงนาม": None if row["basis"] == "none" else int(row["owed"] or 0),
        "ต้องรับทราบใหม่": row["outdated"],
    }


def _day_of_the_data(pack: Pack) -> str:
    return long_date(pack.as_of.astimezone(pack.campaign.zone)) if pack.as_of else ""
