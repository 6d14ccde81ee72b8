"""Which recorded rows are one person's, by the rules of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.row_identity import RowIdentity
from collector.tidy.decisions import decided
from collector.tidy.past import agency_by_event
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from collector.past_events import PastEvent
    from collector.tidy.decisions import Named
    from config.campaign import Campaign


def events_of_person(
    events: Iterable[PastEvent], person: Named, campaign: Campaign, now: datetime, position: str
) -> tuple[PastEvent, ...]:
    """Return the events whose row gives this agency and name, also by the office's decisions.

    ``position``: only rows that give this one, "" for whatever they give. Erased rows are gone.
    """
    so_decided = decided(campaign.decisions)
    wanted = so_decided.place_of(person)
    events = [event for event in events if event.after]
    agencies = agency_by_event(events, campaign, now)
    theirs = []
    for event, reader in readers_of(events, campaign):
        cells = event.after.cells if event.after else ()
        named = agencies.get(event.seq, ""), reader.name_key(cells)
        is_meant = not position or match_key(reader.said("position", cells)) == match_key(position)
        if all(named) and is_meant and so_decided.place_of(named) == wanted:
            theirs.append(event)
    return tuple(theirs)


def readers_of(
    events: Iterable[PastEvent], campaign: Campaign
) -> Iterator[tuple[PastEvent, RowIdentity]]:
    """Yield each event that has a row with what reads it; forms no longer there are left out."""
    forms = {form.id for form in campaign.read_forms}
    readers: dict[tuple[str, str, tuple[str, ...]], RowIdentity] = {}
    for event in events:
        if event.after and event.form in forms:
            key = (event.form, event.source, event.after.header)
            if key not in readers:
                source = campaign.source(event.form, event.source)
                readers[key] = RowIdentity(event.after.header, source, campaign)
            yield event, readers[key]


def identities_of(events: Iterable[PastEvent], campaign: Campaign) -> Iterator[str]:
    """Yield as what the events' rows may come again."""
    for event, reader in readers_of(events, campaign):
        if event.after:
            yield from reader.to_remember(event.after.cells)
