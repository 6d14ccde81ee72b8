"""The first page: who has acknowledged what, in the province and in each of its agencies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report.pages.downloads import in_force
from report.rows import Row, rows_of
from report.sentences import completion, risk

if TYPE_CHECKING:
    from aggregate.summary import Summary
    from config.campaign import Campaign
    from report.facts import Facts


def overview(facts: Facts) -> dict[str, Any]:
    """Return what ``public/index.html`` shows."""
    summary = facts.summary
    return {
        "claim": completion.claim(summary),
        "headline": completion.headline(facts),
        "beside": completion.beside_the_headline(facts),
        "whole": summary.whole,
        "notices_headline": completion.notices_headline(facts),
        "notices": _notices(summary, facts.campaign),
        "agencies_headline": completion.agencies_headline(facts),
        "agencies": _agencies(summary),
        "risk_findings": risk.findings(facts),
    }


def _notices(summary: Summary, campaign: Campaign) -> list[Row]:
    newest = {notice.id: in_force(notice) for notice in campaign.notices}
    return [row | newest[row["notice_id"]] for row in rows_of(summary.notices)]


def _agencies(summary: Summary) -> list[Row]:
    """Return the agencies in the register's order, each with its five notices."""
    cells: dict[str, list[Row]] = {}
    for row in rows_of(summary.completion):
        cells.setdefault(row["agency_id"], []).append(row)
    return [row | {"notices": cells[row["agency_id"]]} for row in rows_of(summary.agencies)]
