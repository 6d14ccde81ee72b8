"""What past events were about, by the rules of today: agency, questions changed, and whose row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from collector.headers import WHOLE_NAME, map_header
from collector.stored import StoredTable
from collector.tidy.agencies import read_agencies
from collector.tidy.columns import by_question
from collector.tidy.times import read_times
from config.thai import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from collector.past_events import PastEvent, Wording
    from config.campaign import Campaign, Form

_NAME = ("title", "first_name", "last_name")


def agency_by_event(
    events: Iterable[PastEvent], campaign: Campaign, now: datetime
) -> dict[int, str]:
    """Return the agency id that each event's row names, "" where it names none that is known.

    Event number → id; erased events and forms that the campaign no longer has are left out. A
    row whose agency was edited is that of the new one.
    """
    tables = _as_tables(events)
    return {
        seq: agency
        for form in campaign.read_forms
        for seq, agency in _agencies([t for t in tables if t.form == form.id], form, campaign, now)
    }


def _agencies(
    tables: list[StoredTable], form: Form, campaign: Campaign, now: datetime
) -> Iterator[tuple[int, str]]:
    source_of = partial(campaign.source, form.id)
    here = now.astimezone(campaign.zone)
    rows = (
        by_question(tables, form)
        .pipe(read_times, source_of, zone=campaign.zone, now=here)
        .pipe(read_agencies, campaign.agencies)
    )
    return zip(rows["response_id"].to_list(), rows["agency_id"].to_list(), strict=True)


def _as_tables(events: Iterable[PastEvent]) -> list[StoredTable]:
    """Return the events' rows as tidy takes them, the event's number in place of the response's."""
    table_by_header: dict[tuple[str, str, tuple[str, ...]], StoredTable] = {}
    for event in events:
        if row := event.wording:
            key = (event.form, event.source, row.header)
            table = table_by_header.setdefault(key, StoredTable(*key, [], [], [], [], []))
            table.rows.append(row.cells)
            table.response_ids.append(event.seq)
            table.origins.append(row.origin)
            table.row_numbers.append(row.row_number)
            table.states.append("standing")
    return list(table_by_header.values())


def changed_questions(event: PastEvent, form: Form) -> tuple[str, ...]:
    """Return the ids of the questions whose answers an edit changed, in the form's order."""
    if event.before is None or event.after is None:
        return ()
    before, after = _answers(event.before, form), _answers(event.after, form)
    asked = (question.id for question in form.questions)
    return tuple(name for name in asked if before.get(name, ()) != after.get(name, ()))


def name_in(row: Wording, form: Form) -> str:
    """Return the name that a row gives, as it is written; "" where the form asks for none."""
    answers = _answers(row, form)
    names = (WHOLE_NAME,) if WHOLE_NAME in answers else _NAME
    said = (clean(text) for name in names for text in answers.get(name, ()))
    return " ".join(filter(None, said))


def _answers(row: Wording, form: Form) -> dict[str, tuple[str, ...]]:
    """Return question id → its cells; one question may stand in several columns."""
    columns = map_header(row.header, form).columns
    cells = dict(enumerate(row.cells))
    return {name: tuple(cells.get(i, "") for i in found) for name, found in columns.items()}
