"""The provincial risk report: who answered, criteria, ranking, findings, measures, limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from config.campaign import LEVELS
from report.documents.composing import Given
from report.documents.given.acknowledged import how_far
from report.documents.given.charts import risk_charts
from report.documents.given.common import about_the_campaign
from report.documents.given.last_year import beside_last_year
from report.pages.drafts import needs_mark
from report.pages.risk import answers_by_kind, bands
from report.ranking import ranked
from report.rows import Row, rows_of
from report.sentences import risk as sentences

if TYPE_CHECKING:
    from aggregate.summary import Summary
    from config.campaign import Campaign
    from report.facts import Facts


def risk(facts: Facts) -> Given:
    """Return what ``risk.md`` prints: of the province as a whole, never of an agency."""
    summary, campaign = facts.summary, facts.campaign
    return Given(
        about_the_campaign(campaign)
        | how_far(facts)
        | _criteria(campaign)
        | _respondents(summary)
        | {
            "ข้อค้นพบ": sentences.findings(facts),
            "การรับรู้": sentences.perceived(facts),
            "ประเด็น": _kinds(summary, campaign),
            **_headlines(facts),
            "ช่องเมทริกซ์": _cells(summary, campaign),
            **beside_last_year(facts),
            "เหตุการณ์": [_event(row, campaign) for row in rows_of(summary.events)],
            "ยังไม่มีมาตรการ": [row["kind"] for row in rows_of(summary.kinds_without_measure)],
        },
        risk_charts(facts),
    )


def _criteria(campaign: Campaign) -> dict[str, Any]:
    names, responses = campaign.matrix_levels, campaign.matrix_responses
    return {
        "เกณฑ์": campaign.matrix.id,
        "ระดับ": [
            {
                "ชื่อ": names[band["level"]],
                "จาก": band["lowest"],
                "ถึง": band["highest"],
                "ต่ำกว่า": band["below"],
                "การตอบสนอง": responses[band["level"]],
            }
            for band in bands(campaign.matrix)
        ],
        "โอกาส": _options(campaign, "likelihood"),
        "ผลกระทบ": _options(campaign, "impact"),
        "ประเภท": [{"ข้อ": kind.number, "ชื่อ": kind.name} for kind in campaign.coi_kinds],
    }


def _options(campaign: Campaign, scale: str) -> list[str]:
    """Return the answers that the form offers, as it words them."""
    questions = campaign.form("coi").questions
    asked = next(question for question in questions if question.id.endswith(f".{scale}"))
    return [option.text for option in asked.options]


def _respondents(summary: Summary) -> dict[str, Any]:
    rate = summary.response_rate
    return {
        "ผู้ตอบแบบประเมิน": summary.respondents,
        "การตอบ": {
            "หน่วยงาน": rate["agencies"],
            "หน่วยงานที่ตอบ": rate["agencies_answered"],
            "บุคลากร": rate["heads"],
            "ผู้ตอบตามฐาน": rate["respondents_of_heads"],
            "ร้อยละ": rate["percent"],
        },
    }


def _headlines(facts: Facts) -> dict[str, str]:
    """Return the sentence over each chart; "" while too few have answered for any."""
    told = {
        "สรุปการจัดลำดับ": sentences.ranking_headline,
        "สรุปเมทริกซ์": sentences.matrix_headline,
        "สรุปการกระจาย": sentences.distribution_headline,
    }
    shown = facts.summary.respondents is not None
    return {name: sentence(facts) if shown else "" for name, sentence in told.items()}


def _kinds(summary: Summary, campaign: Campaign) -> list[Row]:
    numbers = {kind.id: kind.number for kind in campaign.coi_kinds}
    answers = answers_by_kind(summary)
    return [
        {
            "ลำดับ": kind["rank"],
            "ข้อ": numbers[kind["kind_id"]],
            "ชื่อ": kind["kind"],
            "น้อย": kind["suppressed"],
            "ผู้ตอบ": kind["responses"],
            "ไม่เกี่ยวข้อง": kind["not_applicable"],
            "โอกาส": kind["mean_likelihood"],
            "ผลกระทบ": kind["mean_impact"],
            "คะแนน": kind["mean_score"],
            "สูงสุด": kind["max_score"],
            "สูงขึ้นไป": kind["high_answers"],
            "ร้อยละสูง": kind["high_percent"],
            "ระดับ": campaign.matrix_levels.get(kind["level"], ""),
            "การตอบสนอง": campaign.matrix_responses.get(kind["level"], ""),
            "คำตอบตามระดับ": [
                answers.get(kind["kind_id"], {}).get(level, {}).get("answers") for level in LEVELS
            ],
        }
        for kind in ranked(summary)
    ]


def _event(row: Row, campaign: Campaign) -> Row:
    names = {kind.id: kind.name for kind in campaign.coi_kinds}
    return {
        "เหตุการณ์": row["event"],
        "ประเด็น": names.get(row["kind_id"], ""),
        "โอกาส": row["likelihood"],
        "ผลกระทบ": row["impact"],
        "คะแนน": row["score"],
        "ระดับ": campaign.matrix_levels[row["level"]],
        "การควบคุม": row["control"],
        "มาตรการ": row["measure"],
        "ผู้รับผิดชอบ": row["responsible"],
        "กำหนด": row["due"],
        "ร่าง": needs_mark(row["draft"], row["event"], row["measure"]),
    }


def _cells(summary: Summary, campaign: Campaign) -> list[Row]:
    """Return the rows of the matrix from the highest impact down; none while nothing is shown."""
    cells = {(row["impact"], row["likelihood"]): row for row in rows_of(summary.risk_matrix)}
    impacts = sorted({impact for impact, _ in cells}, reverse=True)
    return [
        {
            "ผลกระทบ": impact,
            "ช่อง": [
                {"คำตอบ": cell["answers"], "ระดับ": campaign.matrix_levels[cell["level"]]}
                for (row, _), cell in sorted(cells.items())
                if row == impact
            ],
        }
        for impact in impacts
    ]
