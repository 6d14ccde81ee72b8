"""A cell's value as text, and the type that it has in the workbook beside it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

Typed = tuple[str, str]
"""A cell's text and its type, "" for one that is text in the workbook too."""
BLANK: Typed = ("", "")

_EXACT = 10**15
"""Whole numbers from here on are no longer exact in a workbook."""


def cell_text(value: object) -> Typed:
    """Return a value as text and its type; a date is year first, so that none need guess it.

    >>> cell_text(12.0), cell_text(datetime(2023, 4, 3, 16, 39))
    (('12', 'number'), ('2023-04-03 16:39:00', 'date'))
    """
    write, kind = _KINDS.get(type(value), (str, ""))
    return write(value), kind


def _number(value: float) -> str:
    return str(int(value)) if abs(value) < _EXACT and value == int(value) else repr(value)


def _moment(value: datetime) -> str:
    return value.isoformat(" ", "milliseconds" if value.microsecond else "seconds")


_KINDS: dict[type, tuple[Callable[[Any], str], str]] = {
    str: (str, ""),
    float: (_number, "number"),
    int: (_number, "number"),
    bool: (lambda value: str(value).upper(), "boolean"),
    datetime: (_moment, "date"),
    date: (date.isoformat, "date"),
    time: (str, "time"),
    timedelta: (str, "time"),
}
