"""A moment as clocks in the province show it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo


def moment(when: datetime | str | None, zone: ZoneInfo) -> datetime | None:
    """Return the moment in that zone."""
    if not when:
        return None
    return (datetime.fromisoformat(when) if isinstance(when, str) else when).astimezone(zone)
