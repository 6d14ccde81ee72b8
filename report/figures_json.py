"""The public figures as one JSON document, ``data/summary.json`` (design.md §3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report.document import Document
from report.figures_csv import RISK_COLUMNS, suppressed_or_whole
from report.json_text import json_bytes
from report.numbers import FEW
from report.rows import Row, rows_of

if TYPE_CHECKING:
    from aggregate.summary import Summary
    from config.campaign import Campaign

_ROWS = ("read", "accepted", "superseded", "set_aside", "erased")
_WHOLE = (
    "headcount", "acknowledged_all", "acknowledged_undeclared",
    "percent", "agencies", "agencies_complete",
)  # fmt: skip
_NOTICE = ("notice_id", "notice", "headcount", "acknowledged", "percent", "late", "outdated")


def figures_as_json(summary: Summary, campaign: Campaign) -> Document:
    """Return ``data/summary.json``; its only clock is ``as_of``."""
    figures = {
        "campaign": campaign.id,
        "as_of": summary.as_of,
        "rows": _only(summary.rows, _ROWS),
        "completion": _only(summary.whole, _WHOLE),
        "notices": [_only(row, _NOTICE) for row in rows_of(summary.notices)],
        "risk": _risk(summary, campaign),
    }
    return Document("public/data/summary.json", json_bytes(figures), "public")


def _risk(summary: Summary, campaign: Campaign) -> Row:
    return {
        "respondents": FEW if summary.respondents is None else summary.respondents,
        "matrix": campaign.matrix.id,
        "kinds": [_kind(row) for row in rows_of(summary.risk)],
    }


def _kind(row: Row) -> Row:
    shown = _only(suppressed_or_whole(row), RISK_COLUMNS)
    return shown | {"level": shown["level"] or None}


def _only(row: dict[str, Any], keys: tuple[str, ...]) -> Row:
    return {key: row[key] for key in keys}
