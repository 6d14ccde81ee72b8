"""The documents of the register, made from the template's own texts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest
import sample
from templates import sample_facts, shown

from aggregate.ita import ita_scores
from config.loading import load_campaign
from config.new import TEMPLATE
from config.thai import arabic_digits, thai_digits
from report.documents.composing import compose
from report.documents.filling import filling
from report.documents.inspection import inspect_texts
from report.documents.register import DOCUMENTS
from report.documents.writing import write_documents
from report.edition import Edition
from report.figures_json import figures_as_json
from report.pages.downloads import REPORTS

ENTRIES = {entry.name: entry for entry in DOCUMENTS}


@pytest.fixture(scope="module")
def facts():
    return sample_facts()


def document(name, facts):
    entry = ENTRIES[name]
    environment = filling(facts.campaign.texts)
    return compose(name, entry.template, entry.given(facts), facts, environment)


def page(name, facts):
    return " ".join(re.sub("<[^>]*>", " ", shown(document(name, facts))).split())


def test_every_text_of_the_template_is_whole():
    assert list(inspect_texts(load_campaign(TEMPLATE), sample.NOW)) == []


@pytest.mark.parametrize("name", ENTRIES)
def test_every_document_is_a_draft_of_the_day_of_its_data(name, facts):
    fields = document(name, facts).fields
    assert fields["mark"] == "ร่าง"
    assert "๒๘ เมษายน ๒๕๖๖" in fields["data_as_of"]


@pytest.mark.parametrize("name", ENTRIES)
def test_in_an_edition_it_says_which_and_is_no_draft(name, facts):
    edition = Edition("ฉบับเสนอ", "ชร 0017.5/128", date(2023, 5, 3))
    fields = document(name, replace(facts, edition=edition)).fields
    assert "mark" not in fields
    assert fields["data_as_of"].startswith(
        "ฉบับเสนอ เลขที่ ชร ๐๐๑๗.๕/๑๒๘ วันที่ ๓ พฤษภาคม ๒๕๖๖ · ข้อมูล ณ วันที่ ๒๘ เมษายน ๒๕๖๖"
    )


def test_documents_for_the_public_alone_are_all_that_an_edition_writes(facts):
    written = write_documents(facts, ("public",))
    assert all(file.audience == "public" for file in written.documents)


def test_two_renders_give_the_same_bytes(facts):
    campaign = facts.campaign.model_copy(update={"agencies": sample.campaign().agencies[:2]})
    facts = replace(facts, campaign=campaign)
    once, again = write_documents(facts), write_documents(facts)
    assert {file.name: file.content for file in once.documents} == {
        file.name: file.content for file in again.documents
    }
    assert once.faults == ()


@pytest.mark.parametrize("name", ["memo", "memo-start"])
def test_a_memo_has_the_four_parts_its_blank_number_and_three_signatures(name, facts):
    memo = document(name, facts)
    parts = [block.runs[0].text for block in memo.blocks if type(block).__name__ == "Heading"]
    assert parts == ["๑. เรื่องเดิม", "๒. ข้อเท็จจริง", "๓. ข้อพิจารณา", "๔. ข้อเสนอ"]
    assert memo.layout == "memo"
    assert memo.fields["number"] == "ชร ๐๐๑๗.๕/"
    assert memo.fields["department"] == (
        "สำนักงานจังหวัดเชียงราย กลุ่มงานบริหารทรัพยากรบุคคล โทร. (มท) ๒๕๓๖๕"
    )
    assert memo.fields["to"] == "ผู้ว่าราชการจังหวัดเชียงราย"
    assert [signature.position for signature in memo.signatures] == [
        "หัวหน้าสำนักงานจังหวัดเชียงราย", "รองผู้ว่าราชการจังหวัดเชียงราย", "ผู้ว่าราชการจังหวัดเชียงราย",
    ]  # fmt: skip
    assert memo.signatures[0].name == "ชื่อหัวหน้าสำนักงานจังหวัด"
    assert memo.signatures[2].order.count("\n") >= 1


def test_the_memo_s_figures_are_those_of_summary_json(facts):
    figures = json.loads(figures_as_json(facts.summary, facts.campaign).content)
    said = arabic_digits(page("memo", facts))
    completion = figures["completion"]
    for number in ("headcount", "acknowledged_all", "agencies", "agencies_complete"):
        assert f"{completion[number]:,}" in said
    assert f"ร้อยละ {completion['percent']}" in said
    of_heads = facts.summary.notices["acknowledged_of_heads"]
    for notice, signed in zip(figures["notices"], of_heads, strict=True):
        row = f"{notice['headcount']:,} {signed:,} {notice['percent']}"
        assert f"{notice['notice']} {row}" in said
    assert f"มีผู้ตอบแบบประเมิน {figures['risk']['respondents']:,} คน" in said


def test_the_memo_lists_the_measures_as_the_campaign_has_them(facts):
    said = page("memo", facts)
    for measure in facts.campaign.measures:
        assert f"({thai_digits(str(measure.number))}){measure.title}" in said


def test_before_anybody_has_signed_the_memo_says_so_and_has_no_table(facts):
    nobody = facts.summary.signers.head(0)
    empty = replace(facts, summary=replace(facts.summary, signers=nobody))
    assert "ยังไม่มีผู้ลงนาม" in page("memo", empty)
    assert "ต้องลงนาม (คน)" not in page("memo", empty)


def test_the_memo_to_start_names_the_notices_the_window_and_who_signs(facts):
    said = page("memo-start", facts)
    for notice in facts.campaign.notices:
        assert notice.title in said
    assert "ระหว่างวันที่ ๑ มีนาคม ๒๕๖๖ ถึงวันที่ ๓๐ เมษายน ๒๕๖๖" in said
    assert "ข้าราชการ ลูกจ้างประจำ พนักงานราชการ" in said
    assert "จ้างเหมาบริการ" not in said


@pytest.mark.parametrize("name", ["memo", "memo-start"])
def test_arabic_digits_stand_only_in_codes(name, facts):
    codes = re.compile(r"O\d+")
    assert not re.search("[0-9]", codes.sub("", page(name, facts)))


def test_the_site_lists_every_document_that_is_public():
    assert list(REPORTS) == [entry.name for entry in DOCUMENTS if entry.public]


@pytest.mark.parametrize(
    ("typed", "year", "said"),
    [
        ("", 2566, "ระดับของคะแนนรวมเป็นไปตามเกณฑ์ของปีงบประมาณ พ.ศ. ๒๕๖๕"),
        ("A", 2566, "ระดับของคะแนนรวมเป็นไปตามเกณฑ์ของปีงบประมาณ พ.ศ. ๒๕๖๕"),
        ("AA", 2566, "คะแนน ๘๙.๕๒ อยู่ในระดับ “A” โปรดตรวจสอบ"),
        ("A", 2567, "ตามที่สำนักงานบันทึกไว้ ไม่ได้คำนวณจากเกณฑ์ของปี พ.ศ. ๒๕๖๖"),
    ],
)
def test_o42_says_by_what_the_level_is(facts, typed, year, said):
    total, *others = facts.campaign.ita_scores
    scores = (total.model_copy(update={"level": typed}), *others)
    changes = {"ita_scores": scores, "fiscal_year": year}
    campaign = facts.campaign.model_copy(update=changes)
    summary = replace(facts.summary, ita=ita_scores(scores, campaign.ita_year))
    assert said in page("o42", replace(facts, campaign=campaign, summary=summary))
