"""The memo that asks to start and to circulate: nothing is counted yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.documents.composing import Given
from report.documents.given.common import about_the_campaign

if TYPE_CHECKING:
    from report.facts import Facts


def memo_start(facts: Facts) -> Given:
    """Return what ``memo-start.md`` prints."""
    campaign = facts.campaign
    return Given(
        about_the_campaign(campaign)
        | {"เอกสาร": [{"ชื่อ": notice.title} for notice in campaign.notices]}
    )
