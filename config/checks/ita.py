"""O42 begins with last year's ITA scores: without them it has nothing to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.finding import Finding, place_of
from config.ita_levels import TOTAL, level_by_rule
from config.messages import _
from config.tables import ITA_SCORES
from config.thai import match_key

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


def level_beside_the_rule(campaign: Campaign) -> Iterator[Finding]:
    """Compare the level typed for the whole with the scale of the score's own year."""
    rule = level_by_rule(campaign.ita_scores, campaign.ita_year)
    typed = next((row.level for row in campaign.ita_scores if row.id == TOTAL), "")
    if rule and typed and match_key(typed) != match_key(rule):
        yield Finding(
            place_of(ITA_SCORES),
            _(
                "the level of the whole is written as “{typed}”, by the scale of fiscal year "
                "{year} it is “{rule}”"
            ).format(typed=typed, rule=rule, year=campaign.ita_year),
            _("compare score and level with the result that the commission published"),
        )
