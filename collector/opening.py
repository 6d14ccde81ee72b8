"""Opening the ledger's file: made where there is none, upgraded where an older rapsap wrote it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from collector.disks import network_share, surroundings
from collector.schema import APPLICATION_ID, FIRST_VERSION, VERSION, statements
from collector.sqlite_faults import damaged
from collector.upgrading import upgrade
from config.errors import UserError
from config.messages import _

if TYPE_CHECKING:
    from pathlib import Path

    from collector.disks import Surroundings


def open_database(
    path: Path, *, wait_seconds: float, known: Surroundings | None = None
) -> sqlite3.Connection:
    """Open the ledger at ``path`` for reading and writing, made or upgraded where needed.

    Raises `UserError` on a network share, for a file that is no ledger or that a newer rapsap
    wrote; the file is left as it was.
    """
    if share := network_share(str(path.resolve()), known or surroundings()):
        raise on_a_share(path, share)
    connection = sqlite3.connect(path, timeout=wait_seconds, isolation_level=None)
    try:
        refuse_what_is_not_ours(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        if not is_ledger(connection):
            _create(connection)
        upgrade(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def on_a_share(path: Path, share: str) -> UserError:
    """Return the fault of a ledger that lies where its locks cannot be relied on."""
    return UserError(
        _("The ledger lies on a network share ({share}), where it would break sooner or later.")
        .format(share=share),
        place=str(path),
        remedy=_("Move the campaign folder to this machine's own disk; copy only out/ elsewhere."),
    )  # fmt: skip


def refuse_what_is_not_ours(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `UserError` for another program's database, and for a newer rapsap's ledger."""
    version = pragma(connection, "user_version")
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and not is_ledger(connection):
        raise UserError(
            _("This SQLite file is not a ledger of rapsap."),
            place=str(path),
            remedy=_("Move it elsewhere; put the ledger back from a backup if there was one."),
        )
    if tables and version < FIRST_VERSION:
        raise damaged(path)
    if version > VERSION:
        raise UserError(
            _("A newer rapsap wrote this ledger (version {version}; this one reads {known}).")
            .format(version=version, known=VERSION),
            place=str(path),
            remedy=_("Update rapsap on this machine."),
        )  # fmt: skip


def is_ledger(connection: sqlite3.Connection) -> bool:
    """Say whether the file is marked as a ledger of ours."""
    return pragma(connection, "application_id") == APPLICATION_ID


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return a number that stands in the file's head."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _create(connection: sqlite3.Connection) -> None:
    """Make the tables, all or none; whoever comes second finds them made."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not is_ledger(connection):
            for statement in statements():
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
