"""Whom to call first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.rows import plain_column
from report.words import AGENCY_STATES, word
from report.workbook.sheet import Column, Sheet
from report.workbook.sheets.agencies import STATE_TONES

if TYPE_CHECKING:
    from report.workbook.contents import Contents


def behind(contents: Contents) -> Sheet:
    """Return the agencies that are not complete, whom to call first on top."""
    table = contents.summary.behind
    silent, moving = thai("stands still"), thai("moving")
    return Sheet(
        title=thai("Whom to call"),
        answers=thai("Which agencies are behind, and whom should the office call first?"),
        frozen=2,
        columns=(
            Column(thai("No. in the list"), range(1, len(table) + 1), "count"),
            Column(thai("Agency"), plain_column(table["agency"])),
            Column(
                thai("State"),
                [word(AGENCY_STATES, state) for state in table["state"]],
                tones={word(AGENCY_STATES, state): tone for state, tone in STATE_TONES.items()},
            ),
            Column(thai("People to sign"), plain_column(table["headcount"]), "count"),
            Column(
                thai("Acknowledged every notice"), plain_column(table["acknowledged_all"]), "count"
            ),
            Column(thai("People still to sign"), plain_column(table["missing"]), "count"),
            Column(thai("Percent of every notice"), plain_column(table["percent"]), "percent"),
            Column(thai("Last new sign-off"), plain_column(table["last_new"]), "day"),
            Column(thai("Days without news"), plain_column(table["quiet_days"]), "count"),
            Column(
                thai("Movement"),
                [silent if still else moving for still in table["stalled"]],
                tones={silent: "behind"},
            ),
        ),
    )
