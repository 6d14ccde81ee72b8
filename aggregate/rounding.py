"""Rounding as every table, chart and page prints it: half up, from exact whole numbers."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal

_ALL = 1000


def percent(part: int, whole: int) -> float:
    """Return ``part`` of ``whole`` in percent, one decimal, half up; NaN if there is no whole.

    Never rounded up to 100.0: one person short of all is 99.9 at most.

    >>> percent(1999, 2000), percent(2000, 2000), percent(12, 10)
    (99.9, 100.0, 120.0)
    """
    if not whole:
        return math.nan
    tenths = (2 * _ALL * part + whole) // (2 * whole)
    if part < whole:
        tenths = min(tenths, _ALL - 1)
    return tenths / 10


def mean(total: int, count: int) -> Decimal:
    """Return the mean of whole numbers as printed: two decimals, half up."""
    return (Decimal(int(total)) / Decimal(int(count))).quantize(Decimal("0.01"), ROUND_HALF_UP)
