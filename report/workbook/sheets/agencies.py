"""How far each agency has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.rows import plain_column
from report.words import AGENCY_STATES, BASES, word
from report.workbook.sheet import Column, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from report.workbook.contents import Contents
    from report.workbook.sheet import Tone

STATE_TONES: dict[str, Tone] = {
    "complete": "good", "in_progress": "under_way", "not_started": "behind", "over": "odd",
    "reported": "under_way", "undeclared": "quiet",
}  # fmt: skip


def agencies(contents: Contents) -> Sheet:
    """Return one row per agency, in the register's order: heads, signed, late, per notice."""
    table = contents.summary.agencies
    return Sheet(
        title=thai("Agencies"),
        answers=thai("How far has each agency come, in all and notice by notice?"),
        frozen=2,
        columns=(
            Column(thai("No. in the list"), range(1, len(table) + 1), "count"),
            Column(thai("Agency"), plain_column(table["agency"]), "long", widest=34),
            Column(
                thai("State"),
                [word(AGENCY_STATES, state) for state in table["state"]],
                "long",
                tones={word(AGENCY_STATES, state): tone for state, tone in STATE_TONES.items()},
                widest=22,
            ),
            Column(thai("People to sign"), plain_column(table["headcount"]), "count"),
            Column(thai("Counted from"), [word(BASES, basis) for basis in table["basis"]]),
            Column(thai("People who signed"), plain_column(table["signers"]), "count"),
            Column(
                thai("Acknowledged every notice"), plain_column(table["acknowledged_all"]), "count"
            ),
            Column(thai("Percent of every notice"), plain_column(table["percent"]), "percent"),
            Column(thai("After the closing day"), plain_column(table["late"]), "count"),
            *_per_notice(contents, table["agency_id"]),
        ),
    )


def _per_notice(contents: Contents, agency_ids: pd.Series) -> Iterator[Column]:
    """Return two columns per notice: people, and their share."""
    by_notice = contents.summary.completion.set_index("agency_id")
    for notice in contents.campaign.notices:
        own = by_notice[by_notice["notice_id"] == notice.id].reindex(agency_ids)
        title = notice.short_title
        yield Column(
            thai("{notice}, people").format(notice=title),
            plain_column(own["acknowledged"]),
            "count",
        )
        yield Column(
            thai("{notice}, percent").format(notice=title), plain_column(own["percent"]), "percent"
        )
