"""O43 answers O42: every guideline has a measure (domain.md §1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.finding import Finding, place_of
from config.messages import _
from config.tables import GUIDELINES, MEASURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.campaign import Campaign


def guidelines_without_measure(campaign: Campaign) -> Iterator[Finding]:
    """List the guidelines that no measure carries out."""
    carried_out = {measure.guideline for measure in campaign.measures}
    if bare := [each.id for each in campaign.guidelines if each.id not in carried_out]:
        yield Finding(
            place_of(GUIDELINES),
            _("guidelines that no measure carries out: {ids}").format(ids=", ".join(bare)),
            _("link a measure to each; until then each stands as a further row of the report"),
        )


def notices_without_measure(campaign: Campaign) -> Iterator[Finding]:
    """List the notices whose acknowledgements no measure reports."""
    linked = {measure.notice for measure in campaign.measures}
    if bare := [notice.id for notice in campaign.notices if notice.id not in linked]:
        yield Finding(
            place_of(MEASURES),
            _("notices that no measure reports on: {ids}").format(ids=", ".join(bare)),
            _("link a measure to each"),
        )
