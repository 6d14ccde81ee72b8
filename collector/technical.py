"""Columns of our own making beside a form's questions: nobody answers them, all are kept."""

from __future__ import annotations

import re
from datetime import timedelta, timezone
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from config.thai import match_key

if TYPE_CHECKING:
    from datetime import tzinfo

RESPONSE_ID = "response_id"
CREATED = "create_time"
_ZONE = re.compile(r"time zone: (.+)")
_OFFSET = re.compile(r"(?:GMT|UTC)([+-])(\d{1,2}):?(\d{2})?")


def zone_heading(zone: str) -> str:
    """Return the heading of a column without cells, which says what zone a table's times are in.

    It stands with the headings and not in the cells, so that a sheet whose zone is set anew
    changes no row: what was read before keeps the zone that it was written in.
    """
    return f"time zone: {zone}"


def zone_of(header: tuple[str, ...]) -> str:
    """Return the zone that a header names, "" for the campaign's own."""
    return next((found[1] for text in header if (found := _ZONE.fullmatch(text))), "")


def zone_named(name: str) -> tzinfo:
    """Return ``Asia/Bangkok``, or the ``GMT+07:00`` of a sheet with a zone of its own.

    Raises `LookupError` for a name that nobody knows.
    """
    if offset := _OFFSET.fullmatch(name):
        ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return timezone(-ahead if offset[1] == "-" else ahead)
    try:
        return ZoneInfo(name)
    except (ValueError, OSError) as unknown:  # a name that could be a path, or is a folder
        raise LookupError(name) from unknown


def is_technical(heading: str) -> bool:
    """Say whether a column is of our own making."""
    return match_key(heading) in {RESPONSE_ID, CREATED} or bool(_ZONE.fullmatch(heading))
