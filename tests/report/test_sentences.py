"""The findings in the words of wording.md, each rule on both sides."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from decimal import Decimal

import pandas as pd
import pytest
import sample

from aggregate.ita import ita_scores
from config.campaign import ItaScore, Measure
from report.facts import Facts
from report.sentences import completion, ita, risk
from report.sentences.measures import result, suggestion

MEASURE = Measure(id="m", number=1, title="ม", responsible="ส", period="ม", notice="hr")
SIGNED = {
    "source": "notice", "agencies": 34, "agencies_complete": 28, "agencies_incomplete": 6,
    "headcount": 15_000, "acknowledged": 14_200, "acknowledged_undeclared": 0, "percent": 94.7,
    "respondents": None, "agencies_answered": None, "agencies_silent": None,
}  # fmt: skip
ANSWERED = {
    "source": "form", "agencies": 34, "respondents": 3_714, "agencies_answered": 33,
    "agencies_silent": 1,
}  # fmt: skip


@pytest.fixture
def facts(summary, campaign):
    return Facts(summary, campaign, sample.run(), sample.NOW)


def with_figures(facts, **figures):
    return dataclasses.replace(facts, summary=dataclasses.replace(facts.summary, **figures))


def without_high_kinds(facts):
    kinds = facts.summary.risk
    low = kinds.assign(
        level=kinds["level"].where(~kinds["level"].isin(["high", "very_high"]), "low")
    )
    return with_figures(facts, risk=low, risk_spread=facts.summary.risk_spread | {"high_kinds": 0})


def said(row, facts, measure=MEASURE):
    return " ".join(result(row, measure, facts).paragraphs)


def test_the_headline_of_the_rule(facts):
    whole = {
        "headcount": 15_000, "acknowledged_all": 14_200, "acknowledged_undeclared": 0,
        "percent": 94.7, "agencies": 34, "agencies_complete": 28,
    }  # fmt: skip
    full = with_figures(facts, whole=whole, as_of=datetime(2023, 4, 30, 12, tzinfo=UTC))
    assert completion.headline(full) == (
        "ณ วันที่ ๓๐ เมษายน ๒๕๖๖ บุคลากรของส่วนราชการส่วนภูมิภาคประจำจังหวัดเชียงราย รับทราบครบทั้ง "
        "๕ ฉบับแล้ว ๑๔,๒๐๐ คน จาก ๑๕,๐๐๐ คน คิดเป็นร้อยละ ๙๔.๗ ครบทุกคนแล้ว ๒๘ จาก ๓๔ หน่วยงาน"
    )
    assert completion.beside_the_headline(full) == []


def test_the_day_of_the_data_is_the_provinces_day(facts):
    late = with_figures(facts, as_of=datetime(2023, 4, 29, 17, 0, tzinfo=UTC))
    assert completion.headline(late).startswith("ณ วันที่ ๓๐ เมษายน ๒๕๖๖")


def test_the_least_acknowledged_notice_is_named_and_equal_ones_are_said_to_be_equal(facts):
    notices = facts.summary.notices.assign(percent=[93.3, 93.3, 91.0, 93.4, 93.4])
    assert completion.notices_headline(with_figures(facts, notices=notices)) == (
        "ฉบับที่มีผู้รับทราบน้อยที่สุด คือ “ประกาศนโยบายคุ้มครองข้อมูลส่วนบุคคล (Personal Data Privacy "
        "Policy)” ร้อยละ ๙๑.๐"
    )
    two = notices.assign(percent=[93.3, 91.0, 91.0, 93.4, 93.4])
    assert "บุคคล” และ “ประกาศนโยบายคุ้มครอง" in (
        completion.notices_headline(with_figures(facts, notices=two))
    )
    alike = notices.assign(percent=100.0)
    assert completion.notices_headline(with_figures(facts, notices=alike)) == (
        "ทุกฉบับมีผู้รับทราบเท่ากัน ร้อยละ ๑๐๐.๐"
    )
    unknown = notices.assign(percent=float("nan"))
    assert completion.notices_headline(with_figures(facts, notices=unknown)) == ""


def test_o43_says_the_sentence_of_the_rule_with_the_day_of_its_data(facts):
    assert said(SIGNED, facts) == (
        "ส่วนราชการส่วนภูมิภาคประจำจังหวัดเชียงราย รวม ๓๔ หน่วยงาน ดำเนินการครบถ้วนแล้ว ๒๘ หน่วยงาน "
        "มีข้าราชการ ลูกจ้างประจำ พนักงานราชการ และบุคลากร ลงนามรับทราบ ๑๔,๒๐๐ คน จาก ๑๕,๐๐๐ คน "
        "คิดเป็นร้อยละ ๙๔.๗ (ข้อมูล ณ วันที่ ๒๘ เมษายน ๒๕๖๖)"
    )


def test_o43_names_the_signers_that_its_percentage_leaves_out(facts):
    assert said(SIGNED | {"acknowledged_undeclared": 76}, facts).endswith(
        "ทั้งนี้ ยังไม่รวมผู้ลงนามรับทราบอีก ๗๖ คน ในหน่วยงานที่ยังไม่ได้รับแจ้งจำนวนบุคลากร"
    )


def test_without_heads_o43_claims_no_percentage(facts):
    row = SIGNED | {"percent": None, "acknowledged": 0, "acknowledged_undeclared": 76}
    assert "ลงนามรับทราบ ๗๖ คน ยังไม่แสดงร้อยละ" in said(row, facts)


@pytest.mark.parametrize(
    ("day", "remark"),
    [
        ("๒๘ กุมภาพันธ์ ๒๕๖๖", "(๒๘ กุมภาพันธ์ ๒๕๖๖ อยู่นอกระยะเวลาดำเนินการของมาตรการ โปรดตรวจสอบ)"),
        ("๑ มีนาคม ๒๕๖๖", ""), ("๓๐ เมษายน ๒๕๖๖", ""),
        ("๑ พฤษภาคม ๒๕๖๖", "(๑ พฤษภาคม ๒๕๖๖ อยู่นอกระยะเวลาดำเนินการของมาตรการ โปรดตรวจสอบ)"),
    ],
)  # fmt: skip
def test_a_written_day_outside_the_period_is_remarked(facts, day, remark):
    written = f"ประชุมเมื่อวันที่ {day}"
    measure = MEASURE.model_copy(update={"period": "มีนาคม - เมษายน ๒๕๖๖", "result": written})
    assert result({"source": "text"}, measure, facts).paragraphs == (
        (written, remark) if remark else (written,)
    )


def test_nobody_signed_is_awaited_unless_the_office_wrote_a_result(facts):
    nobody = SIGNED | {"acknowledged": 0}
    written = MEASURE.model_copy(update={"result": "แจ้งเวียนแล้ว"})
    assert result(nobody, MEASURE, facts).outstanding
    assert not result(nobody, written, facts).outstanding
    assert said(nobody, facts) == "ยังไม่มีผู้ลงนามรับทราบ (ข้อมูล ณ วันที่ ๒๘ เมษายน ๒๕๖๖)"
    assert said(nobody, with_figures(facts, as_of=None)) == "ยังไม่มีผู้ลงนามรับทราบ"


def test_a_measure_without_data_and_without_words_says_so(facts):
    assert result({"source": "none"}, MEASURE, facts).outstanding
    assert said({"source": "none"}, facts) == "ยังไม่ได้รับรายงานผลการดำเนินการ"
    assert suggestion({"source": "none"}, None, facts) == (
        "เห็นควรติดตามให้ผู้รับผิดชอบรายงานผลการดำเนินการ"
    )


@pytest.mark.parametrize(
    ("incomplete", "today", "suggested"),
    [
        (6, date(2023, 4, 30),
         "เห็นควรติดตามหน่วยงานที่ยังไม่ครบถ้วน ๖ หน่วยงาน ให้แล้วเสร็จภายในวันที่ ๓๐ เมษายน ๒๕๖๖"),
        (6, date(2023, 5, 1),
         ("เห็นควรติดตามหน่วยงานที่ยังไม่ครบถ้วน ๖ หน่วยงาน ให้แล้วเสร็จโดยเร็ว เนื่องจากพ้นกำหนดวันที่ "
         "๓๐ เมษายน ๒๕๖๖ แล้ว")),
        (0, date(2023, 4, 30), "-ไม่มี-"),
    ],
)  # fmt: skip
def test_what_is_incomplete_is_followed_up_by_a_day_that_has_not_passed(
    facts, incomplete, today, suggested
):
    then = dataclasses.replace(
        facts, now=datetime(today.year, today.month, today.day, 23, 59, tzinfo=sample.BANGKOK)
    )
    assert suggestion(SIGNED | {"agencies_incomplete": incomplete}, MEASURE, then) == suggested


def test_what_the_office_suggests_goes_before_the_rule(facts):
    own = MEASURE.model_copy(update={"suggestion": "ควรจัดอบรมทุกปี"})
    assert suggestion(SIGNED, own, facts) == "ควรจัดอบรมทุกปี"


def test_the_assessment_says_how_many_answered_and_what_was_found(facts):
    assert said(ANSWERED, facts).startswith(
        "มีผู้ตอบแบบประเมินความเสี่ยงเกี่ยวกับการปฏิบัติงานที่อาจเกิดผลประโยชน์ทับซ้อน ๓,๗๑๔ คน "
        "ใน ๓๓ หน่วยงาน จาก ๓๔ หน่วยงาน (ข้อมูล ณ วันที่ ๒๘ เมษายน ๒๕๖๖) ประเด็น “"
    )
    assert "เห็นควรกำหนดมาตรการเพิ่มเติม" in suggestion(ANSWERED, MEASURE, facts)


def test_with_nothing_high_the_silent_agencies_are_asked(facts):
    calm = without_high_kinds(facts)
    assert suggestion(ANSWERED, MEASURE, calm) == (
        "เห็นควรติดตามหน่วยงานที่ยังไม่มีผู้ตอบแบบประเมิน ๑ หน่วยงาน"
    )
    assert suggestion(ANSWERED | {"agencies_silent": 0}, MEASURE, calm) == "-ไม่มี-"


def test_under_ten_respondents_the_result_is_the_sentence_of_protection(facts):
    few = ANSWERED | {"respondents": None, "agencies_answered": None, "agencies_silent": None}
    assert said(few, facts).startswith("มีผู้ตอบน้อยกว่า ๑๐ คน จึงไม่แสดงผลเพื่อคุ้มครองข้อมูลส่วนบุคคล")
    assert suggestion(few, MEASURE, facts) == "เห็นควรติดตามให้บุคลากรตอบแบบประเมินความเสี่ยง"


def test_a_high_kind_is_told_with_all_its_figures(facts):
    kinds = facts.summary.risk.assign(level="low")
    first = kinds.index[0]
    for name, value in {
        "level": "high", "mean_score": 11.82, "high_answers": 187, "high_percent": 59.6,
        "max_score": 25, "rank": 1,
    }.items():  # fmt: skip
        kinds.loc[first, name] = value
    assert risk.findings(with_figures(facts, risk=kinds)) == [
        (
            "ประเด็น “การรับผลประโยชน์ต่าง ๆ” มีคะแนนความเสี่ยงเฉลี่ย (เฉลี่ยจากผลคูณรายคน) ๑๑.๘๒ "
            "อยู่ในระดับสูง มีผู้ประเมินระดับสูงขึ้นไป ๑๘๗ คน (ร้อยละ ๕๙.๖) คะแนนสูงสุด ๒๕ "
            "จึงควรกำหนดมาตรการเพิ่มเติม"
        )
    ]


def test_nothing_high_is_said_to_be_a_perception(facts):
    calm = without_high_kinds(facts)
    assert risk.findings(calm) == ["ไม่พบประเด็นที่มีคะแนนเฉลี่ยระดับสูงขึ้นไป ทั้งนี้ เป็นการรับรู้ของผู้ตอบ ๓,๗๑๔ คน"]
    assert risk.perceived(calm) == ""
    assert risk.perceived(facts) == "ทั้งนี้ เป็นการรับรู้ของผู้ตอบ ๓,๗๑๔ คน"


def test_the_sentence_over_the_matrix(facts):
    spread = {"answers": 2_310, "high_answers": 520, "high_percent": 22.5, "high_kinds": 1}
    assert risk.matrix_headline(with_figures(facts, risk_spread=spread)) == (
        "คำตอบที่อยู่ในระดับสูงขึ้นไปมี ๕๒๐ คำตอบ จาก ๒,๓๑๐ คำตอบ (ร้อยละ ๒๒.๕)"
    )


def test_kinds_of_one_rank_are_named_together(facts):
    kinds = facts.summary.risk.head(2).assign(rank=1, mean_score=9.0, level="medium")
    assert risk.ranking_headline(with_figures(facts, risk=kinds)) == (
        "ประเด็นที่มีคะแนนเฉลี่ยสูงที่สุด คือ “การรับผลประโยชน์ต่าง ๆ” และ "
        "“การทำธุรกิจกับตนเองหรือเป็นคู่สัญญา” ๙.๐๐ คะแนน อยู่ในระดับปานกลาง"
    )


@pytest.mark.parametrize(
    ("shares", "sentence"),
    [
        ([0.0, 0.0], "ไม่มีผู้ประเมินระดับสูงขึ้นไปในประเด็นใด"),
        ([0.0, 0.1], ("ประเด็นที่มีผู้ประเมินระดับสูงขึ้นไปมากที่สุด คือ “การทำธุรกิจกับตนเองหรือเป็นคู่สัญญา” "
                     "ร้อยละ ๐.๑ ของผู้ตอบประเด็นนั้น")),
    ],
)  # fmt: skip
def test_the_sentence_over_the_distribution(facts, shares, sentence):
    kinds = facts.summary.risk.head(2).assign(high_percent=shares)
    assert risk.distribution_headline(with_figures(facts, risk=kinds)) == sentence


def test_where_no_kind_may_be_shown_the_charts_say_why(facts):
    hidden = facts.summary.risk.assign(suppressed=True, level="", rank=pd.NA)
    nothing = with_figures(facts, risk=hidden)
    why = "ทุกประเด็นมีผู้ให้คะแนนน้อยกว่า ๑๐ คน จึงไม่แสดงผลเพื่อคุ้มครองข้อมูลส่วนบุคคล"
    assert risk.ranking_headline(nothing) == risk.distribution_headline(nothing) == why


def scored(facts, *scores):
    known = [
        ItaScore(id=f"i{number}", indicator=number, name=name, score=Decimal(score))
        for number, name, score in scores
    ]
    campaign = facts.campaign.model_copy(update={"ita_scores": tuple(known)})
    facts = dataclasses.replace(facts, campaign=campaign)
    return with_figures(facts, ita=ita_scores(known, campaign.ita_year))


def test_an_indicator_below_85_is_a_weakness_and_one_below_95_is_to_be_improved(facts):
    found = scored(
        facts,
        (3, "การใช้อำนาจ", "84.99"), (8, "การปรับปรุงระบบการทำงาน", "85"), (9, "การเปิดเผยข้อมูล", "95"),
    )  # fmt: skip
    assert ita.weaknesses(found) == [
        (
            "ตัวชี้วัดที่ ๓ การใช้อำนาจ ได้ ๘๔.๙๙ คะแนน ต่ำกว่า ๘๕ คะแนน "
            "เป็นประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน"
        )
    ]
    assert ita.to_improve(found) == [
        "ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน ได้ ๘๕.๐๐ คะแนน เป็นประเด็นที่จะต้องพัฒนาให้ดีขึ้น"
    ]


def test_with_nothing_below_85_the_lowest_is_named(facts):
    found = scored(facts, (1, "การปฏิบัติหน้าที่", "96.5"), (2, "การใช้งบประมาณ", "95.125"))
    assert ita.weaknesses(found) == [
        ("ไม่มีตัวชี้วัดต่ำกว่า ๘๕ คะแนน ตัวชี้วัดที่ได้คะแนนต่ำที่สุดคือ ตัวชี้วัดที่ ๒ การใช้งบประมาณ ๙๕.๑๒๕ คะแนน")
    ]
    assert ita.to_improve(found) == []


def test_without_scores_nothing_is_said_of_them(facts):
    assert ita.weaknesses(scored(facts)) == ita.to_improve(scored(facts)) == []
