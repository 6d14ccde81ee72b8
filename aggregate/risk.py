"""The province's conflict-of-interest risk, kind by kind (domain.md §3; never per agency here)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from aggregate.disclosure import may_be_shown
from aggregate.rounding import mean, percent
from config.campaign import HIGH_AND_ABOVE, LEVELS, SCALE, CoiKind, RiskMatrix

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIGURES = {
    "responses": "Int64", "not_applicable": "Int64", "mean_likelihood": "float64",
    "mean_impact": "float64", "mean_score": "float64", "max_score": "Int64",
    "high_answers": "Int64", "high_percent": "float64",
}  # fmt: skip


def risk(scores: pd.DataFrame, kinds: Sequence[CoiKind], matrix: RiskMatrix) -> pd.DataFrame:
    """Return one row per kind, in the campaign's order.

    Columns: ``scope``, ``kind_id``, ``kind``, ``responses`` (Int64: both values given),
    ``not_applicable`` (Int64), ``mean_likelihood``, ``mean_impact``, ``mean_score`` (float64,
    two decimals; the mean of the persons' products), ``max_score``, ``high_answers``
    (Int64: responses at สูง and above), ``high_percent`` (float64: their share), ``level`` (of
    the printed mean), ``rank`` (Int64, 1 = the highest mean), ``suppressed`` (bool: too few
    answers; figures are NA).
    """
    respondents = scores["response_id"].nunique()
    of_kind = dict(iter(scores.groupby("kind_id")))
    nothing = scores.head(0)
    rows = [_kind_row(of_kind.get(kind.id, nothing), kind, matrix) for kind in kinds]
    return (
        pd.DataFrame(rows)
        .pipe(_suppress, everything=not may_be_shown(respondents))
        .astype(_FIGURES)
        .pipe(_rank)
    )


def _kind_row(scores: pd.DataFrame, kind: CoiKind, matrix: RiskMatrix) -> dict[str, object]:
    scored = scores[scores["state"] == "scored"]
    responses = len(scored)
    row: dict[str, object] = {
        "scope": "province",
        "kind_id": kind.id,
        "kind": kind.name,
        "responses": responses,
        "not_applicable": int((scores["state"] == "not_applicable").sum()),
    }
    if not responses:
        return row | {"level": ""}
    products = scored["likelihood"] * scored["impact"]
    average = mean(products.sum(), responses)
    high = int(products.map(levels_of_scores(matrix)).isin(HIGH_AND_ABOVE).sum())
    return row | {
        "mean_likelihood": float(mean(scored["likelihood"].sum(), responses)),
        "mean_impact": float(mean(scored["impact"].sum(), responses)),
        "mean_score": float(average),
        "max_score": int(products.max()),
        "high_answers": high,
        "high_percent": percent(high, responses),
        "level": matrix.level(average),
    }


def _suppress(rows: pd.DataFrame, *, everything: bool) -> pd.DataFrame:
    """Blank every figure of the kinds with too few answers."""
    suppressed = rows["responses"].map(lambda answers: everything or not may_be_shown(answers))
    blank = {
        name: rows.get(name, pd.Series(pd.NA, index=rows.index)).mask(suppressed, pd.NA)
        for name in _FIGURES
    }
    return rows.assign(
        **{name: pd.to_numeric(figures) for name, figures in blank.items()},
        level=rows["level"].mask(suppressed, ""),
        suppressed=suppressed,
    )


def _rank(rows: pd.DataFrame) -> pd.DataFrame:
    ranked = rows["mean_score"].rank(method="min", ascending=False)
    return rows.assign(rank=ranked.astype("Int64"))


def risk_levels(scores: pd.DataFrame, risk_table: pd.DataFrame, matrix: RiskMatrix) -> pd.DataFrame:
    """Return how many answers of each kind reach each level.

    Columns: ``kind_id``, ``level``, ``answers`` (Int64), ``percent`` (float64, of the kind's
    responses); NA where the kind is suppressed. Kinds × four levels, from low to very high.
    """
    counted = _scored_products(scores)
    counted = counted.assign(level=counted["product"].map(levels_of_scores(matrix)))
    counts = counted.groupby(["kind_id", "level"]).size()
    rows = []
    for kind_id, responses, suppressed in zip(
        risk_table["kind_id"], risk_table["responses"], risk_table["suppressed"], strict=True
    ):
        for level in LEVELS:
            answers = pd.NA if suppressed else int(counts.get((kind_id, level), 0))
            share = float("nan") if suppressed else percent(answers, int(responses))
            rows.append((kind_id, level, answers, share))
    columns = ["kind_id", "level", "answers", "percent"]
    return pd.DataFrame(rows, columns=columns).astype({"answers": "Int64", "percent": "float64"})


def risk_matrix(scores: pd.DataFrame, risk_table: pd.DataFrame, matrix: RiskMatrix) -> pd.DataFrame:
    """Return the 5×5 matrix of all shown kinds together: likelihood, impact, answers, level.

    25 rows; none when no kind may be shown.
    """
    shown = risk_table.loc[~risk_table["suppressed"], "kind_id"]
    if shown.empty:
        return pd.DataFrame(columns=["likelihood", "impact", "answers", "level"])
    counts = (
        _scored_products(scores[scores["kind_id"].isin(shown)])
        .groupby(["likelihood", "impact"])
        .size()
    )
    rows = [
        (likelihood, impact, int(counts.get((likelihood, impact), 0)),
         matrix.level(likelihood * impact))
        for likelihood in SCALE
        for impact in SCALE
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["likelihood", "impact", "answers", "level"])


def _scored_products(scores: pd.DataFrame) -> pd.DataFrame:
    scored = scores[scores["state"] == "scored"]
    return scored.assign(product=scored["likelihood"] * scored["impact"])


def levels_of_scores(matrix: RiskMatrix) -> dict[int, str]:
    """Return the level of every single score, 1 to 25."""
    return {score: matrix.level(score) for score in range(1, 26)}
