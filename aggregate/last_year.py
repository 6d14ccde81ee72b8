"""Last year's risk beside this year's: what may be compared, and by how much it differs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

import pandas as pd

from aggregate.disclosure import may_be_shown
from config.thai import match_key

if TYPE_CHECKING:
    from datetime import datetime

    from config.campaign import Campaign, FormerKind, LastYear

State = Literal["none", "unreadable", "other_shape", "other_year", "few", "compared"]

_DTYPES = {
    "last_responses": "Int64", "last_mean": "float64", "last_level": "object",
    "difference": "float64",
}  # fmt: skip


@dataclass(frozen=True)
class BesideLastYear:
    """``state``: ``compared``, or why nothing is: ``few`` answered in one of the years.

    ``as_of`` and ``respondents`` are last year's. ``same_levels``: its levels are by this
    campaign's matrix. ``higher``, ``lower``, ``same``: how many kinds' means are. ``kinds``: one
    row per kind, in the campaign's order: ``kind_id``, ``state`` (``compared``, ``few``,
    ``not_asked`` or ``reworded`` last year), ``last_responses`` (Int64), ``last_mean``
    (float64), ``last_level``, ``difference`` (float64, of the printed means); NA where hidden or
    not comparable. ``gone``: what only last year asked about.
    """

    state: State
    as_of: datetime | None
    respondents: int | None
    same_levels: bool
    higher: int
    lower: int
    same: int
    kinds: pd.DataFrame
    gone: tuple[str, ...]


def beside_last_year(
    risk: pd.DataFrame, respondents: int | None, campaign: Campaign
) -> BesideLastYear:
    """Return last year's published risk beside ``risk`` (`aggregate.risk.risk`).

    A difference stands only where both years show their figure, so that it tells of nobody's
    answers what the two reports do not tell already.
    """
    last = _shown(campaign.last_year)
    by_id = {kind.kind_id: kind for kind in last.kinds}
    rows = [
        _beside(kind_id, name, mean, by_id.get(kind_id))
        for kind_id, name, mean in zip(
            risk["kind_id"], risk["kind"], risk["mean_score"], strict=True
        )
    ]
    kinds = pd.DataFrame(rows, columns=["kind_id", "state", *_DTYPES]).astype(_DTYPES)
    differences = kinds["difference"].dropna()
    asked = set(risk["kind_id"])
    return BesideLastYear(
        state=_state(last, respondents),
        as_of=last.as_of,
        respondents=last.respondents,
        same_levels=_by_this_matrix(last, campaign),
        higher=int((differences > 0).sum()),
        lower=int((differences < 0).sum()),
        same=int((differences == 0).sum()),
        kinds=kinds,
        gone=tuple(kind.kind for kind in last.kinds if kind.kind_id not in asked),
    )


def _shown(last: LastYear) -> LastYear:
    """Hide what last year should have hidden, whatever its file says (design.md §2)."""
    enough = last.respondents is not None and may_be_shown(last.respondents)
    kinds = tuple(
        kind
        if enough and kind.responses is not None and may_be_shown(kind.responses)
        else kind.model_copy(update={"responses": None, "mean_score": None, "level": ""})
        for kind in last.kinds
    )
    hidden = {"respondents": last.respondents if enough else None, "kinds": kinds}
    return last.model_copy(update=hidden)


def _state(last: LastYear, respondents: int | None) -> State:
    if last.state != "read":
        return last.state
    return "few" if None in (last.respondents, respondents) else "compared"


def _beside(kind_id: str, name: str, mean: float, last: FormerKind | None) -> dict[str, object]:
    row: dict[str, object] = {"kind_id": kind_id}
    if last is None:
        return row | {"state": "not_asked"}
    row |= {
        "last_responses": last.responses,
        "last_mean": None if last.mean_score is None else float(last.mean_score),
        "last_level": last.level,
    }
    if match_key(last.kind) != match_key(name):
        return row | {"state": "reworded"}
    if last.mean_score is None or pd.isna(mean):
        return row | {"state": "few"}
    return row | {"state": "compared", "difference": float(Decimal(str(mean)) - last.mean_score)}


def _by_this_matrix(last: LastYear, campaign: Campaign) -> bool:
    matrix = campaign.matrix
    return last.matrix == matrix.id and all(
        kind.level == matrix.level(kind.mean_score)
        for kind in last.kinds
        if kind.mean_score is not None
    )
