"""Looking back: what appeared, changed or vanished, by refresh and agency."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from collector.history import read_history
from rapsap.refreshing import LEDGER, require_campaign

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from collector.past_events import PastEvent, PastRefresh
    from config.campaign import Campaign

KINDS = ("ADD", "CHANGE", "VANISH")
ERASED = "-"
"""In place of the agency of an event whose row was erased."""


@dataclass(frozen=True, slots=True)
class Past:
    """What happened since a day, the oldest first.

    ``agency_by_event``: event number → agency id, "" for none that is known, `ERASED` for a row
    that was forgotten.
    """

    campaign: Campaign
    refreshes: tuple[PastRefresh, ...]
    events: tuple[PastEvent, ...]
    agency_by_event: dict[int, str]

    def of_agency(self, agency_id: str) -> tuple[PastEvent, ...]:
        """Return the events of one agency."""
        return tuple(e for e in self.events if self.agency_by_event[e.seq] == agency_id)

    def count(self, *of: str) -> Counter[tuple[object, ...]]:
        """Return how many events there are by these fields (``agency`` among them) and kind."""
        return Counter(
            (*(self._field(event, name) for name in of), event.kind) for event in self.events
        )

    def _field(self, event: PastEvent, name: str) -> object:
        return self.agency_by_event[event.seq] if name == "agency" else getattr(event, name)


def look_back(folder: Path, *, since: date | None, now: datetime) -> Past:
    """Return what the ledger recorded from a day on, by the campaign's clock."""
    require_campaign(folder)
    history = read_history(folder / LEDGER)
    from collector.tidy.past import agency_by_event
    from config.loading import load_campaign

    campaign = load_campaign(folder)

    def is_recent(past: PastEvent | PastRefresh) -> bool:
        return since is None or past.at.astimezone(campaign.zone).date() >= since

    events = tuple(filter(is_recent, history.events))
    known = agency_by_event(events, campaign, now)
    return Past(
        campaign=campaign,
        refreshes=tuple(filter(is_recent, history.refreshes)),
        events=events,
        agency_by_event={e.seq: known.get(e.seq, "") if e.wording else ERASED for e in events},
    )
