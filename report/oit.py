"""The answers to the OIT, as they are typed into ITAS: code, address, explanation, date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from config.messages import marked, thai

if TYPE_CHECKING:
    from datetime import date, datetime

    from config.campaign import Campaign, OitItem

UNKNOWN = marked("Not known, please check")
MAIN, SUPPORTING = marked("Main evidence"), marked("Supporting evidence")
_EVIDENCE = {"main": MAIN, "supporting": SUPPORTING}
CONFIRMED, TO_CONFIRM = marked("Confirmed"), marked("Not confirmed, please check")
NO_ADDRESS = marked("No address yet")


@dataclass(frozen=True, slots=True)
class OitAnswer:
    """One row: what a person copies into ITAS, and what is still to be done about it."""

    code: str
    item: str
    evidence: str
    url: str
    explanation: str
    day: date | None
    state: str


def oit_answers(campaign: Campaign, as_of: datetime | None) -> list[OitAnswer]:
    """Return the rows in the order of the table; those without a code come last."""
    data_from = as_of.astimezone(campaign.zone).date() if as_of else None
    return [
        OitAnswer(
            code=item.code or thai(UNKNOWN),
            item=item.item,
            evidence=thai(_EVIDENCE[item.evidence]),
            url=address_of(item, campaign),
            explanation=item.explanation,
            day=item.on or _day_of(item, data_from),
            state=_state(item, campaign),
        )
        for item in sorted(campaign.oit, key=lambda item: not item.code)
    ]


def address_of(item: OitItem, campaign: Campaign) -> str:
    """Return where the answer can be read, "" where nobody has told."""
    if item.url:
        return item.url
    if item.notice:
        notice = next(notice for notice in campaign.notices if notice.id == item.notice)
        return notice.versions[-1].url
    if item.page and campaign.site_url:
        return f"{campaign.site_url.rstrip('/')}/{item.page}.html"
    return ""


def _day_of(item: OitItem, data_from: date | None) -> date | None:
    """Return the day of the data for a page of ours; a notice's file has none of these."""
    return data_from if item.page else None


def _state(item: OitItem, campaign: Campaign) -> str:
    if not item.code:
        return thai(UNKNOWN)
    if not address_of(item, campaign):
        return thai(NO_ADDRESS)
    return thai(CONFIRMED if item.verified else TO_CONFIRM)
