"""What the figures themselves ask of the office: named by `rapsap check`, place and remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aggregate.denominators import NONE
from config.finding import Finding, place_of
from config.messages import _
from config.tables import HEADCOUNT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aggregate.summary import Summary
    from config.campaign import Campaign

_NAMED_AT_MOST = 3


def inspect_figures(summary: Summary, campaign: Campaign) -> Iterator[Finding]:
    """Yield what is lacking in the answers so far; nothing here keeps a refresh from running."""
    yield from _undeclared(summary, campaign)


def _undeclared(summary: Summary, campaign: Campaign) -> Iterator[Finding]:
    """Name the agencies with neither a roster nor a declared head-count."""
    without = set(summary.contacts.loc[summary.contacts["basis"] == NONE, "agency_id"])
    names = [agency.short_name for agency in campaign.agencies if agency.id in without]
    if names:
        yield Finding(
            place_of(HEADCOUNT),
            _("{count} agencies have not declared their head-count: {names}").format(
                count=len(names), names=_first(names)
            ),
            _("ask them, and write the numbers in; until then no percentage is shown for them"),
        )


def _first(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED_AT_MOST]) + (" …" if len(names) > _NAMED_AT_MOST else "")
