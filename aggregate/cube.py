"""The count cube: how many people of an agency and staff type stand where with each notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

COUNTS = ["acknowledged", "late", "outdated"]


def count_cube(members: pd.DataFrame, standing: pd.DataFrame) -> pd.DataFrame:
    """Return counts of people.

    ::

        person  agency  type        person  notice  acknowledged      agency type notice ack…
        A       1       civil   +   A       hr      True          ->  1      civil hr    2
        B       1       civil       B       hr      True

    Columns: ``agency_id``, ``staff_type``, ``notice_id``, `COUNTS` (int64).
    """
    return (
        members[["person", "staff_type", "agency_id"]]
        .merge(standing.drop(columns="agency_id"), on="person")
        .groupby(["agency_id", "staff_type", "notice_id"], sort=False)[COUNTS]
        .sum()
        .astype("int64")
        .reset_index()
    )


def per_person(
    members: pd.DataFrame, standing: pd.DataFrame, notices: Sequence[str]
) -> pd.DataFrame:
    """Return each member with how they stand with all notices together.

    Adds ``signer`` (bool: acknowledged a notice in any version), ``all`` (bool: acknowledged all
    of them), ``late`` (bool: at least one of them late), ``newest_at`` (datetime64[s, zone]: when
    the last of their acknowledgements came, for who acknowledged all the moment of completion).
    """
    signed = standing[standing["acknowledged"] | standing["outdated"]]
    together = signed.groupby("person").agg(
        acknowledged=("acknowledged", "sum"),
        late=("late", "max"),
        newest_at=("acknowledged_at", "max"),
    )
    found = members.join(together, on="person")
    return found.assign(
        signer=found["acknowledged"].notna(),
        all=found["acknowledged"].fillna(0).astype("int64") == len(notices),
        late=found["late"].fillna(value=False).astype(bool),
    ).drop(columns="acknowledged")
