"""Which answers wait to be mended, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.internal import set_aside_rows
from report.words import FORMS, word
from report.workbook.sheet import Column, Sheet

if TYPE_CHECKING:
    from report.workbook.contents import Contents


def set_aside(contents: Contents) -> Sheet:
    """Return one row per answer set aside, files set aside whole before them."""
    rows = set_aside_rows(contents.summary, contents.run["refused_files"])
    return Sheet(
        title=thai("Set aside"),
        answers=thai("Which answers are not counted yet, why, and what mends them?"),
        columns=(
            Column(thai("Form"), [word(FORMS, row["form"]) for row in rows]),
            Column(thai("Reason"), [row["reason"] for row in rows], "long"),
            Column(thai("Remedy"), [row["remedy"] for row in rows], "long"),
            Column(thai("File"), [row["source"] for row in rows], "long"),
            Column(thai("Row"), [row.get("row") for row in rows], "count"),
            Column(thai("Sent at"), [row.get("submitted_at") for row in rows]),
            Column(thai("As it was written"), [row.get("raw") for row in rows]),
        ),
    )
