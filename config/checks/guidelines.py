"""O43 answers O42: every guideline has a measure with a result (domain.md §1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.finding import Finding, place_of
from config.messages import _
from config.tables import GUIDELINES, MEASURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.campaign import Campaign, Measure


def guidelines_without_measure(campaign: Campaign) -> Iterator[Finding]:
    """List the guidelines that no measure carries out, and those without any result yet."""
    measures: dict[str, list[Measure]] = {guideline.id: [] for guideline in campaign.guidelines}
    for measure in campaign.measures:
        measures.get(measure.guideline, []).append(measure)
    if bare := [guideline for guideline, carried_out_by in measures.items() if not carried_out_by]:
        yield Finding(
            place_of(GUIDELINES),
            _("guidelines that no measure carries out: {ids}").format(ids=", ".join(bare)),
            _("link a measure to each; until then each stands as a further row of the report"),
        )
    without_result = [
        guideline
        for guideline, carried_out_by in measures.items()
        if carried_out_by and not any(map(has_result, carried_out_by))
    ]
    if without_result:
        yield Finding(
            place_of(GUIDELINES),
            _("guidelines whose measures have no result: {ids}").format(
                ids=", ".join(without_result)
            ),
            _("write the result of at least one measure of each"),
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


def has_result(measure: Measure) -> bool:
    """Say whether somebody has written the result, or the data tell it."""
    return bool(measure.notice or measure.form or measure.result)
