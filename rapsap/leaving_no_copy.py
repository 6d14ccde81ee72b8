"""After an erasure: no copy of what was erased stays where rapsap itself keeps copies.

A mark beside the report, set before rows are erased, is taken away when all is done: whatever
writes the report next finishes what a killed run has left.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from collector.ledger import Ledger

_MARK = ".forgetting"
_FORMER_REPORT = "previous"
_OLDER_LEDGERS = "ledger-v*-*.sqlite*"


def begin_erasing(out: Path) -> None:
    """Set the mark, before anything is erased."""
    out.mkdir(parents=True, exist_ok=True)
    (out / _MARK).touch()


def finish_erasing(ledger: Ledger, out: Path) -> None:
    """Wipe the ledger's free pages and remove the former report and copies of older ledgers.

    Does nothing where nothing was erased. Raises `TryLaterError` while another process reads the
    ledger, and `OSError` for a file that is open elsewhere; the mark then stays.
    """
    if not (out / _MARK).exists():
        return
    ledger.wipe()
    if (out / _FORMER_REPORT).exists():
        shutil.rmtree(out / _FORMER_REPORT)
    for copy in out.parent.glob(_OLDER_LEDGERS):
        copy.unlink()
    (out / _MARK).unlink()
