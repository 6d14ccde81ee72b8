"""What a person must look at: counted all the same, and never silently."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from config.dates import short_date
from config.messages import thai

if TYPE_CHECKING:
    from collections.abc import Sequence

    from config.campaign import Campaign

REVIEW_COLUMNS = ["reason_id", "reason", "agency_id", "agency", "person", "detail", "remedy"]
_SHARED_BY_AT_LEAST = 3


def review(
    signoffs: pd.DataFrame, signed: pd.DataFrame, agencies: pd.DataFrame, campaign: Campaign
) -> pd.DataFrame:
    """Return what is counted but doubtful, with what to decide. Internal: it names people.

    ``signed``: the people who signed (`aggregate.people.signers`). Columns: `REVIEW_COLUMNS`.
    """
    current = signoffs[~signoffs["replaced"]]
    found = [
        _doubtful(current),
        _two_agencies(signed, campaign),
        _off_roster(signed, campaign),
        _shared_mailboxes(current),
        _early(current),
        _over_declared(agencies),
    ]
    names = {agency.id: agency.name for agency in campaign.agencies}
    rows = pd.concat(found, ignore_index=True)
    return rows.assign(agency=rows["agency_id"].map(names))[REVIEW_COLUMNS].sort_values(
        ["reason_id", "agency_id", "person", "detail"], ignore_index=True
    )


def _rows(
    reason_id: str, reason: str, remedy: str, people: Sequence[tuple[str, str, str]]
) -> pd.DataFrame:
    """Return review rows for (agency id, person, detail)."""
    return pd.DataFrame(
        [(reason_id, reason, agency, person, detail, remedy) for agency, person, detail in people],
        columns=["reason_id", "reason", "agency_id", "person", "detail", "remedy"],
    )


def _doubtful(signoffs: pd.DataFrame) -> pd.DataFrame:
    doubtful = signoffs[signoffs["doubtful"]]
    written = doubtful["email"].str.strip() + " · " + doubtful["position"].str.strip()
    people = (
        doubtful.assign(written=written)
        .groupby(["agency_id", "person"], sort=False)
        .agg(name=("name", "last"), written=("written", lambda w: " / ".join(sorted(set(w)))))
        .reset_index()
    )
    return _rows(
        "doubtful",
        thai("One person or two? The name is the same, the e-mail or the position is not."),
        thai("Counted once. Ask the agency; if they are two, let both give e-mail and position."),
        list(zip(people["agency_id"], people["name"], people["written"], strict=True)),
    )


def _two_agencies(signed: pd.DataFrame, campaign: Campaign) -> pd.DataFrame:
    names = {agency.id: agency.name for agency in campaign.agencies}
    once_each = signed.drop_duplicates(["agency_id", "name_key"])
    people = once_each[once_each.duplicated("name_key", keep=False)]
    several = people.groupby("name_key")["agency_id"].agg(sorted)
    return _rows(
        "two_agencies",
        thai("The same name signed in more than one agency."),
        thai("Counted in each. Ask where the person works, or whether they are namesakes."),
        [
            (agency, name, ", ".join(names[place] for place in several[key] if place != agency))
            for agency, name, key in zip(
                people["agency_id"], people["name"], people["name_key"], strict=True
            )
        ],
    )


def _off_roster(signed: pd.DataFrame, campaign: Campaign) -> pd.DataFrame:
    with_roster = {person.agency for person in campaign.people}
    others = signed[signed["agency_id"].isin(with_roster) & ~signed["on_roster"]]
    return _rows(
        "off_roster",
        thai("Signed, but the agency's roster does not name this person."),
        thai("Not counted. Correct the roster or the spelling of the name, and refresh."),
        list(zip(others["agency_id"], others["name"], [""] * len(others), strict=True)),
    )


def _shared_mailboxes(signoffs: pd.DataFrame) -> pd.DataFrame:
    given = signoffs[signoffs["email_key"] != ""]
    people = given.groupby("email_key").agg(
        agency_id=("agency_id", "first"), people=("person", "nunique")
    )
    shared = people[people["people"] >= _SHARED_BY_AT_LEAST]
    detail = thai("{email}: {people} people")
    return _rows(
        "shared_mailbox",
        thai("Several people gave the same e-mail address."),
        thai("Kept apart by name. Ask the agency whether each of them signed in person."),
        [
            (row.agency_id, "", detail.format(email=row.Index, people=row.people))
            for row in shared.itertuples()
        ],
    )


def _early(signoffs: pd.DataFrame) -> pd.DataFrame:
    early = signoffs[signoffs["early"]]
    days = [short_date(day) for day in early["submitted_at"].dt.date]
    return _rows(
        "early",
        thai("Signed before the campaign opened."),
        thai("Counted. See whether the form was open early or the clock was wrong."),
        list(zip(early["agency_id"], early["name"], days, strict=True)),
    )


def _over_declared(agencies: pd.DataFrame) -> pd.DataFrame:
    over = agencies[agencies["state"] == "over"]
    detail = thai("{signers} signed, {heads} declared")
    return _rows(
        "over_declared",
        thai("More people signed than the agency declared."),
        thai("Ask the agency for its number of people today, and enter it with its date."),
        [
            (row.agency_id, "", detail.format(signers=row.signers, heads=row.headcount))
            for row in over.itertuples()
        ],
    )
