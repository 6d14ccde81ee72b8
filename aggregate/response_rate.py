"""How many of the staff assessed the risk of their work: who the risk report speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aggregate.denominators import NONE
from aggregate.disclosure import may_be_shown
from aggregate.rounding import percent

if TYPE_CHECKING:
    import pandas as pd

ResponseRate = dict[str, int | float | None]


def response_rate(assessments: pd.DataFrame, agencies: pd.DataFrame) -> ResponseRate:
    """Return the respondents of the whole province beside its declared heads.

    ``agencies_answered`` of ``agencies``; ``heads`` and ``respondents_of_heads`` of the agencies
    with a basis, ``percent`` of these (None without heads). A form without names cannot tell
    doubles, so more than 100 is possible and shown as such. All None while too few answered.
    """
    names = ("agencies", "agencies_answered", "heads", "respondents_of_heads", "percent")
    if not may_be_shown(len(assessments)):
        return dict.fromkeys(names)
    with_basis = agencies[agencies["basis"] != NONE]
    heads = int(with_basis["headcount"].sum())
    of_heads = int(assessments["agency_id"].isin(with_basis["agency_id"]).sum())
    figures = (
        len(agencies),
        int(assessments["agency_id"].nunique()),
        heads,
        of_heads,
        percent(of_heads, heads) if heads else None,
    )
    return dict(zip(names, figures, strict=True))
