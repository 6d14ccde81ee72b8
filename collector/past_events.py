"""The values of the ledger's history: rows as they once stood, events, refreshes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime


class Wording(NamedTuple):
    """A row as it once stood: cells to the letter under their header, and where it was read."""

    header: tuple[str, ...]
    cells: tuple[str, ...]
    origin: str
    row_number: int


class PastEvent(NamedTuple):
    """One event; ``after`` is None for a row that is gone, either is None once erased."""

    seq: int
    refresh: int
    at: datetime
    form: str
    source: str
    kind: str
    response: int
    before: Wording | None
    after: Wording | None

    @property
    def wording(self) -> Wording | None:
        """What the row says, or said when it was last there; None once erased."""
        return self.after or self.before


class PastRefresh(NamedTuple):
    """One refresh that recorded something; ``reason``: why a person accepted faults, or ""."""

    number: int
    at: datetime
    reason: str


class History(NamedTuple):
    """Everything that was recorded, the oldest first."""

    refreshes: tuple[PastRefresh, ...]
    events: tuple[PastEvent, ...]
