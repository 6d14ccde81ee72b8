"""Readings for the tests of the collector: a table from literal rows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from collector.raw import RawTable

NOON = datetime(2023, 4, 20, 5, 0, tzinfo=UTC)
"""Twelve o'clock in Chiang Rai."""
LATER = NOON + timedelta(hours=24)


def table(*rows, header=("ก", "ข"), origin="a.csv", form="signoff", source="inbox"):
    """Return a file of these rows; the header is line 1."""
    return RawTable(
        form=form,
        source=source,
        origin=origin,
        header=tuple(header),
        rows=tuple(tuple(row) for row in rows),
        row_numbers=tuple(range(2, len(rows) + 2)),
        blank_rows=0,
        fetched_at=NOON,
    )
