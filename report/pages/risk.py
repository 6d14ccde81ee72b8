"""The risk page: the province as a whole, never an agency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from config.campaign import LEVELS, Level, RiskMatrix
from report.charts import draw_distribution, draw_matrix, draw_ranking
from report.charts.ranking import HIGHEST_SCORE, ranked
from report.rows import Row, rows_of

if TYPE_CHECKING:
    from aggregate.summary import Summary
    from config.campaign import Campaign
    from report.facts import Facts


def risk(facts: Facts) -> dict[str, Any]:
    """Return what ``public/risk.html`` shows; with too few respondents hardly anything."""
    summary, campaign = facts.summary, facts.campaign
    return {
        "respondents": summary.respondents,
        "findings": findings(summary),
        "kinds": _kinds(summary, campaign),
        "bands": bands(campaign.matrix),
        **({} if summary.respondents is None else _pictures(summary, campaign)),
    }


def findings(summary: Summary) -> list[Row]:
    """Return the kinds whose mean is high or above, the highest first."""
    return [kind for kind in ranked(summary) if kind["level"] in ("high", "very_high")]


def answers_by_kind(summary: Summary) -> dict[str, dict[Level, Row]]:
    """Return the rows of ``risk_levels`` by kind and level."""
    answers: dict[str, dict[Level, Row]] = {}
    for row in rows_of(summary.risk_levels):
        answers.setdefault(row["kind_id"], {})[row["level"]] = row
    return answers


def bands(matrix: RiskMatrix) -> list[Row]:
    """Return each level with its lowest and highest single score, and where it ends for means."""
    begins = (1, matrix.medium, matrix.high, matrix.very_high)
    ends = (*begins[1:], None)
    return [
        {"level": level, "lowest": begin, "highest": HIGHEST_SCORE if end is None else end - 1,
         "below": end}
        for level, begin, end in zip(LEVELS, begins, ends, strict=True)
    ]  # fmt: skip


def _kinds(summary: Summary, campaign: Campaign) -> list[Row]:
    numbers = {kind.id: kind.number for kind in campaign.coi_kinds}
    answers = answers_by_kind(summary)
    return [
        kind | {"number": numbers[kind["kind_id"]], "levels": answers.get(kind["kind_id"], {})}
        for kind in ranked(summary)
    ]


def _pictures(summary: Summary, campaign: Campaign) -> dict[str, Any]:
    cells = {(row["likelihood"], row["impact"]): row for row in rows_of(summary.risk_matrix)}
    return {
        "ranking": draw_ranking(summary, campaign),
        "matrix": draw_matrix(summary, campaign),
        "distribution": draw_distribution(summary, campaign),
        "cells": cells,
    }
