"""What was done to a chain that no longer holds: altered, removed, inserted, reordered.

Each stored link names what it once followed, so the chain as it was recorded can be put together
again: from each event one looks for the one whose link fits. What fits nowhere, stands elsewhere
or is not there tells what was done.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from collector.chain import START, tie

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Kind = Literal["altered", "torn", "removed", "inserted", "reordered"]
"""``torn``: of events that no longer follow each other at least one in two was altered."""
_SEARCHES = 40
_LOOK_AHEAD = 3
_RENUMBERED_BY = 16


class Piece(NamedTuple):
    """A stored event; ``cells`` is the digest of its cells as they are now, None once erased.

    ``began`` is the number that an ADD gave to its response: its own, when it was recorded.
    """

    seq: int
    began: int | None
    said: str
    digest: bytes
    cells: bytes | None
    link: bytes


class Tampering(NamedTuple):
    """What was done to these events, by number."""

    kind: Kind
    events: tuple[int, ...]


@dataclass
class _Rebuilt:
    """The chain as far as it can be put together again.

    ``number_by_piece``: place in the stored order → number once recorded. ``loose``: numbers of
    events that do not follow the one before. ``strays``: places of what fits nowhere.
    """

    number_by_piece: dict[int, int] = field(default_factory=dict)
    link_by_number: dict[int, bytes] = field(default_factory=dict)
    loose: list[int] = field(default_factory=list)
    strays: list[int] = field(default_factory=list)
    exchanged: set[int] = field(default_factory=set)


def find_tampering(
    pieces: Sequence[Piece], sealed: Mapping[int, bytes]
) -> tuple[tuple[Tampering, ...], int]:
    """Return what was done to the events, and the number once recorded of the last one.

    They stand in the order of their numbers. ``sealed``: number of an event → its link, as the
    seals of the refreshes knew it.
    """
    rebuilt = _Rebuilder(pieces, sealed).rebuild()
    return tuple(_tampering(rebuilt, pieces, sealed)), max(rebuilt.link_by_number, default=0)


def _tampering(
    rebuilt: _Rebuilt, pieces: Sequence[Piece], sealed: Mapping[int, bytes]
) -> Iterator[Tampering]:
    numbers = set(rebuilt.link_by_number)
    gone = set(range(1, max(numbers, default=0) + 1)) - numbers
    strays = {pieces[stray].seq for stray in rebuilt.strays}
    inserted, in_place = strays - gone, strays & gone
    moved = {pieces[place].seq for place in _moved(rebuilt.number_by_piece)}
    exchanged = {pieces[place].seq for place in rebuilt.exchanged} | _swapped_cells(pieces)
    altered = {p.seq for p in pieces if p.cells not in (None, p.digest)} - exchanged
    # What stands between two gaps follows nothing that is there: nobody can tell.
    known = {0, *numbers, *in_place}
    altered |= {seq for seq in in_place if seq - 1 in known}
    yield from _told("removed", gone - in_place)
    yield from _told("inserted", inserted)
    yield from _told("reordered", moved | exchanged)
    torn: set[int] = set()
    for number in rebuilt.loose:
        before = rebuilt.link_by_number.get(number - 1)
        if number == 1 or (before is not None and sealed.get(number - 1) == before):
            altered.add(number)
        elif before is not None and not {number - 1, number} & altered:
            torn |= {number - 1, number}
    yield from _told("torn", torn)
    yield from _told("altered", altered - inserted)


def _told(kind: Kind, events: Iterable[int]) -> Iterator[Tampering]:
    if found := tuple(sorted(events)):
        yield Tampering(kind, found)


def _moved(number_by_piece: Mapping[int, int]) -> set[int]:
    """Return the places whose numbers do not rise as they once did."""
    numbers = [number_by_piece[place] for place in sorted(number_by_piece)]
    return {
        place
        for place, number, once in zip(
            sorted(number_by_piece), numbers, sorted(numbers), strict=True
        )
        if number != once
    }


def _swapped_cells(pieces: Sequence[Piece]) -> set[int]:
    """Return the numbers of events whose cells are those of another one."""
    seq_by_digest = {piece.digest: piece.seq for piece in pieces}
    return {
        seq
        for piece in pieces
        if piece.cells not in (None, piece.digest) and piece.cells in seq_by_digest
        for seq in (piece.seq, seq_by_digest[piece.cells or b""])
    }


class _Rebuilder:
    """Puts the chain together again, event by event."""

    def __init__(self, pieces: Sequence[Piece], sealed: Mapping[int, bytes]) -> None:
        self._pieces, self._sealed = pieces, sealed
        self._taken = bytearray(len(pieces))
        self._first = 0
        self._searches_left = _SEARCHES
        self._done = _Rebuilt()

    def rebuild(self) -> _Rebuilt:
        last, link, number = -1, START, 0
        while (first := self._first_waiting()) is not None:
            if (place := self._following((last + 1, first), link, number + 1)) is not None:
                last, number = place, number + 1
                self._place(place, number, self._pieces[place].link)
            elif other := self._exchanged(first, link, number + 1):
                last, number = first, number + 1
                self._place(first, number, other)
            elif (once := self._number_of(first)) is not None:
                last, number = first, once
                self._take_up(first, once)
            else:
                self._taken[first] = True
                self._done.strays.append(first)
                continue
            link = self._done.link_by_number[number]
        return self._done

    def _first_waiting(self) -> int | None:
        while self._first < len(self._pieces) and self._taken[self._first]:
            self._first += 1
        return self._first if self._first < len(self._pieces) else None

    def _waiting(self, since: int) -> Iterator[int]:
        return (place for place in range(since, len(self._pieces)) if not self._taken[place])

    def _place(self, place: int, number: int, link: bytes) -> None:
        self._taken[place] = True
        self._done.number_by_piece[place] = number
        self._done.link_by_number[number] = link

    def _following(self, near: Iterable[int], link: bytes, number: int) -> int | None:
        """Return the place of what was recorded with this number: near by, else anywhere."""
        for place in near:
            waits = place < len(self._pieces) and not self._taken[place]
            if waits and self._follows(place, link, number):
                return place
        if not self._may_search():
            return None
        found = (place for place in self._waiting(0) if self._follows(place, link, number))
        return next(found, None)

    def _follows(self, place: int, link: bytes, number: int) -> bool:
        piece = self._pieces[place]
        return piece.link == tie(link, number, piece.said, piece.digest)

    def _exchanged(self, place: int, link: bytes, number: int) -> bytes:
        """Return the link of an event that holds the cells of another one, b"" if it does not."""
        piece = self._pieces[place]
        if piece.seq != number or not self._may_search():
            return b""
        for other, source in enumerate(self._pieces):
            found = tie(link, number, piece.said, source.digest)
            if other != place and found in (piece.link, source.link):
                self._done.exchanged |= {place, other}
                return found
        return b""

    def _may_search(self) -> bool:
        """Say whether all events may be looked through once more without taking too long."""
        self._searches_left -= 1
        return self._searches_left >= 0

    def _number_of(self, place: int) -> int | None:
        """Return the number under which an event is followed by another one, or was sealed."""
        piece = self._pieces[place]
        far = _LOOK_AHEAD if len(self._done.strays) < _SEARCHES else 0
        for after in islice(self._waiting(place + 1), far):
            follower = self._pieces[after]
            for number in _numbers_to_try(follower):
                if follower.link == tie(piece.link, number, follower.said, follower.digest):
                    return number - 1
        return piece.seq if self._sealed.get(piece.seq) == piece.link else None

    def _take_up(self, place: int, number: int) -> None:
        """Go on from an event that follows nothing; what stands in its stead was put in."""
        done = self._done
        if number in done.link_by_number:
            for forged in [p for p, n in done.number_by_piece.items() if n >= number]:
                del done.link_by_number[done.number_by_piece.pop(forged)]
                done.strays.append(forged)
        before = START if number == 1 else done.link_by_number.get(number - 1)
        self._place(place, number, self._pieces[place].link)
        if before is not None and not self._follows(place, before, number):
            done.loose.append(number)


def _numbers_to_try(piece: Piece) -> Iterator[int]:
    yield piece.seq
    if piece.began is not None:
        yield piece.began
    for away in range(1, _RENUMBERED_BY + 1):
        yield from (piece.seq + away, piece.seq - away)
