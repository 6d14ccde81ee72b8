"""The time of day and its zone, as forms, sheets and people write them (google.md)."""

from __future__ import annotations

import re
from datetime import time, timedelta, timezone
from functools import lru_cache

from config.date_fault import DateFault

_OFFSET = re.compile(r"(?:gmt|utc)?([+-])([0-9]{1,2})(?::?([0-9]{2}))?")
_HOURS_AHEAD = {"z": 0, "utc": 0, "gmt": 0, "ict": 7, "cet": 1, "cest": 2}
_MOST_HOURS_AHEAD = 14
_MINUTES = 60
_HALF_DAY = 12

# Finds a time in lower-cased text, in Thai digits or Arabic ones.
TIME_PATTERN = (
    r"(?P<hour>[0-9๐-๙]{1,2})[:.](?P<minute>[0-9๐-๙]{2})"
    r"(?:[:.](?P<second>[0-9๐-๙]{2})(?:[.,][0-9๐-๙]{1,9})?)?"
    r"(?: ?(?:(?P<half_day>[ap]m|[ap]\. ?m\.|ก่อนเที่ยง|หลังเที่ยง)|น\.?))?"
    r"(?: ?(?P<zone>(?:gmt|utc)?[+-][0-9]{1,2}(?::?[0-9]{2})?|[a-z]{1,5}))?"
)


def time_of(found: re.Match[str]) -> time:
    """Return the time that `TIME_PATTERN` found, cut to the second; without one, midnight.

    Raises `DateFault` "impossible" for 24:00, 13:00 PM and their like.
    """
    if found["hour"] is None:
        return time.min
    hour = int(found["hour"])
    if found["half_day"]:
        hour = _hour_of_day(hour, found)
    try:
        return time(hour, int(found["minute"]), int(found["second"] or 0))
    except ValueError:
        raise DateFault("impossible", found.string) from None


def _hour_of_day(hour: int, found: re.Match[str]) -> int:
    """Return 0 to 23 for an hour of a half day: 12 AM is midnight, 12 PM is noon."""
    if not 1 <= hour <= _HALF_DAY:
        raise DateFault("impossible", found.string)
    return hour % _HALF_DAY + (_HALF_DAY if found["half_day"].startswith(("p", "หลัง")) else 0)


def zone_of(found: re.Match[str]) -> timezone | None:
    """Return the offset that `TIME_PATTERN` found, if any: ``gmt+5:30``, ``+0700``, ``ict``.

    Raises `DateFault` "unknown_zone": an abbreviation that is not known is never guessed.
    """
    if found["zone"] is None:
        return None
    offset = _offset(found["zone"])
    if offset is None:
        raise DateFault("unknown_zone", found.string)
    return offset


@lru_cache(maxsize=64)
def _offset(zone: str) -> timezone | None:
    if zone in _HOURS_AHEAD:
        return timezone(timedelta(hours=_HOURS_AHEAD[zone]))
    offset = _OFFSET.fullmatch(zone)
    if not offset or int(offset[2]) > _MOST_HOURS_AHEAD or int(offset[3] or 0) >= _MINUTES:
        return None
    ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
    return timezone(-ahead if offset[1] == "-" else ahead)
