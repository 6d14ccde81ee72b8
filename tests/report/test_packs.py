"""A coordinator's pack: the agency's own people, a message without names, sheets to sign."""

from __future__ import annotations

import html
import re
from datetime import date, datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
import sample
from builders import AGENCIES, CLARIFY, NOTICES, coi_row, signoff_row, tiny_campaign
from stored import signoffs, stored, summed
from workbooks import every_text, rows_of_sheet

from config.campaign import DeclaredHeads, RosterPerson
from report.facts import Facts
from report.packs import agency_packs
from report.packs.line import line_text
from report.packs.pack import packs
from report.packs.signing import A_PAGEFUL, MOST_BLANK_LINES, signing_sheets

OFFICE, HEALTH, SKILLS = (agency.id for agency in AGENCIES)
MORNING = "11/4/2023, 08:00:00"
CLOSING_DAY_ENDS = datetime(2023, 5, 1, tzinfo=sample.BANGKOK)


def facts(summary, now=CLOSING_DAY_ENDS - timedelta(seconds=1), **campaign):
    return Facts(summary, tiny_campaign(**campaign), sample.run(), now)


def pack_of(agency_id, *rows, now=CLOSING_DAY_ENDS - timedelta(seconds=1), **campaign):
    of_all = packs(facts(signoffs(*rows, **campaign), now=now, **campaign))
    return next(pack for pack in of_all if pack.agency.id == agency_id)


def heads(agency_id, number):
    return (
        DeclaredHeads(agency=agency_id, staff_type="official", heads=number, on=date(2023, 3, 1)),
    )


def signers(number, **answers):
    return [signoff_row(f"สมมติ{'ก' * n}", MORNING, **answers) for n in range(number)]


def awaited(first, agency=OFFICE, position="นิติกร"):
    return RosterPerson(
        agency=agency, first_name=first, last_name="รอลงนาม", position=position,
        staff_type="official",
    )  # fmt: skip


def said(document):
    """Return all that a document says, a workbook's hidden parts too."""
    if not document.name.endswith(".xlsx"):
        return document.content.decode("utf-8-sig")
    with ZipFile(BytesIO(document.content)) as parts:
        hidden = "\n".join(parts.read(name).decode() for name in parts.namelist())
    return every_text(document.content) + hidden


CANARIES = {OFFICE: "กระรอกบิน", HEALTH: "นกเพนกวิน", SKILLS: "ปลาโลมา"}
SECRET_EVENT = "เหตุการณ์ลับสุดยอด"


@pytest.fixture(scope="module")
def planted():
    """Return the packs' documents where every agency has people with a name of its own."""
    rows = [
        signoff_row(name, MORNING, agency=agency.name, position=f"ครู{name}", ack__ethics=asked)
        for agency, name in zip(AGENCIES, CANARIES.values(), strict=True)
        for asked in ("", CLARIFY.text)
    ]
    coi = [coi_row(agency.name, MORNING, events=SECRET_EVENT) for agency in AGENCIES * 12]
    roster = tuple(awaited(f"{CANARIES[agency]}รอ", agency) for agency in (OFFICE, HEALTH))
    summary = summed(stored("signoff", rows), stored("coi", coi), people=roster)
    return list(agency_packs(facts(summary, people=roster)))


def test_a_pack_names_its_own_people_and_nobody_elses(planted):
    for agency, own in CANARIES.items():
        pack = [document for document in planted if f"/agencies/{agency}/" in document.name]
        assert len(pack) == 3
        everything = "\n".join(map(said, pack))
        assert own in everything
        for other in set(CANARIES) - {agency}:
            assert CANARIES[other] not in everything
            assert next(a.name for a in AGENCIES if a.id == other) not in everything.replace(
                tiny_campaign().office, ""
            )


def test_a_pack_says_nothing_of_the_self_assessments(planted):
    assert all(SECRET_EVENT not in said(document) for document in planted)
    assert all("ความเสี่ยง" not in said(document) for document in planted)


def test_messages_name_nobody(planted):
    messages = [said(document) for document in planted if document.name.endswith("line.txt")]
    assert len(messages) == len(AGENCIES) + 1
    assert not any(name in message for message in messages for name in CANARIES.values())


def test_packs_are_internal_and_lie_in_the_agencys_folder(planted):
    assert {document.audience for document in planted} == {"internal"}
    assert [document.name for document in planted[:3]] == [
        "internal/agencies/provincial-office/รายชื่อ.xlsx",
        "internal/agencies/provincial-office/แบบลงนาม.html",
        "internal/agencies/provincial-office/line.txt",
    ]


def test_all_messages_stand_in_one_file_in_the_registers_order(planted):
    together = next(said(d) for d in planted if d.name == "internal/line.txt")
    assert re.findall(r"(?m)^\d+\. (.+)\r$", together) == [agency.name for agency in AGENCIES]
    for document in planted:
        if document.name.endswith("/line.txt") and "agencies" in document.name:
            assert said(document).strip() in together
    assert "\r\n" in planted[-1].content.decode("utf-8-sig")


