"""Rows as the ledger hands them out, spelt out by a test."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import papers
from builders import coi_form, headings, signoff_form, tiny_campaign

from aggregate import Summary, summarise
from collector.stored import StoredTable
from collector.tidy import Responses, tidy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from config.campaign import Campaign

_HEADINGS = {
    "signoff": headings(signoff_form()),
    "coi": headings(coi_form()),
    "paper": papers.HEADINGS,
}
NOW = datetime(2023, 6, 1, tzinfo=UTC)
Row = tuple[str, ...]


def stored(
    form_id: str,
    rows: Sequence[Row],
    *,
    source: str = "inbox",
    header: Row | None = None,
    states: Sequence[str] | None = None,
) -> StoredTable:
    """Return one stored table of a tiny campaign's form."""
    return StoredTable(
        form=form_id,
        source=source,
        header=header or _HEADINGS[form_id],
        rows=list(rows),
        response_ids=list(range(1, len(rows) + 1)),
        origins=["answers.csv"] * len(rows),
        row_numbers=list(range(2, len(rows) + 2)),
        states=list(states or ["standing"] * len(rows)),
    )


def tidied(
    *tables: StoredTable, campaign: Campaign | None = None, now: datetime = NOW
) -> Responses:
    """Return what the tables mean."""
    return tidy(_with_their_own_ids(tables), campaign or tiny_campaign(), now)


def summed(*tables: StoredTable, **campaign: Any) -> Summary:
    """Return the figures of the tables under a tiny campaign with changes."""
    chosen = tiny_campaign(**campaign)
    return summarise(tidied(*tables, campaign=chosen), chosen)


def signoffs(*rows: Row, **campaign: Any) -> Summary:
    """Return the figures of so many sign-off rows."""
    return summed(stored("signoff", rows), **campaign)


def reasons(*rows: Row, form_id: str = "signoff") -> list[str]:
    """Return why the rows are set aside, in their order."""
    return tidied(stored(form_id, rows)).set_aside["reason_id"].to_list()


def _with_their_own_ids(tables: Sequence[StoredTable]) -> list[StoredTable]:
    """Return the tables with response ids that are unique over all of them."""
    numbered, first = [], 1
    for table in tables:
        ids = list(range(first, first + len(table.rows)))
        numbered.append(StoredTable(**{**vars(table), "response_ids": ids}))
        first += len(table.rows)
    return numbered
