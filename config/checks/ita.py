"""O42 begins with last year's ITA scores: without them it has nothing to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.finding import Finding, place_of
from config.messages import _
from config.tables import ITA_SCORES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.campaign import Campaign


def missing_scores(campaign: Campaign) -> Iterator[Finding]:
    """Count the scores that are still blank; say so too where there is no row for any."""
    blank = sum(row.score is None for row in campaign.ita_scores)
    if blank or not campaign.ita_scores:
        yield Finding(
            place_of(ITA_SCORES),
            _("{count} ITA scores of fiscal year {year} are blank").format(
                count=blank, year=campaign.ita_year
            ),
            _("copy them from the result that the anti-corruption commission published"),
        )
