"""What a person must look at: counted all the same, and never silently.

A decision of the office that settles a doubt (`config.campaign.ANSWERS`) takes it off the list.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from aggregate.headcounts import disagreements
from collector.tidy.decisions import decided
from config.dates import short_date
from config.messages import thai
from config.names import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from collector.tidy.decisions import Decided
    from config.campaign import Campaign

REVIEW_COLUMNS = [
    "reason_id", "reason", "agency_id", "agency", "person", "other_agency_id", "detail", "remedy",
]  # fmt: skip
_SHARED_BY_AT_LEAST = 3


def review(
    signoffs: pd.DataFrame,
    signed: pd.DataFrame,
    agencies: pd.DataFrame,
    declared: pd.DataFrame,
    campaign: Campaign,
) -> pd.DataFrame:
    """Return what is counted but doubtful, with what to decide. Internal: it names people.

    ``signed``: the people who signed (`aggregate.people.signers`); ``declared``: all declared
    head-counts (`aggregate.headcounts.declarations`). Columns: `REVIEW_COLUMNS`; a
    decision is given for ``agency_id``, ``person`` (the name; of a shared mailbox its address;
    empty where only a new head-count helps) and ``reason_id``. ``other_agency_id`` is the other
    one where the doubt is between two.
    """
    current = signoffs[~signoffs["replaced"]]
    so_decided = decided(campaign.decisions)
    found = [
        *_doubtful(current),
        *_two_agencies(signed, campaign, so_decided),
        *(
            doubt
            for doubt in (*_off_roster(signed, campaign), *_early(current))
            if not _is_confirmed(doubt, so_decided)
        ),
        *_shared_mailboxes(current, so_decided),
        *_over_declared(agencies),
        *_two_headcounts(declared, campaign),
    ]
    names = {agency.id: agency.name for agency in campaign.agencies}
    rows = pd.DataFrame(found, columns=_Doubt._fields)
    return rows.assign(agency=rows["agency_id"].map(names))[REVIEW_COLUMNS].sort_values(
        ["reason_id", "agency_id", "person", "detail"], ignore_index=True
    )


class _Doubt(NamedTuple):
    """What is to be decided; ``other_agency_id`` is "" but where the doubt is between two."""

    reason_id: str
    reason: str
    agency_id: str
    person: str
    detail: str
    remedy: str
    other_agency_id: str = ""


def _rows(
    reason_id: str, reason: str, remedy: str, people: Iterable[tuple[str, str, str]]
) -> list[_Doubt]:
    """Return a doubt for each (agency id, person, detail)."""
    return [
        _Doubt(reason_id, reason, agency, person, detail, remedy)
        for agency, person, detail in people
    ]


def _is_confirmed(doubt: _Doubt, so_decided: Decided) -> bool:
    """Say whether the office has looked into it and found it right."""
    place = so_decided.place_of((doubt.agency_id, key_of(doubt.person)))
    return (doubt.reason_id, *place) in so_decided.confirmed


def _doubtful(signoffs: pd.DataFrame) -> list[_Doubt]:
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
        zip(people["agency_id"], people["name"], people["written"], strict=True),
    )


def _two_agencies(signed: pd.DataFrame, campaign: Campaign, so_decided: Decided) -> list[_Doubt]:
    names = {agency.id: agency.name for agency in campaign.agencies}
    once_each = signed.drop_duplicates(["agency_id", "name_key"])
    people = once_each[once_each.duplicated("name_key", keep=False)]
    pairs = [
        (one.agency_id, one.name, other.agency_id)
        for name_key, same in people.groupby("name_key")
        for one, other in permutations(same.itertuples(), 2)
        if frozenset(((one.agency_id, name_key), (other.agency_id, name_key)))
        not in so_decided.apart
    ]
    doubts = _rows(
        "two_agencies",
        thai("The same name signed in more than one agency."),
        thai("Counted in each. Ask where the person works, or whether they are namesakes."),
        ((agency, name, names[other]) for agency, name, other in pairs),
    )
    others = (other for _agency, _name, other in pairs)
    return [d._replace(other_agency_id=other) for d, other in zip(doubts, others, strict=True)]


def _off_roster(signed: pd.DataFrame, campaign: Campaign) -> list[_Doubt]:
    with_roster = {person.agency for person in campaign.people}
    others = signed[signed["agency_id"].isin(with_roster) & ~signed["on_roster"]]
    return _rows(
        "off_roster",
        thai("Signed, but the agency's roster does not name this person."),
        thai("Not counted. Correct the roster or the spelling of the name, and refresh."),
        zip(others["agency_id"], others["name"], [""] * len(others), strict=True),
    )


def _shared_mailboxes(signoffs: pd.DataFrame, so_decided: Decided) -> list[_Doubt]:
    confirmed = {key for doubt, _agency, key in so_decided.confirmed if doubt == "shared_mailbox"}
    people = signoffs.groupby("email_key").agg(
        agency_id=("agency_id", "first"), people=("person", "nunique")
    )
    several = people[people["people"] >= _SHARED_BY_AT_LEAST]
    shared = several[~several.index.map(key_of).isin({*confirmed, ""})]
    detail = thai("{email}: {people} people")
    return _rows(
        "shared_mailbox",
        thai("Several people gave the same e-mail address."),
        thai("Kept apart by name. Ask the agency whether each of them signed in person."),
        [
            (row.agency_id, row.Index, detail.format(email=row.Index, people=row.people))
            for row in shared.itertuples()
        ],
    )


def _early(signoffs: pd.DataFrame) -> list[_Doubt]:
    early = signoffs[signoffs["early"]]
    days = [short_date(day) for day in early["submitted_at"].dt.date]
    return _rows(
        "early",
        thai("Signed before the campaign opened."),
        thai("Counted. See whether the form was open early or the clock was wrong."),
        zip(early["agency_id"], early["name"], days, strict=True),
    )


def _over_declared(agencies: pd.DataFrame) -> list[_Doubt]:
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


def _two_headcounts(declared: pd.DataFrame, campaign: Campaign) -> list[_Doubt]:
    with_roster = {person.agency for person in campaign.people}
    name_by_kind = {staff_type.id: staff_type.name for staff_type in campaign.staff_types}
    detail = thai("{staff_type} on {day}: {numbers}")
    return _rows(
        "two_headcounts",
        thai("Different numbers of people are declared for the same day."),
        thai("The last one counts. Ask the agency, and have it declare its number of today."),
        [
            (
                row.agency_id,
                "",
                detail.format(
                    staff_type=name_by_kind[row.staff_type],
                    day=short_date(row.on),
                    numbers=" → ".join(f"{each:,}" for each in row.heads),
                ),
            )
            for row in disagreements(declared).itertuples()
            if row.agency_id not in with_roster
        ],
    )
