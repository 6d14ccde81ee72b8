"""The memo with which O42 and O43 go to the governor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.documents.composing import Given
from report.documents.given.common import about_the_campaign, how_far

if TYPE_CHECKING:
    from report.facts import Facts


def memo(facts: Facts) -> Given:
    """Return what ``memo.md`` prints."""
    return Given(about_the_campaign(facts.campaign) | how_far(facts))
