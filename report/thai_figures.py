"""Figures as Thai pages and sentences print them: Thai digits, a dash where there is none."""

from __future__ import annotations

from config.thai import number, thai_digits
from report.numbers import mean_text, percent_text

NO_FIGURE = "–"


def people(count: float | None) -> str:
    """Return ``๑๔,๒๐๐``."""
    return NO_FIGURE if count is None else thai_digits(number(count))


def share(percent: float | None) -> str:
    """Return ``๙๔.๗``; only what is complete is ``๑๐๐.๐``."""
    return thai_digits(percent_text(percent)) or NO_FIGURE


def average(mean: float | None) -> str:
    """Return ``๖.๒๕``."""
    return thai_digits(mean_text(mean)) or NO_FIGURE


def change(difference: float | None) -> str:
    """Return ``+๐.๕๒``, ``−๐.๓๐`` or ``๐.๐๐``."""
    if difference is None:
        return NO_FIGURE
    sign = "+" if difference > 0 else "−" if difference < 0 else ""
    return f"{sign}{average(abs(difference))}"
