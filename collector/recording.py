"""Writing one refresh into the ledger's tables, inside the transaction of whoever calls."""

from __future__ import annotations

import secrets
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from collector.cells import printable, to_bytes
from collector.chain import START, Chained, Event, digest_of, link_of
from collector.matching import Row

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from collector.changes import Acceptance, Changes
    from collector.matching import Differences

_SALT_BYTES = 16
_NO_CELLS = b""
_INSERT_EVENT = (
    "INSERT INTO events (seq, refresh, stream, kind, response, header, origin, row_number,"
    " payload, salt, digest, link) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class _Entry(NamedTuple):
    """What one event tells before it has a number; without a ``response`` it begins one."""

    kind: str
    response: int | None
    row: Row


def write_refresh(connection: sqlite3.Connection, now: datetime, accepted_reason: str) -> int:
    """Write that a refresh took place; return its number."""
    cursor = connection.execute(
        "INSERT INTO refreshes (at, accepted_reason) VALUES (?, ?)",
        (now.isoformat(), printable(accepted_reason)),
    )
    return int(cursor.lastrowid or 0)


def write_acceptances(
    connection: sqlite3.Connection, refresh: int, acceptances: Sequence[Acceptance]
) -> None:
    """Write which faults a person chose to overlook."""
    connection.executemany(
        "INSERT INTO acceptances (refresh, form, signature, fault) VALUES (?, ?, ?, ?)",
        [(refresh, a.form, a.signature, printable(a.fault)) for a in acceptances],
    )


def write_events(
    connection: sqlite3.Connection, refresh: int, now: datetime, changes: Changes
) -> None:
    """Append a stream's changes to the chain: additions, then edits, then what vanished."""
    stream = _stream_number(connection, changes.form, changes.source)
    headers = dict.fromkeys(entry.row.header for entry in _entries(changes.differences))
    header_numbers = {
        cells: _header_number(connection, stream, cells) for cells in map(to_bytes, headers)
    }
    connection.executemany(
        _INSERT_EVENT,
        (
            (
                event.seq, refresh, stream, event.kind, event.response,
                header_numbers[event.header], event.origin, event.row_number,
                event.payload, event.salt, digest, link,
            )
            for event, digest, link in _chained(connection, now.isoformat(), changes)
        ),
    )  # fmt: skip


def _chained(connection: sqlite3.Connection, at: str, changes: Changes) -> Iterator[Chained]:
    """Yield the event of each change with its hashes, tied to the last one recorded."""
    last = connection.execute("SELECT seq, link FROM events ORDER BY seq DESC LIMIT 1").fetchone()
    last_seq, link = last or (0, START)
    stored_header = cache(to_bytes)
    for seq, (kind, response, row) in enumerate(_entries(changes.differences), last_seq + 1):
        salt = secrets.token_bytes(_SALT_BYTES)
        event = Event(
            seq=seq,
            at=at,
            form=changes.form,
            source=changes.source,
            kind=kind,
            response=response or seq,
            header=stored_header(row.header),
            origin=row.origin,
            row_number=row.row_number,
            payload=row.payload,
            salt=salt,
        )
        digest = digest_of(salt, row.payload)
        link = link_of(link, event, digest)
        yield Chained(event, digest, link)


def _entries(found: Differences) -> Iterator[_Entry]:
    yield from (_Entry("ADD", None, row) for row in found.added)
    yield from (_Entry("CHANGE", response, row) for response, row in found.changed)
    for gone in found.vanished:
        yield _Entry("VANISH", gone.response, Row(gone.header, _NO_CELLS, origin="", row_number=0))


def _stream_number(connection: sqlite3.Connection, form: str, source: str) -> int:
    connection.execute("INSERT OR IGNORE INTO streams (form, source) VALUES (?, ?)", (form, source))
    found = connection.execute(
        "SELECT id FROM streams WHERE form = ? AND source = ?", (form, source)
    )
    return int(found.fetchone()[0])


def _header_number(connection: sqlite3.Connection, stream: int, cells: bytes) -> int:
    connection.execute(
        "INSERT OR IGNORE INTO headers (stream, cells) VALUES (?, ?)", (stream, cells)
    )
    found = connection.execute(
        "SELECT id FROM headers WHERE stream = ? AND cells = ?", (stream, cells)
    )
    return int(found.fetchone()[0])
