"""The documents to acknowledge, the data and the site itself, each with what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from config.links import web_address
from config.messages import marked, thai

if TYPE_CHECKING:
    from collections.abc import Mapping

    from config.campaign import Notice
    from report.facts import Facts
    from report.rows import Row

REPORTS: Mapping[str, str] = {
    "o42": marked("O42: last year's result and the guidelines, a PDF"),
    "o43": marked("O43: every measure and its result, with the list of agencies, a PDF"),
    "risk": marked("The risk of conflicts of interest in the province, a PDF"),
}


def downloads(facts: Facts) -> dict[str, Any]:
    """Return what ``public/downloads.html`` shows."""
    there = {document.name for document in facts.official}
    return {
        "notices": [in_force(notice) for notice in facts.campaign.notices],
        "reports": [
            (name, thai(title))
            for name, title in REPORTS.items()
            if f"public/documents/{name}.pdf" in there
        ],
    }


def in_force(notice: Notice) -> Row:
    """Return a notice with its newest version, and the link where the office has confirmed it."""
    version = notice.versions[-1]
    return {
        "notice_id": notice.id,
        "title": notice.title,
        "version": version,
        "link": web_address(version.url) if version.verified else "",
    }
