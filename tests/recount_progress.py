"""What agencies report of the measures, read a second time."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import recount
import recount_heads

if TYPE_CHECKING:
    from pathlib import Path

    from recount import Row

    from config.campaign import Campaign


def read_progress(campaign: Campaign, folder: Path) -> list[Row]:
    """The reports; only what the rehearsal spoils is recognised as spoilt."""
    if not any(form.id == "progress" for form in campaign.forms):
        return []
    form = campaign.form("progress")
    rows = recount.read_rows(campaign, form, folder)
    known = recount.agency_ids(campaign)
    newest: dict[tuple[str, str | None], Row] = {}
    for row in sorted(rows, key=recount.age):
        row.agency = recount.agency_of(row, known)
        measure = recount.option(form.question("measure"), row.answers["measure"])
        on = recount_heads.day_of(row, campaign)
        digits = all(re.fullmatch("[0-9]+", text) for _, text in numbers_in(row))
        if row.moment and row.agency and measure and on and on <= row.day and digits:
            row.fate = "accepted"
            if before := newest.get((row.agency, measure)):
                before.fate = "superseded"
            newest[row.agency, measure] = row
    return rows


def numbers_in(row: Row) -> list[tuple[str, str]]:
    return [
        (question, text.strip())
        for question, text in row.answers.items()
        if question.startswith("number.") and text.strip()
    ]


def told(rows: list[Row]) -> dict[str, int]:
    """The numbers of all accepted reports, summed by question."""
    sums: Counter[str] = Counter()
    for row in rows:
        if row.fate == "accepted":
            sums.update({question: int(text) for question, text in numbers_in(row)})
    return dict(sorted(sums.items()))
