"""Conflict-of-interest risk per agency. Internal, never public (design.md §2, «Risk»)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from aggregate.disclosure import may_be_shown, too_small_alone
from aggregate.risk import levels_of_scores
from aggregate.risk_units import SMALL_OFFICES
from aggregate.rounding import mean, percent
from config.campaign import HIGH_AND_ABOVE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from config.campaign import CoiKind, RiskMatrix

FEW, COMPANY = "few", "company"
_COUNTS = ("responses", "not_applicable", "total", "highest", "high")
_FIGURES = {
    "responses": "Int64", "not_applicable": "Int64", "mean_score": "float64",
    "max_score": "Int64", "high_answers": "Int64", "high_percent": "float64",
}  # fmt: skip


def agency_risk(
    scores: pd.DataFrame, units: pd.DataFrame, kinds: Sequence[CoiKind], matrix: RiskMatrix
) -> pd.DataFrame:
    """Return one row per unit of `aggregate.risk_units` and kind.

    Units in the register's order, the group of small offices last; kinds in the campaign's.

    A cell with too few scored answers shows no figure. Where such cells of a kind are together
    still too few, the next smallest cell of that kind is hidden with them: else the province's
    row less the others would tell what they hide.

    Columns: ``unit_id``, ``unit``, ``kind_id``, ``kind``, ``responses`` (Int64: both values
    given), ``not_applicable`` (Int64), ``mean_score`` (float64: mean of the persons' products,
    two decimals), ``max_score``, ``high_answers`` (Int64: at สูง and above), ``high_percent``
    (float64, of ``responses``), ``level`` (of the printed mean), ``hidden`` ("" for a shown
    cell, ``few`` for too few answers, ``company`` for one hidden to protect those).
    """
    cells = _every_cell(units, kinds).merge(
        _counted(scores, units, matrix), on=["unit_id", "kind_id"], how="left"
    )
    return (
        cells.assign(**{name: cells[name].fillna(0).astype("int64") for name in _COUNTS})
        .pipe(_hide)
        .pipe(_with_figures, matrix)
    )


def _every_cell(units: pd.DataFrame, kinds: Sequence[CoiKind]) -> pd.DataFrame:
    named = (
        units.loc[units["unit_id"] != "", ["unit_id", "unit"]]
        .drop_duplicates()
        .sort_values("unit_id", key=lambda ids: ids == SMALL_OFFICES, kind="stable")
    )
    listed = pd.DataFrame([(k.id, k.name) for k in kinds], columns=["kind_id", "kind"])
    return named.merge(listed, how="cross")


def _counted(scores: pd.DataFrame, units: pd.DataFrame, matrix: RiskMatrix) -> pd.DataFrame:
    """Return whole numbers per unit and kind: `_COUNTS`."""
    scored = scores["state"] == "scored"
    products = (scores["likelihood"] * scores["impact"]).where(scored, 0).astype("int64")
    return (
        scores.assign(
            unit_id=scores["agency_id"].map(units.set_index("agency_id")["unit_id"]),
            responses=scored,
            not_applicable=scores["state"] == "not_applicable",
            total=products,
            highest=products,
            high=products.map(levels_of_scores(matrix)).isin(HIGH_AND_ABOVE),
        )
        .groupby(["unit_id", "kind_id"])
        .agg(
            responses=("responses", "sum"),
            not_applicable=("not_applicable", "sum"),
            total=("total", "sum"),
            highest=("highest", "max"),
            high=("high", "sum"),
        )
        .reset_index()
    )


def _hide(cells: pd.DataFrame) -> pd.DataFrame:
    """Add ``hidden``, decided kind by kind."""
    hidden = pd.Series("", index=cells.index, dtype=object)
    for of_kind in cells.groupby("kind_id", sort=False).indices.values():
        answers = {int(place): int(cells["responses"].iloc[place]) for place in of_kind}
        for place in too_small_alone(answers):
            hidden.iloc[place] = COMPANY if may_be_shown(answers[place]) else FEW
    return cells.assign(hidden=hidden)


def _with_figures(cells: pd.DataFrame, matrix: RiskMatrix) -> pd.DataFrame:
    rows = [
        _figures(responses, not_applicable, total, highest, high, matrix)
        if not hidden
        else {"level": ""}
        for responses, not_applicable, total, highest, high, hidden in zip(
            *(cells[name] for name in _COUNTS), cells["hidden"], strict=True
        )
    ]
    figures = pd.DataFrame(rows, columns=[*_FIGURES, "level"], index=cells.index)
    named = ["unit_id", "unit", "kind_id", "kind"]
    return cells[named].join(figures.astype(_FIGURES)).assign(hidden=cells["hidden"])


def _figures(
    responses: int, not_applicable: int, total: int, highest: int, high: int, matrix: RiskMatrix
) -> dict[str, object]:
    average = mean(total, responses)
    return {
        "responses": responses,
        "not_applicable": not_applicable,
        "mean_score": float(average),
        "max_score": highest,
        "high_answers": high,
        "high_percent": percent(high, responses),
        "level": matrix.level(average),
    }
