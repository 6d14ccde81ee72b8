"""The office's own lists as CSV: what to mend, what to decide, whom to ask, what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report.csv_text import csv_bytes
from report.document import Document
from report.rows import Row, plain_column, rows_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from aggregate.summary import Summary


SET_ASIDE_COLUMNS = ("source", "row", "submitted_at", "reason", "remedy", "raw")


def office_lists(
    summary: Summary, changes: pd.DataFrame, refused_files: Sequence[Row]
) -> tuple[Document, ...]:
    """Return ``set-aside.csv``, ``review.csv``, ``missing.csv`` and ``changes.csv``."""
    return (
        _set_aside(summary, refused_files),
        _list("review", summary.review),
        _list("missing", summary.missing),
        _list("changes", changes),
    )


def _set_aside(summary: Summary, refused_files: Sequence[Row]) -> Document:
    rows = set_aside_rows(summary, refused_files)
    cells = ([_text(row.get(column)) for column in SET_ASIDE_COLUMNS] for row in rows)
    return Document("internal/set-aside.csv", csv_bytes(SET_ASIDE_COLUMNS, cells), "internal")


def set_aside_rows(summary: Summary, refused_files: Sequence[Row]) -> list[Row]:
    """Return the rows set aside, and before them one for each file set aside whole."""
    files = [
        {"source": f"{file['form']}/{file['origin']}"}
        | {key: file[key] for key in ("form", "reason", "remedy")}
        for file in refused_files
    ]
    return [*files, *rows_of(summary.set_aside)]


def _list(name: str, table: pd.DataFrame) -> Document:
    header = [str(column) for column in table.columns]
    columns = [[_text(cell) for cell in plain_column(table[column])] for column in header]
    rows = zip(*columns, strict=True)
    return Document(f"internal/{name}.csv", csv_bytes(header, rows), "internal")


def _text(cell: Any) -> str:
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    return cell.isoformat() if hasattr(cell, "isoformat") else str(cell)
