"""The ledger's file as SQLite knows it: sound pages, rows that find each other, its own locks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.audit_words import Fault, fault_of
from collector.opening import pragma
from collector.schema import VERSION, statements
from collector.sqlite_faults import UNREADABLE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

_MOST_SAID = 5
_NAME = 2


def inspect_file(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Yield what is wrong with the file, whatever the chain of events says."""
    try:
        said = [line for (line,) in connection.execute(f"PRAGMA integrity_check({_MOST_SAID})")]
        if said != ["ok"]:
            yield fault_of("damaged", said="; ".join(said))
        lost = {str(row[0]) for row in connection.execute("PRAGMA foreign_key_check")}
        if lost:
            yield fault_of("unrelated", said=", ".join(sorted(lost)))
        if pragma(connection, "user_version") == VERSION and (odd := _unlike_new(connection)):
            yield fault_of("unprotected", said=", ".join(odd))
    except UNREADABLE as fault:
        yield fault_of("damaged", said=str(fault))


def _unlike_new(connection: sqlite3.Connection) -> list[str]:
    """Return the names of tables, indexes and triggers that a new ledger has otherwise or not."""
    stands = dict(
        connection.execute("SELECT sql, name FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    )
    expected = {sql: sql.split()[_NAME] for sql in statements()}
    return sorted({(stands | expected)[sql] for sql in stands.keys() ^ expected.keys()})
