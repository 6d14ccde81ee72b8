"""One page for the governor's meeting: how far, who lags, where the risk lies, what to order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.documents.composing import Given
from report.documents.given.acknowledged import how_far
from report.documents.given.common import about_the_campaign
from report.pages.measures import measures
from report.ranking import ranked
from report.rows import Row, rows_of
from report.sentences import risk as sentences
from report.words import AGENCY_STATES, word

if TYPE_CHECKING:
    from report.facts import Facts


def governor(facts: Facts) -> Given:
    """Return what ``governor.md`` prints; internal, for it names the agencies that lag."""
    return Given(
        about_the_campaign(facts.campaign)
        | how_far(facts)
        | {
            "ยังไม่ครบ": [_agency(row) for row in rows_of(facts.summary.behind)],
            "ข้อค้นพบ": sentences.findings(facts),
            "ประเด็น": [
                {
                    "ลำดับ": kind["rank"],
                    "ชื่อ": kind["kind"],
                    "คะแนน": kind["mean_score"],
                    "ระดับ": facts.campaign.matrix_levels[kind["level"]],
                }
                for kind in ranked(facts.summary)
                if not kind["suppressed"]
            ],
            "ขอสั่งการ": _to_order(facts),
        }
    )


def _agency(row: Row) -> Row:
    return {
        "ชื่อ": row["agency"],
        "สถานะ": word(AGENCY_STATES, row["state"]),
        "ต้องลงนาม": row["headcount"],
        "ลงนามครบ": row["acknowledged_all"],
        "ขาด": row["missing"],
        "ร้อยละ": row["percent"],
    }


def _to_order(facts: Facts) -> list[str]:
    """Return what O43 suggests by rule, each once, in its order."""
    rows = measures(facts)["measures"]
    nothing = thai("-none-")
    return list(dict.fromkeys(row["suggestion"] for row in rows if row["suggestion"] != nothing))
