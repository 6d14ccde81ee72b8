"""Where the conflict-of-interest risk lies, office by office; small offices are one group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aggregate.agency_risk import COMPANY, FEW
from config.messages import thai
from report.rows import plain_column
from report.workbook.sheet import Column, Sheet

if TYPE_CHECKING:
    from config.campaign import Level
    from report.workbook.contents import Contents
    from report.workbook.sheet import Tone

_TONES: dict[Level, Tone] = {
    "low": "good", "medium": "under_way", "high": "behind", "very_high": "alarming",
}  # fmt: skip


def agency_risk(contents: Contents) -> Sheet:
    """Return one row per office, or the group of small ones, and kind of conflict."""
    table, levels = contents.summary.agency_risk, contents.campaign.matrix_levels
    hidden = {
        FEW: thai("too few answers to be shown"),
        COMPANY: thai("hidden, or it would tell what others hide"),
    }
    return Sheet(
        title=thai("Risk by agency"),
        answers=thai("Where does the conflict-of-interest risk lie, office by office?"),
        frozen=2,
        columns=(
            Column(thai("Agency"), plain_column(table["unit"])),
            Column(thai("Kind of conflict of interest"), plain_column(table["kind"]), "long"),
            Column(thai("Answers"), plain_column(table["responses"]), "count"),
            Column(thai("Mean score"), plain_column(table["mean_score"]), "mean"),
            Column(thai("Highest score"), plain_column(table["max_score"]), "count"),
            Column(thai("Answers high or above"), plain_column(table["high_answers"]), "count"),
            Column(thai("Percent high or above"), plain_column(table["high_percent"]), "percent"),
            Column(
                thai("Level"),
                [levels.get(level, "") for level in table["level"]],
                tones={levels[level]: tone for level, tone in _TONES.items()},
            ),
            Column(thai("Remark"), [hidden.get(why, "") for why in table["hidden"]], "long"),
        ),
    )
