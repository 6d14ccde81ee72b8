"""The kinds of conflict of interest in the order of their risk: for charts, tables, sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.campaign import HIGH_AND_ABOVE
from report.rows import Row, rows_of

if TYPE_CHECKING:
    from aggregate.summary import Summary


def ranked(summary: Summary) -> list[Row]:
    """Return the kinds by rank; the suppressed ones last, in the campaign's order."""
    return sorted(rows_of(summary.risk), key=lambda kind: (kind["suppressed"], kind["rank"] or 0))


def high_kinds(summary: Summary) -> list[Row]:
    """Return the kinds whose mean is high or above, the highest first."""
    return [kind for kind in ranked(summary) if kind["level"] in HIGH_AND_ABOVE]
