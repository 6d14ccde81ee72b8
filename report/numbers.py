"""Figures as they are printed: one decimal for a percentage, two for a mean, never up to 100."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_COMPLETE = Decimal(100)
_NEARLY = Decimal("99.9")
FEW = "<10"


def percent_text(percent: float | None) -> str:
    """Return ``94.7``; 99.96 stays 99.9, for only complete is 100.0; nothing for no figure."""
    if percent is None:
        return ""
    exact = Decimal(str(percent))
    rounded = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return str(min(rounded, _NEARLY) if exact < _COMPLETE else rounded)


def mean_text(mean: float | None) -> str:
    """Return ``6.25``; nothing for no figure."""
    if mean is None:
        return ""
    return str(Decimal(str(mean)).quantize(Decimal("0.01"), ROUND_HALF_UP))


def count_text(count: int | None) -> str:
    """Return ``1200``; nothing for no figure."""
    return "" if count is None else str(count)
