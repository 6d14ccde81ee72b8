"""Which events of the risk assessment are not answered yet, or are due in another year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.campaign import HIGH_AND_ABOVE
from config.finding import Finding, place_of
from config.fiscal_year import fiscal_year_days
from config.messages import _
from config.tables import EVENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.campaign import Campaign


def events_without_measure(campaign: Campaign) -> Iterator[Finding]:
    """List the events at high or above for which nothing is to be done, by nobody, or for ever."""
    bare = [
        event.id
        for event in campaign.events
        if campaign.matrix.level(event.score) in HIGH_AND_ABOVE
        and not (event.measure and event.responsible and event.due)
    ]
    if bare:
        yield Finding(
            place_of(EVENTS),
            _("events at high or above without measure, responsible or due date: {ids}").format(
                ids=", ".join(bare)
            ),
            _("write what will be done, by whom and by when"),
        )


def events_out_of_time(campaign: Campaign) -> Iterator[Finding]:
    """List the events whose measure is due before the fiscal year has begun."""
    first, _last = fiscal_year_days(campaign.fiscal_year)
    if early := [event.id for event in campaign.events if event.due and event.due < first]:
        yield Finding(
            place_of(EVENTS),
            _("events whose measure is due before the fiscal year begins: {ids}").format(
                ids=", ".join(early)
            ),
            _("correct the date"),
        )
