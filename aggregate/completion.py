"""Completion: who acknowledged what, out of how many (design.md §2, «Denominator»)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from aggregate.cube import COUNTS
from aggregate.denominators import NONE
from aggregate.rounding import percent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from config.campaign import Notice, StaffType


def completion(
    agencies: pd.DataFrame, cube: pd.DataFrame, notices: Sequence[Notice]
) -> pd.DataFrame:
    """Return agency × notice, in the register's and the campaign's order.

    Columns: ``agency_id``, ``agency``, ``notice_id``, ``notice``, ``headcount`` (Int64),
    ``acknowledged`` (int64), ``percent`` (float64; above 100 is a finding about the head-count),
    ``late``, ``outdated`` (int64), ``basis``.
    """
    listed = pd.DataFrame(
        [(notice.id, notice.title) for notice in notices], columns=["notice_id", "notice"]
    )
    totals = cube.groupby(["agency_id", "notice_id"])[COUNTS].sum()
    found = (
        agencies[["agency_id", "agency", "headcount", "basis"]]
        .merge(listed, how="cross")
        .join(totals, on=["agency_id", "notice_id"])
    )
    return found.assign(
        **{name: found[name].fillna(0).astype("int64") for name in COUNTS}
    ).pipe(_with_percent, "acknowledged")[
        [
            "agency_id", "agency", "notice_id", "notice", "headcount",
            "acknowledged", "percent", "late", "outdated", "basis",
        ]
    ]  # fmt: skip


def notice_totals(completion_table: pd.DataFrame) -> pd.DataFrame:
    """Return each notice over all agencies, in the campaign's order.

    ``headcount``, ``acknowledged``, ``late``, ``outdated`` are sums; ``acknowledged_of_heads``
    counts in agencies with a basis only, each at most its heads, and ``percent`` is of it.
    """
    capped = completion_table[["acknowledged", "headcount"]].min(axis="columns")
    summed = (
        completion_table.assign(
            acknowledged_of_heads=capped.where(completion_table["basis"] != NONE, 0)
        )
        .groupby(["notice_id", "notice"], sort=False)[
            ["headcount", "acknowledged", "late", "outdated", "acknowledged_of_heads"]
        ]
        .sum()
        .astype("int64")
        .reset_index()
    )
    return summed.pipe(_with_percent, "acknowledged_of_heads")


def agency_totals(
    agencies: pd.DataFrame,
    people: pd.DataFrame,
    reported: pd.DataFrame,
    awaiting: AbstractSet[str],
) -> pd.DataFrame:
    """Return each agency with its people who acknowledged all notices, and its state.

    ``reported`` and ``awaiting``: see `aggregate.reported`. Columns: ``agency_id``, ``agency``,
    ``headcount`` (Int64), ``basis``, ``signers``, ``acknowledged_all``, ``late`` (int64),
    ``percent`` (float64), ``reported`` (int64: the largest number that it reports without names
    for a notice while names are awaited, else 0), ``state``: ``undeclared``, ``not_started``,
    ``in_progress``, ``reported`` (names are awaited), ``complete``, ``over``.
    """
    awaited = reported[reported["agency_id"].isin(awaiting)].groupby("agency_id")["people"].max()
    counts = people.groupby("agency_id").agg(
        signers=("signer", "sum"), acknowledged_all=("all", "sum"), late=("late", "sum")
    )
    found = agencies.join(counts, on="agency_id")
    whole = found.assign(
        **{name: found[name].fillna(0).astype("int64") for name in counts.columns}
    ).pipe(_with_percent, "acknowledged_all")
    whole = whole.assign(reported=whole["agency_id"].map(awaited).fillna(0).astype("int64"))
    facts = ("basis", "headcount", "signers", "acknowledged_all", "reported")
    rows = zip(*(whole[fact] for fact in facts), strict=True)
    return whole.assign(state=[_state(*row) for row in rows])


def _state(basis: str, heads: int, signers: int, acknowledged_all: int, reported: int) -> str:
    if basis == NONE:
        return "undeclared"
    if signers > heads:
        return "over"
    if signers and acknowledged_all == heads:
        return "complete"
    if reported:
        return "reported"
    return "in_progress" if signers else "not_started"


def staff_type_totals(
    heads: pd.DataFrame, people: pd.DataFrame, staff_types: Sequence[StaffType]
) -> pd.DataFrame:
    """Return agency × staff type, those not counted among them.

    Columns: ``agency_id``, ``staff_type``, ``headcount`` (Int64, NA where not declared),
    ``signers``, ``acknowledged_all`` (int64), ``percent``, ``name``, ``counted``.
    """
    names = pd.DataFrame(
        [(kind.id, kind.name, kind.counted) for kind in staff_types],
        columns=["staff_type", "name", "counted"],
    )
    counts = (
        people.groupby(["agency_id", "staff_type"], sort=False)
        .agg(signers=("signer", "sum"), acknowledged_all=("all", "sum"))
        .reset_index()
    )
    found = heads.drop(columns="basis").merge(counts, on=["agency_id", "staff_type"], how="outer")
    return (
        found.assign(
            headcount=found["headcount"].astype("Int64"),
            signers=found["signers"].fillna(0).astype("int64"),
            acknowledged_all=found["acknowledged_all"].fillna(0).astype("int64"),
        )
        .pipe(_with_percent, "acknowledged_all")
        .merge(names, on="staff_type", how="left")
    )


def staff_types_of_the_province(
    per_agency: pd.DataFrame, staff_types: Sequence[StaffType]
) -> pd.DataFrame:
    """Return the staff types over all agencies, in the campaign's order; columns as per agency."""
    order = [kind.id for kind in staff_types]
    return (
        per_agency.groupby(["staff_type", "name", "counted"], sort=False)
        .agg(
            headcount=("headcount", lambda heads: heads.sum(min_count=1)),
            signers=("signers", "sum"),
            acknowledged_all=("acknowledged_all", "sum"),
        )
        .reset_index()
        .astype({"headcount": "Int64"})
        .pipe(_with_percent, "acknowledged_all")
        .sort_values("staff_type", key=lambda ids: ids.map(order.index), ignore_index=True)
    )


def whole(agencies: pd.DataFrame) -> dict[str, int | float | None]:
    """Return the province: agencies with a basis, each counting at most its heads."""
    with_basis = agencies[agencies["basis"] != NONE]
    heads = int(with_basis["headcount"].sum())
    everything = int(with_basis[["acknowledged_all", "headcount"]].min(axis="columns").sum())
    others = agencies[agencies["basis"] == NONE]
    return {
        "headcount": heads,
        "acknowledged_all": everything,
        "acknowledged_undeclared": int(others["acknowledged_all"].sum()),
        "percent": percent(everything, heads) if heads else None,
        "agencies": len(agencies),
        "agencies_complete": int((agencies["state"] == "complete").sum()),
    }


def _with_percent(table: pd.DataFrame, part: str) -> pd.DataFrame:
    pairs = zip(table[part], table["headcount"].fillna(0), strict=True)
    return table.assign(percent=[percent(int(some), int(heads)) for some, heads in pairs])
