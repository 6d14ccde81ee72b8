"""What is counted but doubtful, for a person to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.rows import plain_column
from report.workbook.sheet import Column, Sheet

if TYPE_CHECKING:
    from report.workbook.contents import Contents


def review(contents: Contents) -> Sheet:
    """Return one row per doubt."""
    table = contents.summary.review
    return Sheet(
        title=thai("To decide"),
        answers=thai("What is counted but doubtful, and what should be done about it?"),
        columns=(
            Column(thai("Reason"), plain_column(table["reason"]), "long"),
            Column(thai("Agency"), plain_column(table["agency"])),
            Column(thai("Name"), plain_column(table["person"])),
            Column(thai("Detail"), plain_column(table["detail"]), "long"),
            Column(thai("What to do"), plain_column(table["remedy"]), "long"),
        ),
    )
