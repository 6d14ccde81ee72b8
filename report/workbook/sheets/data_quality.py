"""What is wrong or doubtful in the answers, each kind once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aggregate.data_quality import REVIEW, SET_ASIDE, SUPERSEDED
from config.messages import thai
from report.rows import plain_column
from report.words import FORMS, word
from report.workbook.sheet import Column, Sheet

if TYPE_CHECKING:
    from report.workbook.contents import Contents


def data_quality(contents: Contents) -> Sheet:
    """Return each kind of finding with how many rows it concerns and what to do."""
    table = contents.summary.data_quality
    findings = {
        SET_ASIDE: thai("not counted until mended"),
        REVIEW: thai("counted, to be looked at"),
        SUPERSEDED: thai("nothing to do"),
    }
    return Sheet(
        title=thai("Quality of the data"),
        answers=thai("What is wrong or doubtful in the answers, how often, and what to do?"),
        columns=(
            Column(
                thai("Finding"),
                [findings[finding] for finding in table["finding"]],
                tones={findings[SET_ASIDE]: "behind", findings[REVIEW]: "under_way"},
            ),
            Column(thai("Form"), [word(FORMS, form) for form in table["form"]]),
            Column(thai("Rows"), plain_column(table["rows"]), "count"),
            Column(thai("Reason"), plain_column(table["reason"]), "long"),
            Column(thai("Remedy"), plain_column(table["remedy"]), "long"),
        ),
    )
