"""The circular with its list, and the letter that asks for head-counts with its form."""

from __future__ import annotations

import io
from datetime import date

import pytest
import zxingcpp
from answers import answer_of, form_url, link
from builders import AGENCIES, NOTICES
from letters import FORMATS, LETTERHEAD, campaign_with, facts, letter, solid
from PIL import Image
from word_reading import lines, opened, parts, whole_text

from collector.forms import general_link, read_made
from config.campaign import Notice, NoticeVersion
from config.checks.settings import letterhead
from report.documents.word import as_word

ALL = ("circular", "circular-list", "headcount", "headcount-form")
LETTERS = ("circular", "headcount")
FORM = form_url("signoff")


def made_forms(campaign):
    return read_made(answer_of(campaign), campaign, "answer")


def with_forms():
    """Return facts of a campaign whose forms the script has made."""
    return facts(made=made_forms(campaign_with()))


def said(text):
    return lines(as_word(text))


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("format_", FORMATS)
def test_a_letter_has_all_that_the_rule_of_correspondence_asks_for(name, format_):
    read = FORMATS[format_](letter(name, facts()))
    in_order = (
        "ที่", "ชร๐๐๑๗.๕/ว", "ศาลากลางจังหวัดเชียงราย", "ถนนแม่ฟ้าหลวงชร๕๗๑๐๐", "เรื่อง", "เรียน",
        "หัวหน้าส่วนราชการส่วนภูมิภาคประจำจังหวัดเชียงราย", "สิ่งที่ส่งมาด้วย", "จึงเรียนมาเพื่อโปรดพิจารณา",
        "ขอแสดงความนับถือ", "(ชื่อผู้ว่าราชการจังหวัด)", "ผู้ว่าราชการจังหวัดเชียงราย",
        "กลุ่มงานบริหารทรัพยากรบุคคล", "โทร.(มท)๒๕๓๖๕",
    )  # fmt: skip
    after = 0
    for words in in_order:
        after = read.index(words, after)


@pytest.mark.parametrize("name", ALL)
def test_a_day_and_a_number_are_left_for_the_registry(name):
    text = letter(name, facts())
    assert set(text.fields.get("date", "")) <= {"."}
    assert text.fields.get("number", "ว..").strip(".").endswith(("/", "ว"))


@pytest.mark.parametrize("format_", FORMATS)
def test_the_circular_says_who_is_to_sign_what_by_when(format_):
    read = FORMATS[format_](letter("circular", facts()))
    for words in (
        "รวม ๓ หน่วยงาน",
        "จำนวน ๒ ฉบับ",
        "ได้แก่ ข้าราชการ พนักงานราชการ อ่านเอกสาร",
        "ตั้งแต่วันที่ ๑ เมษายน ๒๕๖๖ ให้แล้วเสร็จภายในวันที่ ๓๐ เมษายน ๒๕๖๖",
    ):
        assert solid(words) in read
    assert "จ้างเหมาบริการ" not in read  # this campaign does not count them


@pytest.mark.parametrize("format_", FORMATS)
def test_the_list_names_every_notice_in_its_version_and_every_agency(format_):
    read = FORMATS[format_](letter("circular-list", facts()))
    for place, notice in enumerate(NOTICES, start=1):
        assert solid(f"{'๐๑๒'[place]}{notice.title}๑๐เมษายน๒๕๖๖") in read
    names = [read.index(agency.name) for agency in AGENCIES]
    assert names == sorted(names)


def test_the_version_is_the_one_in_force_when_the_letter_is_written():
    before = letter("circular-list", facts(now=facts().now.replace(day=9)))
    assert "๑ กุมภาพันธ์ ๒๕๖๖" in said(before)
    assert "๑๐ เมษายน ๒๕๖๖" not in said(before)


def test_a_notice_leads_to_its_text_only_where_the_office_has_confirmed_the_link():
    def listed(*, verified):
        version = NoticeVersion(
            version="1", since=date(2023, 2, 1), change="first",
            url="https://example.com/a.pdf", verified=verified,
        )  # fmt: skip
        notice = Notice(id="no-gift", title="ประกาศ", short_title="ประกาศ", versions=(version,))
        return as_word(letter("circular-list", facts(notices=(notice,))))

    assert (
        "https://example.com/a.pdf" in parts(listed(verified=True))["word/_rels/document.xml.rels"]
    )
    assert "example.com" not in parts(listed(verified=False))["word/_rels/document.xml.rels"]
    assert "ตามสำเนาที่แนบ" in whole_text(listed(verified=False))


