"""The one file that every run rewrites: it tells a page when somebody last looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.document import Document

if TYPE_CHECKING:
    from datetime import datetime

CHECKED = "public/checked.js"


def checked_document(now: datetime) -> Document:
    """Return ``checked.js`` for a moment that knows its zone."""
    script = f'window.rapsapChecked="{now.isoformat(timespec="seconds")}";\n'
    return Document(CHECKED, script.encode(), "public")
