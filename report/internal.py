"""The office's own lists as CSV: what to mend, what to decide, whom to ask, what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report.csv_text import csv_bytes
from report.document import Document
from report.rows import rows_of

if TYPE_CHECKING:
    import pandas as pd

    from aggregate.summary import Summary


SET_ASIDE_COLUMNS = ("source", "row", "submitted_at", "reason", "remedy", "raw")


def office_lists(summary: Summary, changes: pd.DataFrame) -> tuple[Document, ...]:
    """Return ``set-aside.csv``, ``review.csv``, ``missing.csv`` and ``changes.csv``."""
    lists = {
        "set-aside": summary.set_aside[list(SET_ASIDE_COLUMNS)],
        "review": summary.review,
        "missing": summary.missing,
        "changes": changes,
    }
    return tuple(_list(name, table) for name, table in lists.items())


def _list(name: str, table: pd.DataFrame) -> Document:
    header = [str(column) for column in table.columns]
    rows = ([_text(cell) for cell in row.values()] for row in rows_of(table))
    return Document(f"internal/{name}.csv", csv_bytes(header, rows), "internal")


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if hasattr(cell, "isoformat") else str(cell)
