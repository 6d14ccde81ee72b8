"""``tracker.xlsx``: the office's own workbook, a sheet for each question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.document import Document
from report.workbook.sheet import Book
from report.workbook.sheets import SHEETS
from report.workbook.stamp import as_of_text, made_at
from report.workbook.writing import workbook_bytes

if TYPE_CHECKING:
    from aggregate.summary import Summary
    from report.workbook.contents import Contents
    from report.workbook.sheet import Figures

TRACKER = "internal/tracker.xlsx"


def tracker(contents: Contents) -> Document:
    """Return the workbook; it names people and is never to leave the office."""
    campaign, summary = contents.campaign, contents.summary
    book = Book(
        title=thai("Tracker of acknowledgements"),
        subject=campaign.title,
        secret=thai("For the office only. Never to be published."),
        dated=as_of_text(summary.as_of, campaign),
        figures=_figures(summary, contents.run["ledger_reference"]),
        notes=(
            thai(
                "Filter with the arrows beside the headings; every refresh writes this file anew."
            ),
            thai("Close this file before refreshing, so that the new one can take its place."),
        ),
        sheets=tuple(sheet(contents) for sheet in SHEETS),
        created=made_at(summary.as_of, campaign),
    )
    return Document(TRACKER, workbook_bytes(book), "internal")


def _figures(summary: Summary, reference: str) -> Figures:
    whole, rows = summary.whole, summary.rows
    return (
        (thai("People who acknowledged every notice"), whole["acknowledged_all"]),
        (thai("People to sign"), whole["headcount"]),
        (thai("Percent of every notice"), whole["percent"]),
        (thai("… and in agencies that declared no number"), whole["acknowledged_undeclared"]),
        (thai("Agencies complete"), whole["agencies_complete"]),
        (thai("Agencies"), whole["agencies"]),
        (thai("Rows read"), rows["read"]),
        (thai("Set aside"), rows["set_aside"]),
        (thai("To be looked at all the same"), len(summary.review)),
        (thai("Reference of the ledger"), reference or "–"),
    )
