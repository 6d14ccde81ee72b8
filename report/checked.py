"""The one file that every run rewrites: it tells a page when somebody last looked."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from report.document import Document
from report.staging import said_plainly

if TYPE_CHECKING:
    from pathlib import Path

CHECKED = "public/checked.js"
_SAID = re.compile(r'window\.rapsapChecked="([^"]+)";')


def checked_document(now: datetime) -> Document:
    """Return ``checked.js`` for a moment that knows its zone."""
    script = f'window.rapsapChecked="{now.isoformat(timespec="seconds")}";\n'
    return Document(CHECKED, script.encode(), "public")


def last_checked(out: Path) -> datetime | None:
    """Return when somebody last looked, or None where nobody ever did."""
    try:
        found = _SAID.fullmatch((out / CHECKED).read_text(encoding="utf-8").strip())
        return datetime.fromisoformat(found[1]) if found else None
    except (OSError, ValueError):
        return None


def leave_checked(now: datetime, out: Path) -> None:
    """Write ``checked.js`` alone into a report that stands; whole or not at all."""
    with said_plainly(out):
        put_checked(checked_document(now), out)


def put_checked(document: Document, out: Path) -> None:
    """Put ``checked.js`` in place, whole or not at all."""
    fresh = out / ".checked.js.new"
    fresh.write_bytes(document.content)
    fresh.replace(out / document.name)
