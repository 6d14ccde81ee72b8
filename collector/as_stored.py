"""Events and seals as they stand in the file, whatever has become of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.chain import Chained, Event, digest_of, said_by
from collector.opening import pragma
from collector.schema import FIRST_VERSION
from collector.seal_check import StoredSeal
from collector.seals import Sealed
from collector.tampering import Piece

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_CHAINED = """
SELECT seq, at, form, source, kind, response, headers.cells, origin, row_number, payload,
    events.salt, digest, link
FROM events LEFT JOIN refreshes ON refreshes.id = refresh
    LEFT JOIN streams ON streams.id = events.stream LEFT JOIN headers ON headers.id = header
ORDER BY seq
"""
_SEALS = """
SELECT seals.refresh, at, accepted_reason, seals.events, events.link, seals.salt, seals.link
FROM seals LEFT JOIN refreshes ON refreshes.id = seals.refresh
    LEFT JOIN events ON events.seq = seals.events
ORDER BY seals.refresh
"""
_LAST_EVENTS = "SELECT refresh, max(seq) FROM events GROUP BY refresh"
_ACCEPTANCES = "SELECT form, signature, fault FROM acceptances WHERE refresh = ? ORDER BY id"


def stored_events(connection: sqlite3.Connection) -> Iterator[Chained]:
    """Yield all events with their hashes, whatever has become of what they refer to."""
    for said in connection.execute(_CHAINED):
        event = Event(*said[:-2])
        whole = event._replace(
            header=_as_bytes(event.header) or b"",
            payload=_as_bytes(event.payload),
            salt=_as_bytes(event.salt),
        )
        digest, link = map(_as_bytes, said[-2:])
        yield Chained(whole, digest or b"", link or b"")


def piece_of(chained: Chained) -> Piece:
    """Return an event as `collector.tampering` looks at it."""
    event, digest, link = chained
    whole = event.payload is not None and event.salt is not None
    erased = event.payload is None and event.salt is None
    cells = digest_of(event.salt or b"", event.payload or b"") if whole else b""
    began = event.response if event.kind == "ADD" and isinstance(event.response, int) else None
    return Piece(event.seq, began, said_by(event), digest, None if erased else cells, link)


def stored_seals(connection: sqlite3.Connection) -> Iterator[StoredSeal]:
    """Yield the seals in their order; a ledger of the first version has none."""
    if pragma(connection, "user_version") == FIRST_VERSION:
        return
    last_by_refresh = dict(connection.execute(_LAST_EVENTS).fetchall())
    counted = 0
    for refresh, at, reason, events, head, salt, link in connection.execute(_SEALS):
        counted = max(counted, last_by_refresh.get(refresh, 0))
        acceptances = tuple(connection.execute(_ACCEPTANCES, (refresh,)).fetchall())
        sealed = Sealed(
            as_number(refresh), at, reason, acceptances, as_number(events), _as_bytes(head) or b"",
            _as_bytes(salt) or b"",
        )  # fmt: skip
        yield StoredSeal(sealed, counted, _as_bytes(link) or b"")


def _as_bytes(stored: object) -> bytes | None:
    """Return what should be bytes as bytes: a tampered cell may hold anything."""
    if stored is None or isinstance(stored, bytes):
        return stored
    return str(stored).encode("utf-8", "surrogateescape")


def as_number(stored: object) -> int:
    """Return what should be a number as one, -1 for what is none."""
    return stored if isinstance(stored, int) else -1
