"""What the figures themselves ask of the office: named by `rapsap check`, place and remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aggregate.denominators import NONE
from config.dates import short_date
from config.finding import Finding, place_of
from config.messages import _
from config.tables import EVENTS, GUIDELINES, HEADCOUNT, MEASURES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from aggregate.summary import Summary
    from config.campaign import Campaign

_NAMED_AT_MOST = 3


def inspect_figures(summary: Summary, campaign: Campaign) -> Iterator[Finding]:
    """Yield what is lacking in the answers so far; nothing here keeps a refresh from running."""
    yield from _undeclared(summary, campaign)
    yield from _without_result(summary, campaign)
    yield from _outside_the_period(summary, campaign)
    yield from _kinds_at_high(summary, campaign)


def _without_result(summary: Summary, campaign: Campaign) -> Iterator[Finding]:
    """List the measures and guidelines of which neither data, office nor agency tell a result."""
    rows = summary.measures
    silent = rows[rows["source"] == NONE]
    if bare := [str(number) for number in silent.loc[silent["measure_id"] != "", "number"]]:
        yield Finding(
            place_of(MEASURES),
            _("measures without a result: {numbers}").format(numbers=", ".join(bare)),
            _("ask the responsible unit for its result, with a date"),
        )
    told = set(rows.loc[rows["source"] != NONE, "guideline_id"])
    if without := [each.id for each in campaign.guidelines if each.id not in told]:
        yield Finding(
            place_of(GUIDELINES),
            _("guidelines whose measures have no result: {ids}").format(ids=", ".join(without)),
            _("write the result of at least one measure of each"),
        )


def _outside_the_period(summary: Summary, campaign: Campaign) -> Iterator[Finding]:
    """Name what agencies report of a day outside a measure's period."""
    names = {agency.id: agency.short_name for agency in campaign.agencies}
    measures = {measure.id: measure for measure in campaign.measures}
    for report in summary.reports[summary.reports["outside"]].itertuples():
        measure = measures[report.measure_id]
        yield Finding(
            _("{place} number {number}").format(place=place_of(MEASURES), number=measure.number),
            _("{agency} reports a result of {day}, outside the period {period}").format(
                agency=names[report.agency_id], day=short_date(report.on), period=measure.period
            ),
            _("correct the period, or ask the agency for the right day"),
        )


def _kinds_at_high(summary: Summary, campaign: Campaign) -> Iterator[Finding]:
    """Name the kinds at high or above by their mean that no event with a measure answers."""
    for kind in summary.kinds_without_measure.itertuples():
        level = campaign.matrix_levels[kind.level]
        if kind.events:
            fault = _("“{kind}” is at the level “{level}”, and its events have no measure")
        else:
            fault = _("“{kind}” is at the level “{level}”, and no event is given for it")
        yield Finding(
            place_of(EVENTS),
            fault.format(kind=kind.kind, level=level),
            _("have the working group write event, control and measure, with who and by when"),
        )


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
