"""The memo with which O42 and O43 go to the governor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from report.documents.composing import Given
from report.documents.given.acknowledged import how_far
from report.documents.given.common import about_the_campaign
from report.sentences import ita, risk

if TYPE_CHECKING:
    from report.facts import Facts


def memo(facts: Facts) -> Given:
    """Return what ``memo.md`` prints."""
    return Given(
        {
            **about_the_campaign(facts.campaign),
            **how_far(facts),
            "คะแนนITA": _analysis(facts),
            "มาตรการ": [
                {"ลำดับ": measure.number, "ชื่อ": measure.title} for measure in facts.campaign.measures
            ],
            "ผู้ตอบแบบประเมิน": facts.summary.respondents,
            "ความเสี่ยง": risk.findings(facts),
        }
    )


def _analysis(facts: Facts) -> dict[str, Any]:
    weak, to_improve = ita.weaknesses(facts), ita.to_improve(facts)
    return {"มีแล้ว": bool(weak or to_improve), "จุดอ่อน": weak, "ควรพัฒนา": to_improve}
