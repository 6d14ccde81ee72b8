"""The documents to acknowledge, the data and the site itself, each with what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from config.links import web_address

if TYPE_CHECKING:
    from config.campaign import Notice
    from report.facts import Facts
    from report.rows import Row


def downloads(facts: Facts) -> dict[str, Any]:
    """Return what ``public/downloads.html`` shows."""
    return {"notices": [in_force(notice) for notice in facts.campaign.notices]}


def in_force(notice: Notice) -> Row:
    """Return a notice with its newest version, and the link where the office has confirmed it."""
    version = notice.versions[-1]
    return {
        "notice_id": notice.id,
        "title": notice.title,
        "version": version,
        "link": web_address(version.url) if version.verified else "",
    }
