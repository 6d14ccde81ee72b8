"""The first page: who has acknowledged what, in the province and in each of its agencies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from report.rows import Row, rows_of, rows_where
from report.run_record import refused_by_form

if TYPE_CHECKING:
    from aggregate.summary import Summary
    from config.campaign import Campaign
    from report.facts import Facts

Headline = Literal["nothing_yet", "no_heads", "share"]


def overview(facts: Facts) -> dict[str, Any]:
    """Return what ``public/index.html`` shows."""
    summary = facts.summary
    return {
        "headline": headline(summary),
        "whole": summary.whole,
        "notices": _notices(summary, facts.campaign),
        "agencies": _agencies(summary),
        "undeclared": _in_state(summary, "undeclared"),
        "over": _in_state(summary, "over"),
        "rows": summary.rows,
        "refused": refused_by_form(facts.run),
    }


def headline(summary: Summary) -> Headline:
    """Return which of the three sentences is the honest one (wording.md, by rule)."""
    if not summary.rows_by_form["signoff"]["accepted"]:
        return "nothing_yet"
    return "no_heads" if summary.whole["percent"] is None else "share"


def _notices(summary: Summary, campaign: Campaign) -> list[Row]:
    in_force = {notice.id: notice.versions[-1] for notice in campaign.notices}
    return [row | {"version": in_force[row["notice_id"]]} for row in rows_of(summary.notices)]


def _agencies(summary: Summary) -> list[Row]:
    """Return the agencies in the register's order, each with its five notices."""
    cells: dict[str, list[Row]] = {}
    for row in rows_of(summary.completion):
        cells.setdefault(row["agency_id"], []).append(row)
    return [row | {"notices": cells[row["agency_id"]]} for row in rows_of(summary.agencies)]


def _in_state(summary: Summary, state: str) -> list[Row]:
    return rows_where(summary.agencies, lambda agency: agency["state"] == state)