def test_each_agency_has_its_own_link_as_the_script_made_it():
    content = as_word(letter("circular-list", with_forms()))
    relations = parts(content)["word/_rels/document.xml.rels"]
    for agency in AGENCIES:
        for form in ("signoff", "coi"):
            assert link(form, agency).replace("&", "&amp;") in relations
    rows = [[cell.text for cell in row.cells] for row in opened(content).tables[-1].rows]
    assert rows[1] == ["๑", AGENCIES[0].name, "แบบลงนาม · แบบประเมิน"]


def test_the_codes_lead_where_the_printed_addresses_lead():
    content = as_word(letter("circular-list", with_forms()))
    read = [
        zxingcpp.read_barcode(Image.open(io.BytesIO(part.blob))).text
        for part in opened(content).part.package.image_parts
    ]
    assert sorted(read) == sorted([form_url("signoff"), form_url("coi")])
    assert all(address in whole_text(content) for address in read)


def test_without_links_the_list_says_so_and_asks_for_paper():
    content = as_word(letter("circular-list", facts()))
    assert "ลิงก์แบบลงนามจะแจ้งให้ทราบต่อไป ระหว่างนี้ใช้แบบลงนามกระดาษ" in whole_text(content)
    assert not list(opened(content).part.package.image_parts)
    assert "http" not in whole_text(content)


@pytest.mark.parametrize(
    ("written", "general"),
    [
        (f"{FORM}?usp=pp_url&entry.11=A", FORM),
        (f"{FORM}?usp=sf_link", f"{FORM}?usp=sf_link"),
        ("https://forms.gle/AbC", "https://forms.gle/AbC"),
        ("", ""),
    ],
)
def test_the_address_for_all_chooses_no_agency(written, general):
    assert general_link("signoff", campaign_with(signoff_url=written)) == general


def test_the_form_for_head_counts_asks_for_each_staff_type_and_shows_apart_who_is_not_counted():
    document = opened(as_word(letter("headcount-form", facts())))
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["ลำดับ", "ประเภทบุคลากร", "จำนวน (คน)", "หมายเหตุ"],
        ["๑", "ข้าราชการ", "", ""],
        ["๒", "พนักงานราชการ", "", ""],
        ["", "รวมจำนวนบุคลากรที่ต้องลงนาม", "", ""],
        ["–", "จ้างเหมาบริการ", "", "แสดงแยกไว้ ไม่นับรวม"],
    ]


@pytest.mark.parametrize("format_", FORMATS)
def test_the_form_asks_for_the_day_the_scope_a_coordinator_and_the_heads_word_for_it(format_):
    read = FORMATS[format_](letter("headcount-form", facts()))
    for words in (
        "แบบแจ้งผู้ประสานงานและจำนวนบุคลากร (สำหรับหน่วยงาน)",
        "ข้อมูล ณ วันที่",
        "ผู้ครองตำแหน่งจริง ไม่ใช่กรอบอัตรากำลัง",
        "เฉพาะส่วนจังหวัด",
        "รวมอำเภอ สาขา หรือโรงพยาบาล",
        "ผู้ประสานงาน",
        "ขอรับรองว่าข้อมูลข้างต้นถูกต้อง",
        "หัวหน้าส่วนราชการ",
        "ก่อนวันที่ ๑ เมษายน ๒๕๖๖",
    ):
        assert solid(words) in read


@pytest.mark.parametrize("lacking", LETTERHEAD)
def test_check_says_what_the_letterhead_lacks(lacking):
    blank = () if lacking == "letter_address" else ""
    [finding] = letterhead(campaign_with(**{lacking: blank}))
    assert finding.fault.endswith(f": {lacking}")


def test_a_whole_letterhead_is_no_finding():
    assert list(letterhead(campaign_with())) == []
