"""What last year's ITA scores ask for, the analysis that O42 begins with."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from config.messages import marked, thai
from config.thai import thai_digits
from report.rows import Row, rows_of, rows_where

if TYPE_CHECKING:
    from collections.abc import Mapping

    from config.campaign import ItaScore
    from report.facts import Facts

_TWO_PLACES = Decimal("0.01")
_LEVELS: Mapping[str, str] = {
    "rule": marked("The level of the whole is by the scale of fiscal year {year}."),
    "confirmed": marked("The level of the whole is by the scale of fiscal year {year}."),
    "disputed": marked(
        "The level of the whole was typed as “{typed}”, but by the scale of fiscal year {year} a "
        "score of {score} is “{rule}”; please check."
    ),
}


def score(value: Decimal) -> str:
    """Return a score as it was published, with two decimals at least."""
    whole = value == value.quantize(_TWO_PLACES)
    return thai_digits(str(value.quantize(_TWO_PLACES) if whole else value))


def weaknesses(facts: Facts) -> list[str]:
    """Return a sentence per indicator below 85, or that there is none and which is lowest."""
    scored = rows_where(facts.summary.ita, lambda row: row["need"] != "")
    urgent = [
        _said(
            thai(
                "Indicator {number} {name}: {score} points, below 85; a fault or weakness to be "
                "mended urgently."
            ),
            row,
        )
        for row in scored
        if row["need"] == "urgent"
    ]
    if urgent or not scored:
        return urgent
    lowest = thai("indicator {number} {name} {score} points")
    names = thai(" and ").join(_said(lowest, row) for row in scored if row["lowest"])
    none_below = (
        thai("Of the indicators scored so far none is below 85 points; the lowest is {indicators}.")
        if any(row.indicator for row in _blank(facts))
        else thai("No indicator is below 85 points; the lowest is {indicators}.")
    )
    return [none_below.format(indicators=names)]


def to_improve(facts: Facts) -> list[str]:
    """Return a sentence per indicator from 85 to below 95."""
    sentence = thai("Indicator {number} {name}: {score} points; to be improved further.")
    return [
        _said(sentence, row)
        for row in rows_where(facts.summary.ita, lambda row: row["need"] == "improve")
    ]


def not_scored(facts: Facts) -> list[str]:
    """Return which scores are not written in although others are."""
    blank = _blank(facts)
    if not blank or facts.summary.ita.empty:
        return []
    indicator = thai("indicator {number} {name}")
    names = ", ".join(
        indicator.format(number=thai_digits(str(row.indicator)), name=row.name)
        if row.indicator
        else row.name
        for row in blank
    )
    return [thai("Not written in yet, and so not analysed: {names}.").format(names=names)]


def _blank(facts: Facts) -> list[ItaScore]:
    return [row for row in facts.campaign.ita_scores if row.score is None]


def levels(facts: Facts) -> list[str]:
    """Return by what the levels are, and where the one typed is not that of its year's scale."""
    year = thai_digits(str(facts.campaign.ita_year))
    rows = rows_of(facts.summary.ita)
    notes = []
    for row in rows:
        if row["by_rule"]:
            sentence = _LEVELS[row["level_is"]]
            figures = {"typed": row["level"], "rule": row["by_rule"], "score": score(row["score"])}
            notes.append(thai(sentence).format(year=year, **figures))
    if any(row["level_is"] == "typed" for row in rows):
        others = thai("The other levels are printed as the office typed them.")
        alone = thai("Levels are printed as the office typed them; no scale of {year} was applied.")
        notes.append(others if notes else alone.format(year=year))
    return notes


def _said(sentence: str, row: Row) -> str:
    return sentence.format(
        number=thai_digits(str(row["indicator"])), name=row["name"], score=score(row["score"])
    )
