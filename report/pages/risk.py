"""The risk page: the province as a whole, never an agency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from config.campaign import LEVELS, Level, RiskMatrix
from report.charts import draw_distribution, draw_matrix, draw_ranking
from report.charts.ranking import HIGHEST_SCORE
from report.ranking import ranked
from report.rows import Row, rows_of
from report.sentences import risk as sentences

if TYPE_CHECKING:
    from aggregate.summary import Summary
    from config.campaign import Campaign
    from report.facts import Facts


def risk(facts: Facts) -> dict[str, Any]:
    """Return what ``public/risk.html`` shows; with too few respondents hardly anything."""
    summary, campaign = facts.summary, facts.campaign
    return {
        "respondents": summary.respondents,
        "findings": sentences.findings(facts),
        "perceived": sentences.perceived(facts),
        "kinds": _kinds(summary, campaign),
        "bands": bands(campaign.matrix),
        **({} if summary.respondents is None else _pictures(facts)),
    }


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


def _pictures(facts: Facts) -> dict[str, Any]:
    """Return the three charts, the sentence over each, and the matrix's cells."""
    summary, campaign = facts.summary, facts.campaign
    cells = {(row["likelihood"], row["impact"]): row for row in rows_of(summary.risk_matrix)}
    return {
        "ranking": draw_ranking(summary, campaign),
        "ranking_headline": sentences.ranking_headline(facts),
        "matrix": draw_matrix(summary, campaign),
        "matrix_headline": sentences.matrix_headline(facts),
        "distribution": draw_distribution(summary, campaign),
        "distribution_headline": sentences.distribution_headline(facts),
        "cells": cells,
    }
