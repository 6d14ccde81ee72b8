"""The ledger's tables: only ever appended to, but for the erasure of a payload."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from config.errors import UserError
from config.messages import _

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x72617073
"""«raps»: marks an SQLite file as a ledger of ours."""
VERSION = 1

_TABLES = """
CREATE TABLE refreshes (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, accepted_reason TEXT NOT NULL
);
CREATE TABLE streams (
    id INTEGER PRIMARY KEY, form TEXT NOT NULL, source TEXT NOT NULL, UNIQUE (form, source)
);
CREATE TABLE headers (
    id INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES streams,
    cells BLOB NOT NULL,
    UNIQUE (stream, cells)
);
CREATE TABLE events (
    seq INTEGER PRIMARY KEY,
    refresh INTEGER NOT NULL REFERENCES refreshes,
    stream INTEGER NOT NULL REFERENCES streams,
    kind TEXT NOT NULL CHECK (kind IN ('ADD', 'CHANGE', 'VANISH')),
    response INTEGER NOT NULL REFERENCES events,
    header INTEGER NOT NULL REFERENCES headers,
    origin TEXT NOT NULL,
    row_number INTEGER NOT NULL,
    payload BLOB,
    salt BLOB,
    digest BLOB NOT NULL,
    link BLOB NOT NULL
);
CREATE INDEX events_by_stream ON events (stream, seq);
CREATE INDEX events_by_response ON events (response, seq);
CREATE INDEX events_erased ON events (seq) WHERE payload IS NULL;
CREATE TABLE acceptances (
    id INTEGER PRIMARY KEY,
    refresh INTEGER NOT NULL REFERENCES refreshes,
    form TEXT NOT NULL,
    signature TEXT NOT NULL,
    fault TEXT NOT NULL
);
"""
_NAMES = ("refreshes", "streams", "headers", "events", "acceptances")
_KEPT_BY_ERASURE = (
    "seq", "refresh", "stream", "kind", "response", "header", "origin", "row_number", "digest",
    "link",
)  # fmt: skip


def open_database(path: Path, *, wait_seconds: float) -> sqlite3.Connection:
    """Open the ledger at ``path``, making it where there is none yet.

    Raises `UserError` for a file that is no ledger or that a newer rapsap wrote; the file is
    left as it was.
    """
    connection = sqlite3.connect(path, timeout=wait_seconds, isolation_level=None)
    try:
        _refuse_what_is_not_ours(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        if not _is_ledger(connection):
            _create(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_what_is_not_ours(connection: sqlite3.Connection, path: Path) -> None:
    version = _pragma(connection, "user_version")
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and not _is_ledger(connection):
        raise UserError(
            _("This SQLite file is not a ledger of rapsap."),
            place=str(path),
            remedy=_("Move it elsewhere; put the ledger back from a backup if there was one."),
        )
    if version > VERSION:
        raise UserError(
            _("A newer rapsap wrote this ledger (version {version}; this one reads {known}).")
            .format(version=version, known=VERSION),
            place=str(path),
            remedy=_("Update rapsap on this machine."),
        )  # fmt: skip


def _is_ledger(connection: sqlite3.Connection) -> bool:
    return _pragma(connection, "application_id") == APPLICATION_ID


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _create(connection: sqlite3.Connection) -> None:
    """Make the tables, all or none; whoever comes second finds them made."""
    statements = [statement for statement in _TABLES.split(";") if statement.strip()]
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not _is_ledger(connection):
            for statement in (*statements, *_triggers()):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _triggers() -> list[str]:
    """Return what forbids every DELETE, and every UPDATE but that of payload and salt to NULL."""
    kept = " AND ".join(f"NEW.{column} IS OLD.{column}" for column in _KEPT_BY_ERASURE)
    erasure = f"NEW.payload IS NULL AND NEW.salt IS NULL AND {kept}"
    return [
        *(_forbid("DELETE", name) for name in _NAMES),
        *(_forbid("UPDATE", name, unless=erasure if name == "events" else "0") for name in _NAMES),
    ]


def _forbid(action: str, table: str, *, unless: str = "0") -> str:
    return (
        f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
        f"WHEN NOT ({unless}) "
        "BEGIN SELECT RAISE(ABORT, 'the ledger is only ever appended to'); END"
    )
