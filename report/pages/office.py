"""The office's own page: everything asked on a Monday. Never to be published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from config.messages import thai
from config.tables import TABLES
from report.charts import draw_timeline
from report.pages.agency_risk import agency_risk
from report.pages.doubts import answers_to, headings
from report.pages.official import official_documents
from report.rows import Row, rows_of, rows_where
from report.sentences.completion import claim

if TYPE_CHECKING:
    from aggregate.summary import Summary
    from report.facts import Facts

CALLED_FIRST = 3
ROWS_SHOWN = 10


def office(facts: Facts) -> dict[str, Any]:
    """Return what ``internal/index.html`` shows."""
    summary, campaign = facts.summary, facts.campaign
    return {
        "run": facts.run,
        "rows": summary.rows,
        "sheets": {table.name: table.title for table in TABLES},
        "headline": claim(summary),
        "whole": summary.whole,
        "today": summary.today,
        "kinds_without_measure": rows_of(summary.kinds_without_measure),
        **_behind(summary),
        "contacts": rows_of(summary.contacts),
        "silent": rows_where(summary.measures, lambda row: row["source"] == "none"),
        "outside": rows_where(summary.measures, lambda row: bool(row["outside"])),
        "days": rows_where(summary.timeline, lambda row: row["scope"] == "province"),
        "official": official_documents(facts),
        "timeline": draw_timeline(summary, campaign),
        **agency_risk(summary, campaign),
        "staff_types": rows_of(summary.staff_types),
        **_quality(summary),
        "rows_shown": ROWS_SHOWN,
        "headings": headings(),
        "review_sheet": thai("To decide"),
    }


def _behind(summary: Summary) -> dict[str, list[Row]]:
    """Return the agencies that are behind by what the office asks of them."""
    owed: dict[str, dict[str, int]] = {}
    for row in rows_of(summary.owed):
        owed.setdefault(row["agency_id"], {})[row["notice_id"]] = row["owed"]
    contacts = {row["agency_id"]: row for row in rows_of(summary.contacts)}
    behind = [
        row
        | {"owed": owed.get(row["agency_id"], {}), "contact": contacts.get(row["agency_id"], {})}
        for row in rows_of(summary.behind)
    ]
    lacking = [row for row in behind if row["state"] in ("not_started", "in_progress", "reported")]
    return {
        "lacking": lacking,
        "call_first": lacking[:CALLED_FIRST],
        "over": [row for row in behind if row["state"] == "over"],
        "undeclared": [row for row in behind if row["state"] == "undeclared"],
    }


def _quality(summary: Summary) -> dict[str, list[Row]]:
    """Return the findings by what becomes of them, each with the first lines it speaks of."""
    waiting = _first_lines(rows_of(summary.set_aside), "reason_id", "form")
    doubts = _first_lines(rows_of(summary.review), "reason_id")
    findings = rows_of(summary.data_quality)
    return {
        "set_aside": [
            row | {"lines": waiting[row["reason_id"], row["form"]]}
            for row in findings
            if row["finding"] == "set_aside"
        ],
        "doubts": [
            row
            | {
                "lines": doubts[row["reason_id"],],
                "answers": answers_to(row["reason_id"]),
            }
            for row in findings
            if row["finding"] == "review"
        ],
        "superseded": [row for row in findings if row["finding"] == "superseded"],
    }


def _first_lines(rows: list[Row], *key: str) -> dict[tuple[str, ...], list[Row]]:
    """Return the first `ROWS_SHOWN` rows of each key."""
    lines: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        of_key = lines.setdefault(tuple(row[name] for name in key), [])
        if len(of_key) < ROWS_SHOWN:
            of_key.append(row)
    return lines
