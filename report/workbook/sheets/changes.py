"""What the last refresh has brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.rows import plain_column
from report.words import EVENTS, FORMS, word
from report.workbook.sheet import Column, Sheet

if TYPE_CHECKING:
    from report.workbook.contents import Contents


def changes(contents: Contents) -> Sheet:
    """Return edits and losses one by one, and how many rows are new in which file."""
    table = contents.news
    return Sheet(
        title=thai("Latest changes"),
        answers=thai("What has the last refresh brought, and what was edited or lost?"),
        columns=(
            Column(thai("Form"), [word(FORMS, form) for form in table["form"]]),
            Column(
                thai("Change"),
                [word(EVENTS, kind) for kind in table["kind"]],
                tones={
                    word(EVENTS, "ADD"): "good",
                    word(EVENTS, "CHANGE"): "under_way",
                    word(EVENTS, "VANISH"): "behind",
                },
            ),
            Column(thai("File"), plain_column(table["origin"]), "long"),
            Column(thai("From row"), plain_column(table["first_row"]), "count"),
            Column(thai("To row"), plain_column(table["last_row"]), "count"),
            Column(thai("Rows"), plain_column(table["rows"]), "count"),
            Column(thai("Before"), plain_column(table["before"]), "long"),
            Column(thai("After"), plain_column(table["after"]), "long"),
        ),
    )
