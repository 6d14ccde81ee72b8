"""Last year's figures, where the campaign has them: of last year, whole, of the same questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.dates import short_date
from config.finding import Finding
from config.last_year import LAST_YEAR
from config.messages import _
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.campaign import Campaign


def unusable_last_year(campaign: Campaign) -> Iterator[Finding]:
    """Say why last year's figures cannot be compared; without any there is nothing to say."""
    last = campaign.last_year
    remedy = _("copy data/summary.json of last year's approved edition there, as it is")
    match last.state:
        case "unreadable":
            yield Finding(LAST_YEAR, _("the file cannot be opened"), remedy)
        case "other_shape":
            yield Finding(LAST_YEAR, _("these are not the figures of a campaign"), remedy)
        case "other_year" if last.as_of:
            fault = _("its data are of {day}, not of fiscal year {year}").format(
                day=short_date(last.as_of), year=campaign.ita_year
            )
            yield Finding(LAST_YEAR, fault, remedy)


def other_questions(campaign: Campaign) -> Iterator[Finding]:
    """List the kinds that only one of the two years asks about, or in other words."""
    now = {kind.id: match_key(kind.name) for kind in campaign.coi_kinds}
    then = {kind.kind_id: match_key(kind.kind) for kind in campaign.last_year.kinds}
    if campaign.last_year.state != "read":
        return
    if other := [each for each in (now | then) if now.get(each) != then.get(each)]:
        yield Finding(
            LAST_YEAR,
            _("kinds that the two years do not ask in the same words: {ids}").format(
                ids=", ".join(other)
            ),
            _("nothing to do if that is so; these kinds are not compared, and the report says so"),
        )
