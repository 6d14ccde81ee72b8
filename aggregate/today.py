"""What Monday's sentence says: how far behind the province is, and what waits for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aggregate.behind import QUIET_DAYS

if TYPE_CHECKING:
    import pandas as pd

Today = dict[str, int | None]


def today(
    behind: pd.DataFrame,
    timeline: pd.DataFrame,
    *,
    set_aside: int,
    to_decide: int,
    days_left: int | None,
) -> Today:
    """Return the counts of the sentence.

    ``behind`` (agencies that lack people), of them ``stalled`` and ``not_started``;
    ``over`` and ``undeclared`` (agencies to ask for their number); ``missing`` (people short of
    the head-counts); ``completed_lately`` and ``lately_days`` (people who completed all notices
    in so many days up to the newest answer); ``set_aside`` (rows), ``to_decide`` (lines),
    ``days_left`` (as in `aggregate.behind`; None before the first answer), ``quiet_days`` (after
    how many without a new sign-off an agency is stalled).
    """
    lacking = behind[behind["state"].isin(("not_started", "in_progress", "reported"))]
    days = timeline.loc[timeline["scope"] == "province"].dropna(subset="day").tail(QUIET_DAYS)
    return {
        "behind": len(lacking),
        "stalled": int(lacking["stalled"].sum()),
        "not_started": int((lacking["state"] == "not_started").sum()),
        "over": int((behind["state"] == "over").sum()),
        "undeclared": int((behind["state"] == "undeclared").sum()),
        "missing": int(behind["missing"].sum()),
        "completed_lately": int(days["completed"].sum()),
        "lately_days": len(days),
        "set_aside": set_aside,
        "to_decide": to_decide,
        "days_left": days_left,
        "quiet_days": QUIET_DAYS,
    }
