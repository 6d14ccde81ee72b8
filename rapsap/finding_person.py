"""Finding the rows of one person, for a decision about them; nothing is changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from collector.history import read_history
from collector.tidy import tidy
from collector.tidy.decisions import decided
from collector.tidy.of_person import events_of_person, readers_of
from config.errors import CampaignError, UserError
from config.loading import load_campaign
from config.messages import _
from config.names import key_of
from config.nearest import did_you_mean
from config.thai import clean
from rapsap.agency_tables import find_agency
from rapsap.refreshing import LEDGER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    import pandas as pd

    from collector.ledger import Ledger
    from collector.past_events import PastEvent
    from collector.tidy import Responses
    from config.campaign import Campaign


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whom a person names; ``position`` tells namesakes apart, "" for whatever is given."""

    agency: str
    name: str
    position: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: of what form, when it was sent (None: unreadable), and where it was read."""

    form: str
    sent_at: datetime | None
    place: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the ledger holds of a person.

    ``spellings``: first and last name as the rows give them; ``rows_by_form``: how many rows of
    the report they are; ``namesakes``: how many other rows, of another agency or of none that is
    known, give the same name.
    """

    campaign: Campaign
    agency: str
    events: tuple[PastEvent, ...]
    rows: tuple[Row, ...]
    spellings: frozenset[tuple[str, str]]
    rows_by_form: dict[str, int]
    namesakes: int


def find_person(folder: Path, ledger: Ledger, wanted: Wanted, now: datetime) -> Found:
    """Return what the ledger holds of a person.

    Raises `CampaignError` for an agency or a name that nobody knows, and `UserError` where it is
    in doubt whether all rows of the name are one person's.
    """
    campaign = load_campaign(folder)
    agency_id = find_agency(campaign, wanted.agency)
    agency = next(agency.name for agency in campaign.agencies if agency.id == agency_id)
    person = agency_id, key_of(wanted.name)
    history = read_history(folder / LEDGER).events
    events = events_of_person(history, person, campaign, now, wanted.position)
    before = _tidied(ledger, campaign, now)
    if not events:
        raise _nobody(wanted, agency, before.signoffs, agency_id)
    place = decided(campaign.decisions).place_of(person)
    _require_one(wanted, before.signoffs, place)
    after = _tidied(ledger, campaign, now, frozenset(event.seq for event in events))
    gone = {form: read - after.rows_read[form] for form, read in before.rows_read.items()}
    readers = readers_of(history, campaign)
    named = [
        event
        for event, reader in readers
        if event.after and reader.name_key(event.after.cells) == person[1]
    ]
    return Found(
        campaign=campaign,
        agency=agency,
        events=events,
        rows=tuple(_rows(events, campaign)),
        spellings=frozenset(_spellings(events, campaign)),
        rows_by_form={form: rows for form, rows in gone.items() if rows},
        namesakes=len({event.seq for event in named} - {event.seq for event in events}),
    )


def _tidied(
    ledger: Ledger, campaign: Campaign, now: datetime, without: frozenset[int] = frozenset()
) -> Responses:
    forms = [form.id for form in campaign.read_forms]
    tables = [table for form in forms for table in ledger.answers(form, without=without)]
    return tidy(tables, campaign, now)


def _rows(events: tuple[PastEvent, ...], campaign: Campaign) -> Iterator[Row]:
    for event, reader in readers_of(events, campaign):
        if row := event.after:
            place = _("{file}, row {row}").format(file=row.origin, row=row.row_number)
            yield Row(campaign.form(event.form).title, reader.moment(row.cells), place)


def _spellings(events: tuple[PastEvent, ...], campaign: Campaign) -> Iterator[tuple[str, str]]:
    for event, reader in readers_of(events, campaign):
        if row := event.after:
            yield reader.name(row.cells)


def _nobody(wanted: Wanted, agency: str, signoffs: pd.DataFrame, agency_id: str) -> CampaignError:
    names = signoffs.loc[signoffs["agency_id"] == agency_id, "name"]
    return CampaignError(
        _("No row of {agency} bears the name “{name}”.").format(agency=agency, name=wanted.name),
        place="--name",
        remedy=did_you_mean(
            clean(wanted.name),
            names,
            otherwise=_("Write agency and name as the lists of the office have them."),
        ),
    )


def _require_one(wanted: Wanted, signoffs: pd.DataFrame, place: tuple[str, str]) -> None:
    """Raise unless all rows of a name are one person's without doubt, or the position tells."""
    theirs = signoffs[(signoffs["agency_id"] == place[0]) & (signoffs["name_key"] == place[1])]
    if wanted.position or (len(set(theirs["person"])) <= 1 and not theirs["doubtful"].any()):
        return
    positions = dict.fromkeys(clean(text) for text in theirs["position"])
    raise UserError(
        _("Rows of this name may be several people's; positions: {positions}").format(
            positions=" · ".join(f"“{position}”" for position in positions)
        ),
        place="--name",
        remedy=_(
            "Decide in the tracker whether they are one person, or say whose rows to forget: "
            "--position"
        ),
    )
