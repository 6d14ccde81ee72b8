"""Where the figures come from, how they are counted, and what they cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report.rows import Row, rows_where
from report.run_record import refused_by_form

if TYPE_CHECKING:
    from aggregate.summary import Summary
    from report.facts import Facts


def limits(facts: Facts) -> dict[str, Any]:
    """Return what ``public/sources.html`` shows."""
    summary = facts.summary
    return {
        "rows": summary.rows,
        "respondents": summary.respondents,
        "not_counted": [kind.name for kind in facts.campaign.staff_types if not kind.counted],
        "refused": refused_by_form(facts.run),
        "undeclared": _in_state(summary, "undeclared"),
        "over": _in_state(summary, "over"),
        "reported": rows_where(summary.agencies, lambda agency: bool(agency["reported"])),
    }


def _in_state(summary: Summary, state: str) -> list[Row]:
    return rows_where(summary.agencies, lambda agency: agency["state"] == state)
