"""The head-counts that agencies declare by form, read a second time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import recount

from config.campaign import DeclaredHeads

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from recount import Row

    from config.campaign import Campaign


def read_headcounts(campaign: Campaign, folder: Path) -> list[Row]:
    """The declarations; only what the rehearsal spoils is recognised as spoilt."""
    if not any(form.id == "headcount" for form in campaign.forms):
        return []
    rows = recount.read_rows(campaign, campaign.form("headcount"), folder)
    known = recount.agency_ids(campaign)
    for row in rows:
        row.agency = recount.agency_of(row, known)
        on = day_of(row, campaign)
        numbers = [text for _, text in heads_in(row)]
        digits = all(re.fullmatch("[0-9]+", text) for text in numbers)
        if row.moment and row.agency and on and on <= row.day and digits:
            row.fate = "accepted"
    return rows


def heads_in(row: Row) -> list[tuple[str, str]]:
    return [
        (question.removeprefix("heads."), text.strip())
        for question, text in row.answers.items()
        if question.startswith("heads.") and text.strip()
    ]


def day_of(row: Row, campaign: Campaign) -> date | None:
    moment, _ = recount.moment_of(row.answers["on"], campaign)
    return moment.date() if moment else None


def with_declared(campaign: Campaign, rows: list[Row]) -> Campaign:
    """The campaign with the forms' numbers below those of its table; mark what counts no more."""
    accepted = sorted((row for row in rows if row.fate == "accepted"), key=recount.age)
    newest: dict[object, Row | None] = {}
    in_order = [(each.on, each, None) for each in campaign.headcount] + [
        (each.on, each, row) for row in accepted for each in declared(row, campaign)
    ]
    for _, each, row in sorted(in_order, key=lambda one: one[0]):
        newest[each.agency, each.staff_type] = row
    newest |= {row.agency: row for row in accepted}
    for row in accepted:
        if not any(row is standing for standing in newest.values()):
            row.fate = "superseded"
    everything = tuple(each for _, each, _ in in_order)
    return campaign.model_copy(update={"headcount": everything})


def declared(row: Row, campaign: Campaign) -> list[DeclaredHeads]:
    on = day_of(row, campaign)
    assert on
    return [
        DeclaredHeads(agency=row.agency, staff_type=kind, heads=int(number), on=on)
        for kind, number in heads_in(row)
    ]