def test_the_message_is_the_sentence_of_the_office_to_the_letter():
    pack = pack_of(
        OFFICE, *signers(45), headcount=heads(OFFICE, 52),
        line_sender="กลุ่มงานบริหารทรัพยากรบุคคล สนจ.ชร.", signoff_url="https://example.com/sign",
    )  # fmt: skip
    assert line_text(pack) == (
        "เรียน ผู้ประสานงาน ITA สำนักงานจังหวัดเชียงราย ขณะนี้ลงนามรับทราบครบแล้ว 45 จาก 52 คน "
        "(ร้อยละ 86.5) ขอความอนุเคราะห์ดำเนินการให้ครบภายใน 30 เม.ย. 2566 https://example.com/sign "
        "ขออภัยหากดำเนินการแล้ว – กลุ่มงานบริหารทรัพยากรบุคคล สนจ.ชร."
    )


def test_nobody_is_asked_to_sign_by_a_day_that_has_passed():
    in_time = pack_of(OFFICE, now=CLOSING_DAY_ENDS - timedelta(seconds=1))
    too_late = pack_of(OFFICE, now=CLOSING_DAY_ENDS)
    assert "ให้ครบภายใน 30 เม.ย. 2566" in line_text(in_time)
    assert "ซึ่งครบกำหนดเมื่อ 30 เม.ย. 2566 แล้ว" in line_text(too_late)
    assert "ภายใน" not in line_text(too_late)


@pytest.mark.parametrize(
    ("signed", "declared", "says"),
    [
        (0, heads(OFFICE, 3), "0 จาก 3 คน (ร้อยละ 0.0)"),
        (2, heads(OFFICE, 3), "2 จาก 3 คน (ร้อยละ 66.7)"),
        (3, heads(OFFICE, 3), "ลงนามรับทราบครบแล้วทั้ง 3 คน (ข้อมูล ณ วันที่ 11 เม.ย. 2566) ขอขอบคุณ"),
        (4, heads(OFFICE, 3), "มีผู้ลงนาม 4 คน เกินจำนวนที่แจ้ง 3 คน"),
        (4, (), "4 คน แต่ยังไม่ได้รับแจ้งจำนวนบุคลากร"),
        (0, heads(OFFICE, 1500), "0 จาก 1,500 คน (ร้อยละ 0.0)"),
    ],
)
def test_each_state_of_an_agency_has_its_own_message(signed, declared, says):
    message = line_text(pack_of(OFFICE, *signers(signed), headcount=declared))
    assert says in message
    assert not re.search("[๐-๙{}]", message)
    assert message.startswith("เรียน ผู้ประสานงาน ITA สำนักงานจังหวัดเชียงราย ")


def test_without_a_link_the_message_says_where_to_put_it():
    assert "[วางลิงก์แบบลงนามที่นี่]" in line_text(pack_of(OFFICE))


def test_the_list_says_who_signed_what_when_and_who_has_not():
    pack_rows = (
        signoff_row("กานดา", MORNING), signoff_row("น้ำใส", "1/5/2023, 0:00:00", ack__ethics="")
    )  # fmt: skip
    roster = (awaited("ญาณี"),)
    summary = signoffs(*pack_rows, people=roster)
    content = next(
        d.content for d in agency_packs(facts(summary, people=roster)) if d.name.endswith(".xlsx")
    )
    assert rows_of_sheet(content, "ผู้ลงนามแล้ว") == [
        ["กานดา ใจดี", "นักวิชาการ", "ข้าราชการ", "ครบทุกฉบับ", date(2023, 4, 11), date(2023, 4, 11),
         "อิเล็กทรอนิกส์", "ไม่มีในบัญชีรายชื่อของหน่วยงาน (ไม่นับในร้อยละ)"],
        ["น้ำใส ใจดี", "นักวิชาการ", "ข้าราชการ", "ยังไม่ครบ", date(2023, 5, 1), "",
         "อิเล็กทรอนิกส์", "ไม่มีในบัญชีรายชื่อของหน่วยงาน (ไม่นับในร้อยละ)"],
    ]  # fmt: skip
    assert [row[:2] + row[3:4] for row in rows_of_sheet(content, "ยังไม่รับทราบ")] == [
        ["ญาณี รอลงนาม", "นิติกร", "ข้อกำหนดจริยธรรม"], ["ญาณี รอลงนาม", "นิติกร", "No Gift Policy"],
    ]  # fmt: skip


def test_what_is_owed_is_told_by_notice_and_never_where_nobody_declared_a_number():
    rows = (*signers(2), *signers(1, agency=AGENCIES[2].name))
    summary = signoffs(*rows, headcount=heads(OFFICE, 5))
    lists = [d for d in agency_packs(facts(summary)) if d.name.endswith(".xlsx")]
    office, skills = (rows_of_sheet(lists[place].content, "เอกสารที่ต้องรับทราบ") for place in (0, 2))
    assert [(row[1], row[2], row[4]) for row in office] == [(5, 2, 3), (5, 2, 3)]
    assert [(row[1], row[2], row[4]) for row in skills] == [("", 1, ""), ("", 1, "")]


