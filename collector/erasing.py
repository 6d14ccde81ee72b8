"""Erasing rows in the ledger's tables, and what of their bytes is left in its file."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, NamedTuple

from collector.changes import Acceptance
from collector.forgotten import Forgotten, mark_of
from collector.recording import write_acceptances, write_refresh
from collector.seals import write_seal
from config.messages import thai

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from datetime import datetime

_KEY_BYTES = 32
_SIGNATURE = "erased:"


class Erasure(NamedTuple):
    """What is to be erased, and who decided so, why.

    ``events``: their numbers; ``identities``: as what the rows might come again
    (`collector.forgotten`); ``rows_by_form``: how many rows of the report that makes.
    """

    events: tuple[int, ...]
    identities: tuple[str, ...]
    rows_by_form: Mapping[str, int]
    by: str
    reason: str


def write_erasure(connection: sqlite3.Connection, erasure: Erasure, now: datetime) -> None:
    """Erase payloads and salts, and record the decision under a seal; no name is in the record."""
    refresh = write_refresh(connection, now, erasure.reason)
    connection.executemany(
        "UPDATE events SET payload = NULL, salt = NULL WHERE seq = ?",
        [(seq,) for seq in erasure.events],
    )
    told = thai("{rows} rows were forgotten, by the decision of {by}")
    write_acceptances(
        connection,
        refresh,
        [
            Acceptance(form, f"{_SIGNATURE}{rows}", told.format(rows=rows, by=erasure.by))
            for form, rows in erasure.rows_by_form.items()
        ],
    )
    key = _key(connection)
    connection.executemany(
        "INSERT OR IGNORE INTO tombstones (mark, refresh) VALUES (?, ?)",
        [(mark_of(key, identity), refresh) for identity in erasure.identities],
    )
    write_seal(connection, refresh)


def read_forgotten(connection: sqlite3.Connection) -> Forgotten:
    """Return what rows are known as forgotten."""
    found = connection.execute("SELECT key FROM tombstone_key").fetchone()
    marks = connection.execute("SELECT mark FROM tombstones").fetchall()
    return Forgotten(found[0] if found else b"", frozenset(mark for (mark,) in marks))


def read_erased_rows(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows of each form were forgotten so far."""
    rows: dict[str, int] = {}
    for form, signature in connection.execute(
        "SELECT form, signature FROM acceptances WHERE signature GLOB ?", (f"{_SIGNATURE}*",)
    ):
        rows[form] = rows.get(form, 0) + int(signature.removeprefix(_SIGNATURE))
    return rows


def wipe_free_pages(connection: sqlite3.Connection) -> bool:
    """Write the file anew without its free pages, and empty the log beside it.

    Return False if another process that reads the ledger keeps the log from being emptied.
    """
    connection.execute("VACUUM")
    busy, *_pages = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _key(connection: sqlite3.Connection) -> bytes:
    found = connection.execute("SELECT key FROM tombstone_key").fetchone()
    if found:
        return bytes(found[0])
    key = secrets.token_bytes(_KEY_BYTES)
    connection.execute("INSERT INTO tombstone_key (id, key) VALUES (1, ?)", (key,))
    return key
