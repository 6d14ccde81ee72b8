"""All answers of the province in a few figures, for the sentences above the charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aggregate.rounding import percent
from config.campaign import HIGH_AND_ABOVE

if TYPE_CHECKING:
    import pandas as pd


def risk_spread(risk: pd.DataFrame, risk_matrix: pd.DataFrame) -> dict[str, int | float | None]:
    """Return ``answers``, ``high_answers``, ``high_percent`` of the matrix, and ``high_kinds``.

    «High» is สูง and above, of a single score or of a kind's mean. The percentage is None where
    no kind may be shown.
    """
    answers = int(risk_matrix["answers"].sum())
    high = int(risk_matrix.loc[risk_matrix["level"].isin(HIGH_AND_ABOVE), "answers"].sum())
    return {
        "answers": answers,
        "high_answers": high,
        "high_percent": percent(high, answers) if answers else None,
        "high_kinds": int(risk["level"].isin(HIGH_AND_ABOVE).sum()),
    }
