"""Last year's ITA scores and what each asks for (wording.md, O42)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence

    from config.campaign import ItaScore

Need = Literal["", "urgent", "improve", "keep"]
URGENT_BELOW = Decimal(85)
IMPROVE_BELOW = Decimal(95)


def ita_scores(scores: Sequence[ItaScore]) -> pd.DataFrame:
    """Return the scores that are known, in the campaign's order.

    Columns: ``id``, ``indicator`` (Int64, NA for the whole and the instruments), ``name``,
    ``score`` (Decimal, as published), ``level``, ``source``, ``need`` of an indicator: ``urgent``
    below 85, ``improve`` below 95, else ``keep``; ``lowest`` (bool) of the lowest indicators.
    """
    rows = [
        (row.id, row.indicator, row.name, row.score, row.level, row.source, _need(row, row.score))
        for row in scores
        if row.score is not None
    ]
    known = pd.DataFrame(
        rows, columns=["id", "indicator", "name", "score", "level", "source", "need"]
    )
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
