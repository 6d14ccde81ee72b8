"""O43: the measures with their results, filled in from the data, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report.pages.drafts import needs_mark
from report.rows import Row, rows_of
from report.sentences.measures import province_result, result, suggestion

if TYPE_CHECKING:
    from config.campaign import Campaign, Guideline, Measure
    from report.facts import Facts


def measures(facts: Facts) -> dict[str, Any]:
    """Return what ``public/o43.html`` shows: the measures, then guidelines that have none."""
    return {
        "province": province_result(facts),
        "measures": [_measure(row, facts) for row in rows_of(facts.summary.measures)],
    }


def _measure(row: Row, facts: Facts) -> Row:
    campaign = facts.campaign
    measure = next((one for one in campaign.measures if one.id == row["measure_id"]), None)
    return {
        "number": row["number"],
        "answers": _place_of(row["guideline_id"], campaign),
        "result": result(row, measure, facts),
        "suggestion": suggestion(row, measure, facts),
        **(_of_measure(measure) if measure else _of_guideline(row["guideline_id"], campaign)),
    }


def _of_measure(measure: Measure) -> Row:
    return {
        "title": measure.title,
        "responsible": measure.responsible,
        "period": measure.period,
        "draft": needs_mark(measure.draft, measure.period, measure.result),
    }


def _of_guideline(guideline_id: str, campaign: Campaign) -> Row:
    guideline = _guideline(guideline_id, campaign)
    return {
        "title": guideline.title,
        "responsible": guideline.responsible,
        "period": "",
        "draft": guideline.draft,
    }


def _guideline(guideline_id: str, campaign: Campaign) -> Guideline:
    return next(one for one in campaign.guidelines if one.id == guideline_id)


def _place_of(guideline_id: str, campaign: Campaign) -> int | None:
    """Return the number under which O42 lists the guideline."""
    places = {one.id: number for number, one in enumerate(campaign.guidelines, start=1)}
    return places.get(guideline_id)
