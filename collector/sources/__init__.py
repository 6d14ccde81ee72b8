"""Where responses come from: one file a source, one line in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.sources.inbox import fetch_inbox

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from collector.raw import Fetched

__all__ = ["SOURCES"]

SOURCES: dict[str, Callable[[str, Path, datetime], Fetched]] = {
    "inbox": fetch_inbox,
}
