"""Looking into a ledger's file without leaving a trace: never made, upgraded or written."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from collector.opening import is_ledger, refuse_what_is_not_ours
from collector.sqlite_faults import in_words, overtaken
from config.errors import CampaignError, UserError
from config.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def looking_at(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a ledger to read it; text that is no text comes with lone surrogates.

    While nobody writes, not even a file beside it is made. Raises `CampaignError` where there is
    no ledger, `UserError` for a file that is none, `TryLaterError` if it was written to meanwhile.
    """
    if not path.is_file():
        raise CampaignError(
            _("There is no ledger here."),
            place=str(path),
            remedy=_("It is made by the first refresh; if there was one, put a backup back."),
        )
    quiet = not _beside(path)
    before = _stamp(path)
    with in_words(path):
        try:
            with closing(_connect(path, quiet=quiet)) as connection:
                _require_ledger(connection, path)
                yield connection
        except Exception as fault:
            if quiet and before != _stamp(path):
                raise overtaken(path) from fault
            raise
    if quiet and before != _stamp(path):
        raise overtaken(path)


def _require_ledger(connection: sqlite3.Connection, path: Path) -> None:
    refuse_what_is_not_ours(connection, path)
    if not is_ledger(connection):
        raise UserError(_("This SQLite file is empty."), place=str(path))


def _connect(path: Path, *, quiet: bool) -> sqlite3.Connection:
    """Open the file at one moment: what is written to it later is not seen."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if quiet else ''}",
        uri=True,
        isolation_level=None,
    )
    connection.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
    connection.execute("BEGIN")
    return connection


def _beside(path: Path) -> bool:
    """Say whether the newest rows stand beside the file: a run is at work, or was killed."""
    beside = path.with_name(f"{path.name}-wal")
    return beside.is_file() and beside.stat().st_size > 0


def _stamp(path: Path) -> tuple[int, int]:
    known = path.stat()
    return known.st_mtime_ns, known.st_size
