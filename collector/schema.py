"""The ledger's tables: only ever appended to, but for the erasure of a payload."""

from __future__ import annotations

APPLICATION_ID = 0x72617073
"""«raps»: marks an SQLite file as a ledger of ours."""
FIRST_VERSION, VERSION = 1, 3
"""1 had no seals, at first without the index of what is erased; 2 nothing of what was forgotten."""

_FIRST_TABLES = """
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
CREATE TABLE acceptances (
    id INTEGER PRIMARY KEY,
    refresh INTEGER NOT NULL REFERENCES refreshes,
    form TEXT NOT NULL,
    signature TEXT NOT NULL,
    fault TEXT NOT NULL
);
"""
ERASED_INDEX = "CREATE INDEX events_erased ON events (seq) WHERE payload IS NULL"
SEALS_TABLE = """CREATE TABLE seals (
    refresh INTEGER PRIMARY KEY REFERENCES refreshes,
    events INTEGER NOT NULL,
    salt BLOB NOT NULL,
    link BLOB NOT NULL
)"""
SEALS = "seals"
FORGOTTEN_TABLES = (
    """CREATE TABLE tombstones (
    mark BLOB PRIMARY KEY, refresh INTEGER NOT NULL REFERENCES refreshes
)""",
    "CREATE TABLE tombstone_key (id INTEGER PRIMARY KEY CHECK (id = 1), key BLOB NOT NULL)",
)
FORGOTTEN = ("tombstones", "tombstone_key")
_FIRST_NAMES = ("refreshes", "streams", "headers", "events", "acceptances")
_KEPT_BY_ERASURE = (
    "seq", "refresh", "stream", "kind", "response", "header", "origin", "row_number", "digest",
    "link",
)  # fmt: skip
_ERASURE = " AND ".join(
    (
        "NEW.payload IS NULL AND NEW.salt IS NULL",
        *(f"NEW.{column} IS OLD.{column}" for column in _KEPT_BY_ERASURE),
    )
)


def statements() -> tuple[str, ...]:
    """Return what makes a new ledger's tables, indexes and triggers."""
    first = (statement.strip() for statement in _FIRST_TABLES.split(";"))
    return (
        *filter(None, first),
        ERASED_INDEX,
        SEALS_TABLE,
        *FORGOTTEN_TABLES,
        *(trigger for name in (*_FIRST_NAMES, SEALS, *FORGOTTEN) for trigger in triggers(name)),
    )


def triggers(table: str) -> tuple[str, ...]:
    """Return what forbids every DELETE, and every UPDATE but that of payload and salt to NULL."""
    return (
        _forbid("DELETE", table, unless="0"),
        _forbid("UPDATE", table, unless=_ERASURE if table == "events" else "0"),
    )


def _forbid(action: str, table: str, *, unless: str) -> str:
    return (
        f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
        f"WHEN NOT ({unless}) "
        "BEGIN SELECT RAISE(ABORT, 'the ledger is only ever appended to'); END"
    )
