"""The results of the measures: written, of this period, and read by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.finding import Finding, place_of
from config.messages import _
from config.periods import period_of, spans_in, spans_outside
from config.tables import EVENTS, GUIDELINES, MEASURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.campaign import Campaign, Measure
    from config.periods import Span
    from config.tables import Table


def days_outside_the_period(campaign: Campaign) -> Iterator[Finding]:
    """Find days in a written result that lie outside the measure's period, or in no calendar."""
    for measure in campaign.measures:
        period = period_of(measure.period, campaign.fiscal_year)
        days = spans_in(measure.result, campaign.fiscal_year)
        if period and period.first is None:
            yield _impossible(measure, measure.period)
        for day in days:
            if day.first is None:
                yield _impossible(measure, day.text)
        for day in spans_outside(measure.result, measure.period, campaign.fiscal_year):
            yield _outside(measure, day)
        if days and period is None:
            yield _no_period(measure)


def drafts(campaign: Campaign) -> Iterator[Finding]:
    """Count the rows that nobody has read and corrected yet."""
    for table, ids in draft_rows(campaign):
        yield Finding(
            place_of(table),
            _("{count} rows are drafts").format(count=len(ids)),
            _("read and correct them, then mark them as no longer drafts"),
        )


def draft_rows(campaign: Campaign) -> Iterator[tuple[Table, tuple[str, ...]]]:
    """Yield each table that has drafts, with the ids of those rows."""
    ids_by_table = (
        (GUIDELINES, tuple(row.id for row in campaign.guidelines if row.draft)),
        (MEASURES, tuple(row.id for row in campaign.measures if row.draft)),
        (EVENTS, tuple(row.id for row in campaign.events if row.draft)),
    )
    return ((table, ids) for table, ids in ids_by_table if ids)


def _place(measure: Measure) -> str:
    return _("{place} number {number}").format(place=place_of(MEASURES), number=measure.number)


def _impossible(measure: Measure, text: str) -> Finding:
    return Finding(
        _place(measure),
        _("“{text}” is no day of any calendar").format(text=text),
        _("correct it by the original document"),
    )


def _outside(measure: Measure, day: Span) -> Finding:
    return Finding(
        _place(measure),
        _("the result speaks of {day}, outside the period {period}").format(
            day=day.text, period=measure.period
        ),
        _("correct the period or the date, or say in the result why they differ"),
    )


def _no_period(measure: Measure) -> Finding:
    return Finding(
        _place(measure),
        _("the period “{period}” names no month, so the result's dates were not compared").format(
            period=measure.period
        ),
        _("write it like this: มีนาคม - เมษายน 2566"),
    )
