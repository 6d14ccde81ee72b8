"""The declared head-counts: those of the office's table and those that agencies sent by form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from config.thai import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from config.campaign import Campaign

IN_TABLE, BY_FORM = "table", "form"
_COLUMNS = ["agency_id", "staff_type", "heads", "on", "scope", "declared_by", "response_id"]
_OF_ONE = ["agency_id", "staff_type"]


def declarations(campaign: Campaign, declared: pd.DataFrame) -> pd.DataFrame:
    """Return every number declared, what stands below what it replaces.

    ::

        table  land  official  40  1 March        land  official  40  1 March  table
        form   land  official  44  9 March   ->   land  official  44  9 March  form

    The latest day wins; of one day's the form's latest submission (design.md §2). Columns:
    ``agency_id``, ``staff_type``, ``heads`` (int64), ``on`` (date), ``scope``, ``declared_by``
    (`IN_TABLE` or `BY_FORM`), ``response_id`` (Int64, NA for the table).
    """
    of_table = pd.DataFrame(
        [
            (row.agency, row.staff_type, row.heads, row.on, row.scope, IN_TABLE, pd.NA)
            for row in campaign.headcount
        ],
        columns=_COLUMNS,
    )
    of_form = declared.assign(declared_by=BY_FORM)[_COLUMNS]
    typed = {"heads": "int64", "response_id": "Int64"}
    both = [part.astype(typed) for part in (of_table, of_form)]
    return pd.concat(both, ignore_index=True).sort_values("on", kind="stable", ignore_index=True)


def in_force(declared: pd.DataFrame) -> pd.DataFrame:
    """Return the number in force of each agency and staff type; columns as given."""
    return declared.drop_duplicates(_OF_ONE, keep="last").reset_index(drop=True)


def disagreements(declared: pd.DataFrame) -> pd.DataFrame:
    """Return where the day in force was declared with different numbers.

    Columns: ``agency_id``, ``staff_type``, ``on``, ``heads`` (the numbers, tuple of int, the one
    in force last).
    """
    newest = in_force(declared).set_index(_OF_ONE)["on"]
    of_that_day = declared[
        declared["on"].to_numpy()
        == newest.reindex(pd.MultiIndex.from_frame(declared[_OF_ONE])).to_numpy()
    ]
    numbers = of_that_day.groupby([*_OF_ONE, "on"], sort=False)["heads"].agg(
        lambda heads: tuple(dict.fromkeys(reversed([int(each) for each in heads])))[::-1]
    )
    return numbers[numbers.map(len) > 1].reset_index()


def counting_declarations(declared: pd.DataFrame, headcounts: pd.DataFrame) -> set[int]:
    """Return the ``response_id`` of the forms that count: in force, or newest of their agency."""
    standing = in_force(declared)["response_id"].dropna()
    return {int(each) for each in (*standing, *latest_contact(headcounts)["response_id"])}


def latest_contact(headcounts: pd.DataFrame) -> pd.DataFrame:
    """Return the newest form of each agency: it names the coordinator."""
    current = headcounts[~headcounts["replaced"]]
    newest_last = current.sort_values(["submitted_at", "content"], kind="stable")
    return newest_last.drop_duplicates("agency_id", keep="last")


def contacts(
    agencies: pd.DataFrame, standing: pd.DataFrame, headcounts: pd.DataFrame
) -> pd.DataFrame:
    """Return each agency with what it declared and whom to ask, in the register's order.

    Internal: it names people. ``agencies``: see `aggregate.denominators.heads_by_agency`;
    ``standing``: see `in_force`. Columns: ``agency_id``, ``agency``, ``basis``, ``headcount``
    (Int64, of what is counted), ``on`` (date of the newest number in force, None if there is
    none), ``scope``, ``declared_by`` ("" where nothing is declared), ``certified`` (boolean, NA
    without a form), ``coordinator``, ``phone``, ``email``.
    """
    newest = standing.drop_duplicates("agency_id", keep="last").set_index("agency_id")
    people = latest_contact(headcounts).set_index("agency_id")
    asked = agencies["agency_id"].tolist()
    found = {
        "on": _each(newest["on"], asked, None),
        "scope": [clean(text) for text in _each(newest["scope"], asked, "")],
        "declared_by": _each(newest["declared_by"], asked, ""),
        "certified": pd.array(_each(people["certified"], asked, pd.NA), dtype="boolean"),
    }
    names = {name: _each(people[name], asked, "") for name in ("coordinator", "phone", "email")}
    return agencies[["agency_id", "agency", "basis", "headcount"]].assign(**found | names)


def _each(values: pd.Series, agencies: Sequence[str], otherwise: object) -> list[Any]:
    known = values.to_dict()
    return [known.get(agency, otherwise) for agency in agencies]
