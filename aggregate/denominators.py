"""Out of how many: the roster, else the declared head-count, else nothing declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from config.campaign import Campaign

ROSTER, HEADCOUNT, NONE = "roster", "headcount", "none"


def heads_by_staff_type(
    campaign: Campaign, standing: pd.DataFrame, roster: pd.DataFrame
) -> pd.DataFrame:
    """Return the people who should sign, by agency and counted staff type.

    ``standing``: the declared heads in force (`aggregate.headcounts.in_force`). Columns:
    ``agency_id``, ``staff_type``, ``headcount`` (int64), ``basis``. An agency with a roster is
    counted from it.
    """
    with_roster = {person.agency for person in campaign.people}
    counted = {staff_type.id for staff_type in campaign.staff_types if staff_type.counted}
    declared = (
        standing[~standing["agency_id"].isin(with_roster) & standing["staff_type"].isin(counted)]
        .rename(columns={"heads": "headcount"})
        .assign(basis=HEADCOUNT)[["agency_id", "staff_type", "headcount", "basis"]]
    )
    listed = (
        roster.groupby(["agency_id", "staff_type"], sort=False)
        .size()
        .rename("headcount")
        .reset_index()
        .assign(basis=ROSTER)
    )
    return pd.concat([declared, listed], ignore_index=True).astype({"headcount": "int64"})


def heads_by_agency(campaign: Campaign, heads: pd.DataFrame) -> pd.DataFrame:
    """Return ``agency_id``, ``agency``, ``headcount`` (Int64, NA if none), ``basis``.

    One row per agency of the register, in its order. A roster without anybody on it as of the
    day counts nobody, which is not the same as nothing declared.
    """
    with_roster = {person.agency for person in campaign.people}
    register = pd.DataFrame(
        [(agency.id, agency.name) for agency in campaign.agencies],
        columns=["agency_id", "agency"],
    )
    totals = heads.groupby("agency_id").agg(
        headcount=("headcount", "sum"), basis=("basis", "first")
    )
    found = register.join(totals, on="agency_id")
    listed = found["agency_id"].isin(with_roster)
    return found.assign(
        headcount=found["headcount"].astype("Int64").mask(found["headcount"].isna() & listed, 0),
        basis=found["basis"].astype(object).mask(found["basis"].isna(), NONE).mask(listed, ROSTER),
    )
