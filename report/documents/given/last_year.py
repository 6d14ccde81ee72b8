"""Last year's risk beside this year's, as the risk report prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from config.thai import thai_digits
from report.numbers import FEW
from report.ranking import ranked
from report.rows import Row, rows_of
from report.sentences import last_year as sentences
from report.thai_figures import NO_FIGURE, average, change, people

if TYPE_CHECKING:
    from config.campaign import Campaign
    from report.facts import Facts


def beside_last_year(facts: Facts) -> dict[str, Any]:
    """Return the sentences, and the kinds by this year's rank; none where nothing is compared."""
    summary = facts.summary
    beside = {row["kind_id"]: row for row in rows_of(summary.last_year.kinds)}
    numbers = {kind.id: kind.number for kind in facts.campaign.coi_kinds}
    shown = ranked(summary) if summary.last_year.state == "compared" else []
    return {
        "ประโยคเทียบ": sentences.compared(facts),
        "หมายเหตุเทียบ": list(sentences.remarks(facts)),
        "เทียบปีก่อน": [
            {"ข้อ": numbers[kind["kind_id"]], "ชื่อ": kind["kind"]}
            | _then(beside[kind["kind_id"]], facts.campaign)
            | _now(kind, facts.campaign)
            for kind in shown
        ],
    }


def _then(row: Row, campaign: Campaign) -> dict[str, str]:
    hidden = thai_digits(FEW) if row["state"] != "not_asked" else NO_FIGURE
    responses = row["last_responses"]
    return {
        "ผู้ตอบก่อน": hidden if responses is None else people(responses),
        "คะแนนก่อน": average(row["last_mean"]),
        "ระดับก่อน": campaign.matrix_levels.get(row["last_level"], NO_FIGURE),
        "ผลต่าง": change(row["difference"]),
    }


def _now(kind: Row, campaign: Campaign) -> dict[str, str]:
    return {
        "ผู้ตอบ": thai_digits(FEW) if kind["suppressed"] else people(kind["responses"]),
        "คะแนน": average(kind["mean_score"]),
        "ระดับ": campaign.matrix_levels.get(kind["level"], NO_FIGURE),
    }
