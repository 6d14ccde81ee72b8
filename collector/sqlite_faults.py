"""What SQLite complains of, in words that a person can act on."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from config.errors import CannotWriteError, TryLaterError, UserError
from config.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_UNWRITABLE = frozenset(
    {
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
    }
)
_PRIMARY = 0xFF
UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What reading a damaged file raises; SQLite's complaint may quote bytes that are no text."""


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Raise what goes wrong with the ledger's file as a `UserError`; our own defects pass."""
    try:
        yield
    except sqlite3.Error as fault:
        code = getattr(fault, "sqlite_errorcode", 0) & _PRIMARY
        if code in _BUSY:
            raise busy(path) from fault
        if code in _DAMAGED:
            raise damaged(path) from fault
        if code in _UNWRITABLE:
            raise CannotWriteError(
                _("The ledger cannot be opened or written: {fault}").format(fault=fault),
                place=str(path),
                remedy=_("Make room on the disk and check the folder's permissions."),
            ) from fault
        raise
    except UnicodeDecodeError as fault:
        raise damaged(path) from fault


def damaged(path: Path) -> UserError:
    """Return the fault of a ledger whose content is not what was written."""
    return UserError(
        _("The ledger is damaged."),
        place=str(path),
        remedy=_("Keep this file, and put the ledger back from the newest backup."),
    )


def overtaken(path: Path) -> TryLaterError:
    """Return the fault of a comparison that another refresh has overtaken."""
    return TryLaterError(
        _("Another refresh has written to the ledger meanwhile."),
        place=str(path),
        remedy=_("Run the refresh again."),
    )


def busy(path: Path) -> TryLaterError:
    """Return the fault of a ledger that another process holds."""
    return TryLaterError(
        _("Another refresh is writing to the ledger."),
        place=str(path),
        remedy=_("Wait until it has ended, then try again."),
    )
