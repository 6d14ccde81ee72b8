"""O42: the guidelines, the finding that each answers, and the measures that carry it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from config.links import web_address
from report.pages.drafts import needs_mark
from report.rows import Row, rows_of
from report.sentences import ita

if TYPE_CHECKING:
    from report.facts import Facts


def guidelines(facts: Facts) -> dict[str, Any]:
    """Return what ``public/o42.html`` shows."""
    carried_out = _numbers_by_guideline(rows_of(facts.summary.measures))
    return {
        "scores": [
            row | {"score": ita.score(row["score"]), "link": web_address(row["source"])}
            for row in rows_of(facts.summary.ita)
        ],
        "not_scored": ita.not_scored(facts),
        "levels": ita.levels(facts),
        "weaknesses": ita.weaknesses(facts),
        "to_improve": ita.to_improve(facts),
        "guidelines": [
            {
                "number": number,
                "guideline": guideline,
                "measures": carried_out.get(guideline.id, []),
                "draft": needs_mark(guideline.draft, guideline.finding, guideline.steps),
            }
            for number, guideline in enumerate(facts.campaign.guidelines, start=1)
        ],
    }


def _numbers_by_guideline(measures: list[Row]) -> dict[str, list[int]]:
    numbers: dict[str, list[int]] = {}
    for measure in measures:
        numbers.setdefault(measure["guideline_id"], []).append(measure["number"])
    return numbers
