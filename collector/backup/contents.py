"""What goes into a backup: all that cannot be made again, and never a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEDGER = "ledger.sqlite"
"""Copied through SQLite, not as a file: its newest rows may stand beside it."""
_KEPT = (
    "campaign.toml", "*.xlsx", "*.csv", "*.cmd", "google.json", "texts/**/*", "inbox/**/*",
    "last-year/*",
    "out/editions/**/*", "out/evidence/**/*", "log/*.log*",
)  # fmt: skip
_EXCEL_IS_OPEN = "~$"
_LARGEST_KEY = 65_536
_MARKS_OF_A_KEY = (b"PRIVATE KEY-----", b'"refresh_token"', b'"client_secret"')


def kept_files(folder: Path) -> Iterator[Path]:
    """Yield a campaign's files for a backup but for the ledger, each once, in order.

    The drafts in ``out/`` are not among them: a refresh makes them again from these.
    """
    found = {path for pattern in _KEPT for path in folder.glob(pattern)}
    for path in sorted(found):
        if path.is_file() and not path.name.startswith(_EXCEL_IS_OPEN):
            yield path


def is_key(content: bytes) -> bool:
    """Say whether a file holds a secret by which somebody could sign in to Google."""
    return len(content) <= _LARGEST_KEY and any(mark in content for mark in _MARKS_OF_A_KEY)
