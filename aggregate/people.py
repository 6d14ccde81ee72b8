"""The people a percentage speaks of: those who signed, and those a roster names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from config.thai import clean

if TYPE_CHECKING:
    from config.campaign import Campaign

MEMBER_COLUMNS = [
    "person", "agency_id", "name", "name_key", "position", "staff_type", "counted",
]  # fmt: skip
_IDENTITY = ["email_key", "position_key"]


def signers(signoffs: pd.DataFrame) -> pd.DataFrame:
    """Return one row per person of the sign-offs.

    Columns: `MEMBER_COLUMNS`, ``email_key``, ``position_key``, ``group`` (where in the agency).
    Of several rows the latest one of a counted staff type describes the person, else the latest:
    a later answer never takes a person out of the count.
    """
    return (
        signoffs[~signoffs["replaced"]]
        .assign(staff_type=lambda rows: rows["staff_type_id"])
        .sort_values("counted", kind="stable")
        .drop_duplicates("person", keep="last")
        .sort_index()[[*MEMBER_COLUMNS, *_IDENTITY, "group"]]
        .assign(group=lambda people: people["group"].map(clean))
        .reset_index(drop=True)
    )


def members(
    signed: pd.DataFrame, roster: pd.DataFrame, standing: pd.DataFrame, campaign: Campaign
) -> pd.DataFrame:
    """Return who is in a percentage: of an agency with a roster its people, else who signed.

    Whoever a roster exempts is left out unless they signed; who left, and who is still to come,
    is not there. Staff types not counted are kept apart by ``counted``, also those whom the
    roster does not name. Columns: `MEMBER_COLUMNS` and ``on_roster`` (bool).
    """
    acknowledged = standing.loc[standing["acknowledged"] | standing["outdated"], "person"]
    there = (roster["presence"] == "here") | (
        (roster["presence"] == "exempt") & roster["person"].isin(acknowledged)
    )
    listed = signed["agency_id"].isin({person.agency for person in campaign.people})
    uncounted = ~signed["counted"] & ~signed["person"].isin(roster["person"])
    others = signed[~listed | uncounted]
    return pd.concat(
        [
            others[MEMBER_COLUMNS].assign(on_roster=False),
            roster.loc[there, MEMBER_COLUMNS].assign(on_roster=True),
        ],
        ignore_index=True,
    )
