"""How many have signed, day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.rows import plain_column
from report.workbook.sheet import Column, Sheet

if TYPE_CHECKING:
    from report.workbook.contents import Contents


def timeline(contents: Contents) -> Sheet:
    """Return one row per day of the province, then of each agency."""
    table = contents.summary.timeline
    early = thai("before the opening")
    return Sheet(
        title=thai("Day by day"),
        answers=thai("How many people completed all notices on which day, and so far?"),
        frozen=2,
        columns=(
            Column(thai("Agency"), plain_column(table["agency"])),
            Column(thai("Day"), [day or early for day in plain_column(table["day"])], "day"),
            Column(thai("Completed that day"), plain_column(table["completed"]), "count"),
            Column(thai("Completed so far"), plain_column(table["completed_so_far"]), "count"),
            Column(thai("Self-assessments that day"), plain_column(table["assessed"]), "count"),
        ),
    )
