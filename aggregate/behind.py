"""Which agencies are not complete, in the order in which the office should call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from datetime import datetime

    from config.campaign import Campaign

QUIET_DAYS = 7
"""After a week without a new sign-off an agency is said to stand still."""
_COLUMNS = [
    "agency_id", "agency", "state", "headcount", "signers", "acknowledged_all", "missing",
    "percent", "last_new", "quiet_days", "stalled", "days_left",
]  # fmt: skip


def behind(
    agencies: pd.DataFrame, people: pd.DataFrame, campaign: Campaign, as_of: datetime | None
) -> pd.DataFrame:
    """Return the agencies that are not complete, whom to call first on top.

    Most missing people first, for there a call brings most; of equals the one that has been
    silent longest, then the register's order. After them those with more signers than heads (to
    ask for the number), last those that declared none. The clock is ``as_of``.

    Columns: ``agency_id``, ``agency``, ``state``, ``headcount`` (Int64), ``signers``,
    ``acknowledged_all`` (int64), ``missing`` (Int64: people short of the head-count; NA where none
    is declared), ``percent`` (float64), ``last_new`` (date of the last sign-off that
    was new, None if there is none), ``quiet_days`` (Int64: since then, else since the opening),
    ``stalled`` (bool: for `QUIET_DAYS` or longer), ``days_left`` (Int64 until the closing day:
    0 on that day, negative after it).
    """
    late = agencies[agencies["state"] != "complete"].reset_index(drop=True)
    newest = late["agency_id"].map(_newest_day(people, campaign))
    quiet = _quiet_days(newest, campaign, as_of)
    found = late.assign(
        missing=(late["headcount"] - late["acknowledged_all"]).clip(lower=0),
        last_new=newest.astype(object).where(newest.notna(), None),
        quiet_days=quiet,
        stalled=(quiet >= QUIET_DAYS).fillna(value=False).astype(bool),
        days_left=pd.Series([days_left(campaign, as_of)] * len(late), dtype="Int64"),
    )
    return found.pipe(_call_order)[_COLUMNS]


def days_left(campaign: Campaign, as_of: datetime | None) -> int | None:
    """Return the days until the closing day: 0 on that day, negative after it."""
    return None if as_of is None else (campaign.window.closes - as_of.date()).days


def _newest_day(people: pd.DataFrame, campaign: Campaign) -> pd.Series:
    newest = people.groupby("agency_id")["newest_at"].max().dropna()
    return newest.dt.tz_convert(campaign.zone).dt.date


def _quiet_days(newest: pd.Series, campaign: Campaign, as_of: datetime | None) -> pd.Series:
    if as_of is None:
        return pd.Series(pd.NA, index=newest.index, dtype="Int64")
    today = as_of.date()
    since = newest.where(newest.notna(), campaign.window.opens)
    return since.map(lambda day: max((today - day).days, 0)).astype("Int64")


def _call_order(table: pd.DataFrame) -> pd.DataFrame:
    return (
        table.assign(
            turn=table["state"].map({"over": 1, "undeclared": 2}).fillna(0),
            lacking=-table["missing"].fillna(0),
            silence=-table["quiet_days"].fillna(0),
        )
        .sort_values(["turn", "lacking", "silence"], kind="stable", ignore_index=True)
        .drop(columns=["turn", "lacking", "silence"])
    )
