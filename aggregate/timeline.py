"""Day by day: who completed all notices, and how many assessed themselves."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from config.campaign import Campaign

Day = date | None
EARLY: Day = None
"""The line that gathers what came before the opening."""


def timeline(
    people: pd.DataFrame, assessments: pd.DataFrame, campaign: Campaign, as_of: datetime | None
) -> pd.DataFrame:
    """Return one row per day for the province, then for each agency of the register.

    ::

        province  None         4  4  0     before the opening, on one line of its own
        province  2023-03-01   2  6  5     every day from the opening to ``as_of``,
        province  2023-03-02   0  6  0     also one without answers

    ``people``: those who are counted (`aggregate.cube.per_person`). A person stands on the day,
    in the campaign's zone, on which the last missing acknowledgement was first given. Nobody is
    capped at a head-count, so the last sum is that of ``agencies["acknowledged_all"]``.

    Columns: ``scope`` (``province``, ``agency``), ``agency_id`` ("" for the province),
    ``agency``, ``day`` (date; None before the opening), ``completed``, ``completed_so_far``,
    ``assessed`` (int64). No rows before the first answer.
    """
    days = _days(campaign.window.opens, as_of)
    completed = _per_day(people[people["all"]], "newest_at", campaign, days)
    assessed = _per_day(assessments, "submitted_at", campaign, days)
    names = {"": campaign.province} | {agency.id: agency.name for agency in campaign.agencies}
    each = [agency_id for agency_id in names for _day in days]
    return pd.DataFrame(
        {
            "scope": ["agency" if agency_id else "province" for agency_id in each],
            "agency_id": each,
            "agency": [names[agency_id] for agency_id in each],
            "day": pd.Series(days * len(names), dtype=object),
            "completed": completed.to_numpy().ravel(order="F"),
            "completed_so_far": completed.cumsum().to_numpy().ravel(order="F"),
            "assessed": assessed.to_numpy().ravel(order="F"),
        }
    )


def _days(opens: date, as_of: datetime | None) -> list[Day]:
    if as_of is None:
        return []
    count = max((as_of.date() - opens).days + 1, 0)
    return [EARLY, *(opens + timedelta(days=number) for number in range(count))]


def _per_day(
    table: pd.DataFrame, moment: str, campaign: Campaign, days: Sequence[Day]
) -> pd.DataFrame:
    """Return rows counted by place in ``days`` (index) and agency (columns, "" for all first)."""
    moments = pd.DatetimeIndex(table[moment]).tz_convert(campaign.zone)
    passed = (moments.tz_localize(None).normalize() - pd.Timestamp(campaign.window.opens)).days
    ids = [agency.id for agency in campaign.agencies]
    column = table["agency_id"].map({agency_id: place for place, agency_id in enumerate(ids)})
    cell = np.maximum(passed + 1, 0) * len(ids) + column.to_numpy(dtype="int64")
    counts = np.bincount(cell, minlength=len(days) * len(ids)).reshape(len(days), len(ids))
    each = pd.DataFrame(counts, columns=ids)
    return pd.concat([each.sum(axis="columns").rename(""), each], axis="columns")
