"""Bringing a ledger of an older rapsap up to date: at once or not at all, a copy kept beside."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from types import MappingProxyType
from typing import TYPE_CHECKING

from collector.schema import (
    ERASED_INDEX,
    FORGOTTEN,
    FORGOTTEN_TABLES,
    SEALS,
    SEALS_TABLE,
    VERSION,
    triggers,
)
from collector.seals import seal_former_refreshes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


def _seal_what_was_not(connection: sqlite3.Connection) -> None:
    connection.execute(ERASED_INDEX.replace("INDEX ", "INDEX IF NOT EXISTS ", 1))
    connection.execute(SEALS_TABLE)
    for trigger in triggers(SEALS):
        connection.execute(trigger)
    seal_former_refreshes(connection)


def _make_room_for_tombstones(connection: sqlite3.Connection) -> None:
    for table in FORGOTTEN_TABLES:
        connection.execute(table)
    for trigger in (trigger for name in FORGOTTEN for trigger in triggers(name)):
        connection.execute(trigger)


_STEP_FROM: Mapping[int, Callable[[sqlite3.Connection], None]] = MappingProxyType(
    {1: _seal_what_was_not, 2: _make_room_for_tombstones}
)
"""What leads from a version to the next one."""


def upgrade(connection: sqlite3.Connection, path: Path) -> None:
    """Bring an older ledger up to date; ``ledger-v1-<events>.sqlite`` keeps it as it was."""
    if _version(connection) == VERSION:
        return
    _keep_copy(connection, path)
    connection.execute("BEGIN IMMEDIATE")
    try:
        for version in range(_version(connection), VERSION):
            _STEP_FROM[version](connection)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _keep_copy(connection: sqlite3.Connection, path: Path) -> None:
    """Copy the ledger beside itself, whole under its name at once."""
    events = connection.execute("SELECT coalesce(max(seq), 0) FROM events").fetchone()[0]
    place = path.with_name(f"{path.stem}-v{_version(connection)}-{events}{path.suffix}")
    fresh = place.with_name(f"{place.name}.new")
    fresh.unlink(missing_ok=True)
    with closing(sqlite3.connect(fresh)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    shutil.copymode(path, fresh)
    fresh.replace(place)
