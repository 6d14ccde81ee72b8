"""The public figures as CSV (design.md §3): who acknowledged what, and where the risk lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.csv_text import csv_bytes
from report.document import Document
from report.numbers import FEW, count_text, mean_text, percent_text
from report.rows import Row, rows_of

if TYPE_CHECKING:
    from aggregate.summary import Summary

COMPLETION_COLUMNS = (
    "agency_id", "agency", "notice_id", "notice", "headcount",
    "acknowledged", "percent", "late", "outdated", "basis",
)  # fmt: skip
RISK_COLUMNS = (
    "scope", "kind_id", "kind", "responses", "not_applicable", "mean_likelihood",
    "mean_impact", "mean_score", "max_score", "high_percent", "level",
)  # fmt: skip
_COUNTS = frozenset(
    ("headcount", "acknowledged", "late", "outdated", "responses", "not_applicable", "max_score")
)
_PERCENTS = frozenset(("percent", "high_percent"))
_MEANS = frozenset(("mean_likelihood", "mean_impact", "mean_score"))


def figures_as_csv(summary: Summary) -> tuple[Document, ...]:
    """Return ``data/completion.csv`` and ``data/risk.csv``."""
    return (completion_csv(summary), risk_csv(summary))


def completion_csv(summary: Summary) -> Document:
    """Return one row per agency and notice, agencies in the register's order."""
    rows = [_cells(row, COMPLETION_COLUMNS) for row in rows_of(summary.completion)]
    return Document("public/data/completion.csv", csv_bytes(COMPLETION_COLUMNS, rows), "public")


def risk_csv(summary: Summary) -> Document:
    """Return one row per kind; a suppressed one says ``<10`` and nothing more."""
    rows = [_cells(suppressed_or_whole(row), RISK_COLUMNS) for row in rows_of(summary.risk)]
    return Document("public/data/risk.csv", csv_bytes(RISK_COLUMNS, rows), "public")


def suppressed_or_whole(kind: Row) -> Row:
    """Return a kind's row as the public may see it."""
    if not kind["suppressed"]:
        return kind
    named = {column: kind[column] for column in ("scope", "kind_id", "kind")}
    return dict.fromkeys(RISK_COLUMNS) | named | {"responses": FEW}


def _cells(row: Row, columns: tuple[str, ...]) -> list[str]:
    return [_cell(column, row[column]) for column in columns]


def _cell(column: str, value: object) -> str:
    match value:
        case int() if column in _COUNTS:
            return count_text(value)
        case int() | float() if column in _PERCENTS:
            return percent_text(value)
        case int() | float() if column in _MEANS:
            return mean_text(value)
        case None:
            return ""
        case _:
            return str(value)
