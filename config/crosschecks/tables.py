"""The tables against each other: which checks each of them has to pass."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from config.campaign import SCALE
from config.crosschecks.agency_names import two_meanings
from config.crosschecks.decisions import decision_mistakes, readable_decisions
from config.crosschecks.notice_versions import version_mistakes
from config.crosschecks.unique import doubled_rows, id_mistakes
from config.errors import CampaignError
from config.messages import _
from config.names import read_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.references import Tables
    from config.rows import TableRows

_FULL_MARKS = 100


def table_mistakes(tables: Tables) -> Iterator[CampaignError]:
    """Check the tables, their references resolved already."""
    for name in ("agencies", "staff_types", "ita_scores", "guidelines", "measures", "events"):
        yield from id_mistakes(tables[name], "id")
    yield from id_mistakes(tables["signatories"], "role")
    yield from doubled_rows(tables["measures"], ("number",))
    yield from doubled_rows(tables["ita_scores"], ("indicator",))
    yield from _scores(tables["ita_scores"])
    yield from _steps(tables["events"])
    yield from doubled_rows(tables["headcount"], ("agency", "staff_type", "on"))
    yield from two_meanings(tables)
    yield from _heads(tables["headcount"])
    yield from version_mistakes(tables["notices"])
    yield from _periods(tables["aliases"], "since", "until")
    yield from _periods(tables["people"], "joined", "left")
    yield from _roster(tables["people"])
    yield from decision_mistakes(readable_decisions(tables["decisions"]))


def agency_count_mistakes(agencies: TableRows, expected: int) -> Iterator[CampaignError]:
    """Compare the register with the number of agencies that the campaign expects."""
    if agencies.mistakes and not agencies.rows:
        return
    if len(agencies.rows) != expected:
        yield CampaignError(
            _("there are {count} agencies, but the campaign expects {expected}").format(
                count=len(agencies.rows), expected=expected
            ),
            place=agencies.rows[0].origin if agencies.rows else f"{agencies.table.name}.csv",
            remedy=_("complete the register, or correct agencies_expected in campaign.toml"),
        )


def _scores(scores: TableRows) -> Iterator[CampaignError]:
    for row in scores.rows:
        if row.values.get("score", 0) > _FULL_MARKS:
            yield CampaignError(
                _("{score} is more than 100").format(score=row.values["score"]),
                place=row.place(scores.table.column("score")),
                remedy=_("copy the score as it was published"),
            )


def _steps(events: TableRows) -> Iterator[CampaignError]:
    for row in events.rows:
        for name in ("likelihood", "impact"):
            if row.values.get(name, 1) not in SCALE:
                yield CampaignError(
                    _("{value} is not one of 1 to 5").format(value=row.values[name]),
                    place=row.place(events.table.column(name)),
                    remedy=_("write the step of the scale that the report prints, 1 to 5"),
                )


def _heads(headcount: TableRows) -> Iterator[CampaignError]:
    column = headcount.table.column("heads")
    for row in headcount.rows:
        if row.values.get("heads", 1) < 1:
            yield CampaignError(
                _("{heads} is not a number of people").format(heads=row.values["heads"]),
                place=row.place(column),
                remedy=_("write the number of people, or leave the cell blank while it is unknown"),
            )


def _roster(people: TableRows) -> Iterator[CampaignError]:
    """Find names that nobody could sign with, and exemptions without a reason."""
    for row in people.rows:
        first, last = row.values.get("first_name"), row.values.get("last_name", "-")
        if first and not read_name(first, last, "").key:
            yield CampaignError(
                _('"{name}" is not the name of a person').format(name=first),
                place=row.place(people.table.column("first_name")),
                remedy=_("write the first name, and the title in its own column"),
            )
        if "exempt_until" in row.values and "exempt" not in row.values:
            yield CampaignError(
                _("an exemption has an end, but no reason"),
                place=row.place(people.table.column("exempt")),
                remedy=_("write the reason, or delete the date"),
            )


def _periods(table: TableRows, since: str, until: str) -> Iterator[CampaignError]:
    for row in table.rows:
        if row.values.get(since, date.min) > row.values.get(until, date.max):
            yield CampaignError(
                _("the last day comes before the first"),
                place=row.place(table.table.column(until)),
                remedy=_("correct one of the two dates"),
            )
