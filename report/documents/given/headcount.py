"""The letter that asks for coordinators and head-counts, and the form that goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.documents.composing import Given
from report.documents.given.common import about_the_campaign

if TYPE_CHECKING:
    from report.facts import Facts


def headcount(facts: Facts) -> Given:
    """Return what ``headcount.md`` and ``headcount-form.md`` print."""
    return Given(about_the_campaign(facts.campaign))
