"""Who of an agency has not acknowledged what: by name where known, else by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from aggregate.denominators import NONE
from aggregate.person_state import OWES_NOTHING, person_state, state_in_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from collector.tidy.decisions import Decided, Named

MISSING_COLUMNS = [
    "agency_id", "agency", "staff_type", "person", "position", "notice_id", "notice", "state",
    "missing",
]  # fmt: skip
_KNOWN = [
    "person", "agency_id", "name", "name_key", "position", "staff_type", "presence", "exempt",
    "exempt_until",
]  # fmt: skip
_STANDING = ["acknowledged", "late", "outdated", "clarify"]


def missing(  # noqa: PLR0913  # one table per source of what is known of people
    completion: pd.DataFrame,
    members: pd.DataFrame,
    standing: pd.DataFrame,
    roster: pd.DataFrame,
    *,
    so_decided: Decided,
    waiting: Collection[Named],
    overdue: bool,
) -> pd.DataFrame:
    """Return what is still to be signed. Internal: it names people. Columns: `MISSING_COLUMNS`.

    One row per known person and notice (``missing`` 1, or 0 where the person owes nothing: is
    exempt, or left); where the agency declared a number only, one row per notice for those
    nobody has seen yet (``person`` empty). ``members``: those counted; ``waiting``: of whom an
    answer is set aside; ``overdue``: the data reach beyond the closing day.
    """
    known = (
        _known_people(members, roster, so_decided)
        .merge(completion[["notice_id", "notice"]].drop_duplicates(), how="cross")
        .merge(standing.drop(columns="agency_id"), on=["person", "notice_id"], how="left")
        .pipe(lambda t: t.assign(**{n: t[n].fillna(value=False).astype(bool) for n in _STANDING}))
        .loc[lambda t: ~t["acknowledged"]]
        .pipe(_with_states, so_decided, waiting, overdue=overdue)
        .assign(agency=lambda t: t["agency_id"].map(_names(completion)))
    )
    rest = _unknown_people(completion, known, overdue=overdue)
    order = {agency: place for place, agency in enumerate(completion["agency_id"].unique())}
    return (
        pd.concat([known[MISSING_COLUMNS], rest[MISSING_COLUMNS]], ignore_index=True)
        .sort_values(
            ["agency_id", "person", "notice_id"],
            key=lambda column: column.map(order) if column.name == "agency_id" else column,
            ignore_index=True,
        )
        .astype({"missing": "int64"})
    )


def _names(completion: pd.DataFrame) -> dict[str, str]:
    return dict(zip(completion["agency_id"], completion["agency"], strict=True))


def _known_people(members: pd.DataFrame, roster: pd.DataFrame, so_decided: Decided) -> pd.DataFrame:
    """Return everybody who counts, whom a roster excuses, and who declines without a roster."""
    on_roster = roster[roster["counted"] & (roster["presence"] != "not_yet")]
    others = members[~members["person"].isin(on_roster["person"])].assign(
        presence="here", exempt="", exempt_until=None
    )
    seen = {*zip(members["agency_id"], members["name_key"], strict=True)}
    agencies_with_roster = set(roster["agency_id"])
    declining = pd.DataFrame(
        [
            (f"declined/{agency}/{key}", agency, name, key, "", "", "here", "", None)
            for (agency, key), name in so_decided.declined.items()
            if (agency, key) not in seen and agency not in agencies_with_roster
        ],
        columns=_KNOWN,
    )
    return pd.concat(
        [others[_KNOWN].astype(object), on_roster[_KNOWN].astype(object), declining.astype(object)],
        ignore_index=True,
    )


def _with_states(
    people: pd.DataFrame, so_decided: Decided, waiting: Collection[Named], *, overdue: bool
) -> pd.DataFrame:
    """Add ``state`` (in words) and ``missing``; ``person`` becomes the name to show."""
    named = list(zip(people["agency_id"], people["name_key"], strict=True))
    states = [
        person_state(
            presence=presence,
            outdated=outdated,
            clarify=clarify,
            declined=person in so_decided.declined,
            waiting=person in waiting,
            overdue=overdue,
        )
        for person, presence, outdated, clarify in zip(
            named, people["presence"], people["outdated"], people["clarify"], strict=True
        )
    ]
    excuses = zip(states, people["exempt"], people["exempt_until"], strict=True)
    return people.assign(
        person=people["name"],
        state=[state_in_words(state, reason, until) for state, reason, until in excuses],
        missing=[int(state not in OWES_NOTHING) for state in states],
    )


def _unknown_people(
    completion: pd.DataFrame, known: pd.DataFrame, *, overdue: bool
) -> pd.DataFrame:
    """Return the declared heads of whom neither a name nor an answer is known."""
    named = known.groupby(["agency_id", "notice_id"])["missing"].sum().rename("named")
    declared = completion[completion["basis"] != NONE].join(named, on=["agency_id", "notice_id"])
    missing_heads = declared["headcount"] - declared["acknowledged"] - declared["named"].fillna(0)
    found = declared.assign(missing=missing_heads)
    return found[found["missing"] > 0].assign(
        staff_type="",
        person="",
        position="",
        state=state_in_words(person_state(overdue=overdue)),
    )