def lines_to_sign(pack):
    return {
        sheet.notice.id: (
            [person["person"] for person in sheet.people], sheet.blank_lines, sheet.not_printed
        )
        for sheet in signing_sheets(pack)
    }  # fmt: skip


def test_known_people_are_filled_in_and_a_line_is_left_for_each_other():
    asks = signoff_row("กานดา", MORNING, ack__ethics="")
    pack = pack_of(OFFICE, asks, *signers(1), headcount=heads(OFFICE, 4))
    assert lines_to_sign(pack) == {"no-gift": ([], 2, 0), "ethics": (["กานดา ใจดี"], 2, 0)}


def test_a_roster_fills_in_everybody_who_is_missing():
    pack = pack_of(OFFICE, people=(awaited("ญาณี"), awaited("น้ำใส")))
    assert lines_to_sign(pack)["ethics"] == (["ญาณี รอลงนาม", "น้ำใส รอลงนาม"], 0, 0)


def test_who_is_exempt_or_has_left_is_not_asked_to_sign():
    exempt = awaited("ญาณี").model_copy(update={"exempt": "ลาอุปสมบท"})
    gone = awaited("น้ำใส").model_copy(update={"left": date(2023, 4, 1)})
    signed = signoff_row("กานดา", MORNING, last_name="รอลงนาม", agency=AGENCIES[1].name)
    pack = pack_of(OFFICE, signed, people=(exempt, gone, awaited("บุญมี")))
    assert lines_to_sign(pack)["ethics"] == (["บุญมี รอลงนาม"], 0, 0)


def test_a_notice_that_all_have_signed_has_no_sheet():
    assert lines_to_sign(pack_of(OFFICE, *signers(3), headcount=heads(OFFICE, 3))) == {}


def test_where_no_number_is_known_there_is_a_pageful_of_lines():
    assert lines_to_sign(pack_of(SKILLS))["ethics"] == ([], A_PAGEFUL, 0)


@pytest.mark.parametrize("more", [0, 1])
def test_a_large_agency_prints_further_sheets(more):
    pack = pack_of(OFFICE, *signers(1), headcount=heads(OFFICE, MOST_BLANK_LINES + 1 + more))
    assert lines_to_sign(pack)["ethics"] == ([], MOST_BLANK_LINES, more)


def test_the_version_to_sign_is_the_one_in_force_today():
    noons = [datetime(2023, 4, day, 12, tzinfo=sample.BANGKOK) for day in (9, 10)]
    sheets = [signing_sheets(pack_of(OFFICE, now=noon))[0] for noon in noons]
    assert [sheet.version.version for sheet in sheets] == ["1", "2"]


def page_text(document):
    body = re.sub(r"(?s)<style>.*?</style>", "", document.content.decode())
    return " ".join(
        html.unescape(re.sub("<[^>]*>", " ", re.sub("</?span[^>]*>", "", body))).split()
    )


def test_the_sheet_to_sign_reads_as_an_official_one():
    roster = (awaited("ญาณี"),)
    page = next(
        document for document in agency_packs(facts(signoffs(people=roster), people=roster))
        if document.name.endswith(".html")
    )  # fmt: skip
    text = page_text(page)
    for part in (
        "แบบลงนามรับทราบ", NOTICES[0].title, "ฉบับที่ ๒ ใช้ตั้งแต่วันที่ ๑๐ เมษายน ๒๕๖๖",
        "สำนักงานจังหวัดเชียงราย", "ได้อ่านและรับทราบเอกสารข้างต้นแล้ว และจะถือปฏิบัติ",
        "ลำดับ ชื่อ-สกุล ตำแหน่ง ลายมือชื่อ วันที่", "๑ ญาณี รอลงนาม นิติกร", "ผู้รับรอง",
    ):  # fmt: skip
        assert part in text


def test_a_complete_agency_is_told_that_nothing_is_to_be_signed():
    complete = signoffs(*signers(3), headcount=heads(OFFICE, 3))
    page = next(d for d in agency_packs(facts(complete)) if d.name.endswith(".html"))
    assert "ครบทุกฉบับแล้ว ไม่มีรายชื่อที่ต้องลงนามเพิ่มเติม" in page_text(page)
    assert "ลายมือชื่อ" not in page_text(page)


def test_what_people_wrote_is_text_on_the_sheet_too():
    nasty = awaited("สมมติ<script>alert(1)</script>", position='"><img src=x onerror=alert(1)>\x0b')
    roster = (nasty,)
    documents = agency_packs(facts(signoffs(people=roster), people=roster))
    page = next(document for document in documents if document.name.endswith(".html"))
    assert b"<script>" not in page.content
    assert b"<img" not in page.content
    assert b"\x0b" not in page.content
