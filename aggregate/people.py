"""The people a percentage speaks of: those who signed, and those a roster names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from config.names import read_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from config.campaign import RosterPerson, StaffType

MEMBER_COLUMNS = [
    "person", "agency_id", "name", "name_key", "position", "staff_type", "counted",
]  # fmt: skip


def signers(signoffs: pd.DataFrame) -> pd.DataFrame:
    """Return one row per person of the sign-offs.

    Columns: `MEMBER_COLUMNS`. Of several rows the latest one of a counted staff type describes
    the person, else the latest: a later answer never takes a person out of the count.
    """
    return (
        signoffs[~signoffs["replaced"]]
        .assign(staff_type=lambda rows: rows["staff_type_id"])
        .sort_values("counted", kind="stable")
        .drop_duplicates("person", keep="last")
        .sort_index()[MEMBER_COLUMNS]
        .reset_index(drop=True)
    )


def on_roster(
    people: Sequence[RosterPerson],
    staff_types: Sequence[StaffType],
    signed: pd.DataFrame,
    as_of: date | None,
) -> pd.DataFrame:
    """Return the people whom the rosters put in the denominator as of a day.

    Columns: `MEMBER_COLUMNS` and ``signed`` (bool); ``person`` is the signer of that name, or
    the roster's own place for one who has not signed. An exempt person leaves unless they
    signed. Staff types not counted are left out.
    """
    counted = {staff_type.id for staff_type in staff_types if staff_type.counted}
    rows = [
        (
            person.agency, name.shown, name.key, person.position, person.staff_type,
            _exempt(person, as_of),
        )
        for person in people
        if _employed(person, as_of) and person.staff_type in counted
        for name in [read_name(person.first_name, person.last_name or "-", "")]
    ]  # fmt: skip
    columns = ["agency_id", "name", "name_key", "position", "staff_type", "exempt"]
    roster = pd.DataFrame(rows, columns=columns)
    key = ["agency_id", "name_key", "namesake"]
    found = roster.pipe(_number_namesakes).merge(
        signed.pipe(_number_namesakes)[[*key, "person"]], on=key, how="left"
    )
    place = "roster/" + found["agency_id"] + "/" + found["name_key"] + "/"
    return (
        found.assign(
            signed=found["person"].notna(),
            person=found["person"].fillna(place + found["namesake"].astype(str)),
            counted=True,
        )
        .query("signed or not exempt")[[*MEMBER_COLUMNS, "signed"]]
        .reset_index(drop=True)
    )


def _number_namesakes(people: pd.DataFrame) -> pd.DataFrame:
    """Add ``namesake``: 0 for the first of a name in an agency, 1 for the second, and so on."""
    return people.assign(namesake=people.groupby(["agency_id", "name_key"]).cumcount())


def _employed(person: RosterPerson, day: date | None) -> bool:
    """Say whether the person works there on the day; who retires is out from that day."""
    if day is None:
        return person.left is None
    return (person.joined or day) <= day and (person.left is None or day < person.left)


def _exempt(person: RosterPerson, day: date | None) -> bool:
    if not person.exempt:
        return False
    return person.exempt_until is None or day is None or day <= person.exempt_until
