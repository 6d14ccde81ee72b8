"""What was done to the refreshes of a ledger whose events hold: their seals tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from collector.seals import START, Sealed, seal_of

if TYPE_CHECKING:
    from collections.abc import Sequence


class StoredSeal(NamedTuple):
    """A seal as it stands in the file; its ``sealed.head`` is the present link of that event.

    ``events`` is how many events the refreshes up to this one have now.
    """

    sealed: Sealed
    events: int
    link: bytes


def missing_refreshes(refreshes: Sequence[int], seals: Sequence[StoredSeal]) -> tuple[int, ...]:
    """Return the numbers of refreshes that are gone, or whose seal is."""
    sealed = {seal.sealed.refresh for seal in seals}
    last = max((*refreshes, *sealed), default=0)
    return tuple(sorted(set(range(1, last + 1)) - (set(refreshes) & sealed)))


def cut_events(present: int, seals: Sequence[StoredSeal]) -> tuple[int, ...]:
    """Return the numbers of the events that were sealed at the end and are gone."""
    return tuple(range(present + 1, max((s.sealed.events for s in seals), default=0) + 1))


def unsealed_events(present: int, seals: Sequence[StoredSeal]) -> tuple[int, ...]:
    """Return the numbers of the events at the end that no refresh has sealed."""
    return tuple(range(max((s.sealed.events for s in seals), default=0) + 1, present + 1))


def altered_refreshes(seals: Sequence[StoredSeal]) -> tuple[int, ...]:
    """Return the refreshes whose time, reason, decisions or last event are not what was sealed."""
    previous = START
    altered = []
    for seal in seals:
        if seal.events != seal.sealed.events or seal.link != seal_of(previous, seal.sealed):
            altered.append(seal.sealed.refresh)
        previous = seal.link
    return tuple(altered)


def sealed_links(seals: Sequence[StoredSeal]) -> dict[int, bytes]:
    """Return the links that a seal bears out, by the number of their event."""
    altered = set(altered_refreshes(seals))
    return {s.sealed.events: s.sealed.head for s in seals if s.sealed.refresh not in altered}
