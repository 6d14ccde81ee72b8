"""Who of an agency has not acknowledged what: by name where known, else by number."""

from __future__ import annotations

import pandas as pd

from aggregate.denominators import NONE
from config.messages import thai

MISSING_COLUMNS = [
    "agency_id", "agency", "staff_type", "person", "position", "notice_id", "notice", "state",
    "missing",
]  # fmt: skip


def missing(
    completion: pd.DataFrame, members: pd.DataFrame, standing: pd.DataFrame, *, late: bool
) -> pd.DataFrame:
    """Return what is still to be signed. Internal: it names people. Columns: `MISSING_COLUMNS`.

    One row per known person and notice (``missing`` 1); where the agency declared a number
    only, one row per notice for those nobody has seen yet (``person`` empty). ``late``: the
    data reach beyond the closing day.
    """
    notices = completion[["notice_id", "notice"]].drop_duplicates()
    named = (
        members.merge(notices, how="cross")
        .merge(standing.drop(columns="agency_id"), on=["person", "notice_id"], how="left")
        .pipe(lambda t: t[~t["acknowledged"].fillna(value=False).astype(bool)])
    )
    known = named.assign(
        agency=named["agency_id"].map(_names(completion)),
        state=_states(named, late=late),
        person=named["name"],
        missing=1,
    )
    rest = _unknown_people(completion, known, late=late)
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


def _states(named: pd.DataFrame, *, late: bool) -> list[str]:
    return [
        _state(outdated=outdated is True, clarify=clarify is True, late=late)
        for outdated, clarify in zip(named["outdated"], named["clarify"], strict=True)
    ]


def _state(*, outdated: bool, clarify: bool, late: bool) -> str:
    if outdated:
        return thai("To be acknowledged again (the document changed materially)")
    if clarify:
        return thai("Asks for clarification")
    return (
        thai("Not yet acknowledged (past the closing day)")
        if late
        else thai("Not yet acknowledged")
    )


def _unknown_people(completion: pd.DataFrame, known: pd.DataFrame, *, late: bool) -> pd.DataFrame:
    """Return the declared heads of whom neither a name nor an answer is known."""
    named = known.groupby(["agency_id", "notice_id"]).size().rename("named")
    declared = completion[completion["basis"] != NONE].join(named, on=["agency_id", "notice_id"])
    missing_heads = declared["headcount"] - declared["acknowledged"] - declared["named"].fillna(0)
    return declared.assign(
        missing=missing_heads,
        staff_type="",
        person="",
        position="",
        state=_state(outdated=False, clarify=False, late=late),
    ).query("missing > 0")
