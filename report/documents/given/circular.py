"""The circular to all agencies, and the list that goes with it. Its links are never public."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from collector.forms import form_link, general_link
from config.links import web_address
from report.documents.composing import Given
from report.documents.given.common import about_the_campaign
from report.documents.given.signing_links import link_codes, link_values

if TYPE_CHECKING:
    from config.campaign import Agency, Notice
    from report.facts import Facts


def circular(facts: Facts) -> Given:
    """Return what ``circular.md`` prints."""
    return Given(about_the_campaign(facts.campaign))


def circular_list(facts: Facts) -> Given:
    """Return what ``circular-list.md`` prints: notices, ways to sign, all agencies."""
    campaign = facts.campaign
    links = [general_link(form, campaign, facts.made) for form in ("signoff", "coi")]
    return Given(
        about_the_campaign(campaign)
        | link_values(*links)
        | {
            "เอกสาร": [_notice(notice, facts) for notice in campaign.notices],
            "หน่วยงานทั้งหมด": [_agency(agency, facts) for agency in campaign.agencies],
        },
        link_codes(*links),
    )


def _notice(notice: Notice, facts: Facts) -> dict[str, Any]:
    today = facts.now.astimezone(facts.campaign.zone).date()
    version = notice.versions[notice.version_on(today)]
    return {
        "ชื่อ": notice.title,
        "ลงวันที่": version.since,
        "ลิงก์": web_address(version.url) if version.verified else "",
    }


def _agency(agency: Agency, facts: Facts) -> dict[str, str]:
    links = (form_link(form, agency, facts.campaign, facts.made) for form in ("signoff", "coi"))
    return {"ชื่อ": agency.name} | link_values(*(link.url if link.chosen else "" for link in links))
