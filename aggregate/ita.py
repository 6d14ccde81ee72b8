"""Last year's ITA scores and what each asks for (wording.md, O42)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

import pandas as pd

from config.ita_levels import TOTAL, level_by_rule
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from config.campaign import ItaScore

Need = Literal["", "urgent", "improve", "keep"]
URGENT_BELOW = Decimal(85)
IMPROVE_BELOW = Decimal(95)


def ita_scores(scores: Sequence[ItaScore], year: int) -> pd.DataFrame:
    """Return the scores of fiscal year ``year`` that are known, in the campaign's order.

    Columns: ``id``, ``indicator`` (Int64, NA for the whole and the instruments), ``name``,
    ``score`` (Decimal, as published), ``level`` (as typed, else by rule), ``by_rule`` (the
    level of the whole by the scale of its year; "" where that says none), ``level_is``: ``typed``,
    ``confirmed`` (typed and by rule the same), ``disputed``, ``rule`` or "" without one;
    ``source``, ``need`` of an indicator: ``urgent`` below 85, ``improve`` below 95, else ``keep``;
    ``lowest`` (bool) of the lowest indicators.
    """
    by_rule = level_by_rule(scores, year)
    rows = [
        (
            row.id, row.indicator, row.name, row.score,
            *_level(row.level, by_rule if row.id == TOTAL else ""),
            row.source, _need(row, row.score),
        )
        for row in scores
        if row.score is not None
    ]  # fmt: skip
    known = pd.DataFrame(
        rows,
        columns=[
            "id", "indicator", "name", "score", "level", "by_rule", "level_is", "source", "need",
        ],
    )  # fmt: skip
    of_indicators = known.loc[known["need"] != "", "score"]
    return known.assign(
        indicator=known["indicator"].astype("Int64"),
        lowest=(known["need"] != "") & (known["score"] == min(of_indicators, default=None)),
    )


def _need(row: ItaScore, score: Decimal) -> Need:
    if row.indicator is None:
        return ""
    if score < URGENT_BELOW:
        return "urgent"
    return "improve" if score < IMPROVE_BELOW else "keep"


def _level(typed: str, by_rule: str) -> tuple[str, str, str]:
    """Return the level that is printed, that of the rule, and how the two stand."""
    if not typed:
        return by_rule, by_rule, "rule" if by_rule else ""
    if not by_rule:
        return typed, "", "typed"
    same = match_key(typed) == match_key(by_rule)
    return typed, by_rule, "confirmed" if same else "disputed"
