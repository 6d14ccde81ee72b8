"""A consistent copy of the ledger, also while a refresh is writing to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from collector.looking import looking_at
from config.errors import TryLaterError

if TYPE_CHECKING:
    from pathlib import Path

_TRIES = 5


def copy_ledger(path: Path, place: Path) -> None:
    """Write the ledger as it is at one moment to ``place``, a file of its own.

    Raises what `looking_at` raises.
    """
    for left in reversed(range(_TRIES)):
        place.unlink(missing_ok=True)
        try:
            _copy(path, place)
        except TryLaterError:
            if not left:
                raise
        else:
            return


def _copy(path: Path, place: Path) -> None:
    with looking_at(path) as source, closing(sqlite3.connect(place)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
