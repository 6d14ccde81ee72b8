"""Where responses come from: one file a source, one line in the table.

A source is opened once per collecting and then asked for each form that is read from it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.sources.google_forms import open_google_forms
from collector.sources.google_sheets import open_google_sheets
from collector.sources.inbox import open_inbox

if TYPE_CHECKING:
    from collections.abc import Callable

    from collector.errand import Errand
    from collector.raw import Fetched
    from config.campaign import Source

    Fetch = Callable[[Source], Fetched]

__all__ = ["SOURCES"]

SOURCES: dict[str, Callable[[Errand], Fetch]] = {
    "inbox": open_inbox,
    "google-sheets": open_google_sheets,
    "google-forms": open_google_forms,
}
