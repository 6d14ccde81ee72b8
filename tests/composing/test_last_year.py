"""Last year beside this year in the risk report, as its readers see it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
import sample
from templates import sample_facts, shown

from aggregate.last_year import beside_last_year
from config.campaign import FormerKind, LastYear
from report.documents.composing import compose
from report.documents.filling import filling
from report.documents.given import risk


def report(last):
    """Return the risk report of the sample as one line of text, with this last year."""
    facts = sample_facts()
    campaign = facts.campaign.model_copy(update={"last_year": last})
    beside = beside_last_year(facts.summary.risk, facts.summary.respondents, campaign)
    facts = replace(facts, campaign=campaign, summary=replace(facts.summary, last_year=beside))
    document = compose("risk", "risk.md", risk(facts), facts, filling(campaign.texts))
    return " ".join(re.sub("<[^>]*>", " ", shown(document)).split())


def read(*kinds, matrix="A"):
    return LastYear(
        state="read", as_of=datetime(2022, 5, 14, 12, tzinfo=UTC), respondents=3_200,
        matrix=matrix, kinds=kinds,
    )  # fmt: skip


def as_it_was(place, **changes):
    kind_id, name = sample.KINDS[place]
    kind = {"kind_id": kind_id, "kind": name, "responses": 1_234, "mean_score": Decimal("4.00")}
    return FormerKind(**kind | {"level": "low"} | changes)


def test_both_years_stand_in_one_row_with_their_difference():
    said = report(read(*(as_it_was(place) for place in range(9))))
    assert "ปีงบประมาณ พ.ศ. ๒๕๖๕ มีผู้ตอบ ๓,๒๐๐ คน (ข้อมูล ณ วันที่ ๑๔ พฤษภาคม ๒๕๖๕)" in said
    first = sample.summary().risk.sort_values("rank").iloc[0]
    digits = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    difference = f"+{Decimal(str(first['mean_score'])) - 4:.2f}".translate(digits)
    row = re.compile(
        rf"{re.escape(first['kind'])} ๑,๒๓๔ ๔.๐๐ ต่ำ [๐-๙,]+ [๐-๙.]+ \S+ {re.escape(difference)}"
    )
    assert row.search(said)


def test_what_cannot_be_compared_is_said_of_each_kind():
    kinds = [as_it_was(place) for place in range(1, 8)]
    kinds[0] = as_it_was(1, responses=None, mean_score=None, level="")
    kinds[1] = as_it_was(2, kind="การทำงานที่บ้าน")
    said = report(read(*kinds, as_it_was(8, kind_id="gifts", kind="ของขวัญ"), matrix="B"))
    assert f"“{sample.KINDS[0][1]}” ปีก่อนไม่ได้ถาม" in said
    assert f"“{sample.KINDS[1][1]}” ไม่เปรียบเทียบ เพราะปีใดปีหนึ่งมีผู้ให้คะแนนน้อยกว่า ๑๐ คน" in said
    assert f"“{sample.KINDS[2][1]}” ไม่เปรียบเทียบ เพราะปีก่อนถามด้วยถ้อยคำอื่น" in said
    assert "ประเด็น “ของขวัญ” ถามเฉพาะปีก่อน" in said
    assert "เปรียบเทียบได้เฉพาะคะแนนเฉลี่ย ไม่เปรียบเทียบระดับ" in said


@pytest.mark.parametrize(
    ("last", "why"),
    [
        (LastYear(), "ไม่มีผลการประเมินของปีงบประมาณ พ.ศ. ๒๕๖๕ จึงไม่แสดงการเปรียบเทียบ"),
        (LastYear(state="unreadable"), "(last-year/summary.json) ไม่ได้ จึงไม่แสดงการเปรียบเทียบ"),
        (LastYear(state="other_shape"), "(last-year/summary.json) ไม่ใช่ไฟล์ที่รอบการดำเนินงานเผยแพร่"),
        (
            LastYear(state="other_year", as_of=datetime(2023, 5, 1, tzinfo=UTC)),
            "เป็นข้อมูล ณ วันที่ ๑ พฤษภาคม ๒๕๖๖ ซึ่งไม่อยู่ในปีงบประมาณ พ.ศ. ๒๕๖๕",
        ),
        (LastYear(state="read", respondents=9), "ปีใดปีหนึ่งมีผู้ตอบน้อยกว่า ๑๐ คน"),
    ],
)
def test_without_last_year_the_report_says_why_and_prints_no_table(last, why):
    said = report(last)
    assert why in said
    assert "ผลต่าง" not in said.replace("ผลต่างของค่าเฉลี่ย", "")
