"""The office's own page: who is behind, what to mend, what to decide. Never to be published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report.rows import Row, rows_of, rows_where

if TYPE_CHECKING:
    from aggregate.summary import Summary
    from report.facts import Facts

REVIEW_SHOWN = 50


def office(facts: Facts) -> dict[str, Any]:
    """Return what ``internal/index.html`` shows."""
    summary = facts.summary
    return {
        "run": facts.run,
        "rows": summary.rows,
        "notices": rows_of(summary.notices),
        "behind": _behind(summary),
        "staff_types": rows_of(summary.staff_types),
        "reasons": _set_aside_by_reason(summary),
        "review": rows_of(summary.review.head(REVIEW_SHOWN)),
        "more_to_review": len(summary.review) > REVIEW_SHOWN,
    }


def _behind(summary: Summary) -> list[Row]:
    """Return the agencies that are not complete, each with what it still owes per notice."""
    owed: dict[str, dict[str, int]] = {}
    for row in rows_of(summary.missing):
        of_agency = owed.setdefault(row["agency_id"], {})
        of_agency[row["notice_id"]] = of_agency.get(row["notice_id"], 0) + (row["missing"] or 0)
    behind = rows_where(summary.agencies, lambda agency: agency["state"] != "complete")
    return [agency | {"owed": owed.get(agency["agency_id"], {})} for agency in behind]


def _set_aside_by_reason(summary: Summary) -> list[Row]:
    """Return each reason once, with its remedy and how many rows it holds back."""
    reasons: dict[tuple[str, str], int] = {}
    for row in rows_of(summary.set_aside):
        key = (row["reason"], row["remedy"])
        reasons[key] = reasons.get(key, 0) + 1
    return [
        {"reason": reason, "remedy": remedy, "rows": rows}
        for (reason, remedy), rows in sorted(reasons.items(), key=lambda item: -item[1])
    ]
