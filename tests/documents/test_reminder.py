"""The reminder to an agency: its own figures to the letter, no person, nobody else's business."""

from __future__ import annotations

import csv
from collections import Counter

import pytest
from builders import AGENCIES, NOTICES, signoff_row
from letters import (
    CLOSING_DAY_ENDS,
    FORMATS,
    IN_TIME,
    MORNING,
    facts,
    heads,
    reminder,
    signers,
    solid,
)
from word_reading import lines, opened, parts, whole_text

from config.thai import number, thai_digits
from report.documents.word import as_word
from report.thai_figures import NO_FIGURE

OFFICE, HEALTH, SKILLS = (agency.id for agency in AGENCIES)
NAMES = {agency.id: agency.name for agency in AGENCIES}


def rows_of_table(text):
    [*_, table] = opened(as_word(text)).tables
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(("signed", "gets_one"), [(0, True), (2, True), (3, False), (4, True)])
def test_only_an_agency_of_which_something_is_to_be_asked_gets_one(signed, gets_one):
    of = facts(*signers(signed), headcount=heads(OFFICE, 3))
    assert (reminder(OFFICE, of) is not None) == gets_one
    assert reminder(SKILLS, of) is not None  # it has declared no number


@pytest.mark.parametrize("format_", FORMATS)
def test_it_says_how_many_of_how_many_and_which_notices_are_open(format_):
    rows = [*signers(1), signoff_row("กานดา", MORNING, ack__ethics="")]
    read = FORMATS[format_](reminder(OFFICE, facts(*rows, headcount=heads(OFFICE, 3))))
    for words in (
        f"เรียน หัวหน้าส่วนราชการ {NAMES[OFFICE]}",
        "ณ วันที่ ๑๑ เมษายน ๒๕๖๖",
        "ลงนามรับทราบครบทั้ง ๒ ฉบับแล้ว ๑ คน จาก ๓ คน คิดเป็นร้อยละ ๓๓.๓",
        f"๑ {NOTICES[0].title} ๓ ๒ ๖๖.๗ ๑",
        f"๒ {NOTICES[1].title} ๓ ๑ ๓๓.๓ ๒",
        "ให้ครบถ้วนภายในวันที่ ๓๐ เมษายน ๒๕๖๖",
        "ผู้ว่าราชการจังหวัดเชียงราย",
    ):
        assert solid(words) in read


def test_a_notice_that_everybody_has_acknowledged_is_not_asked_for():
    rows = [signoff_row(name, MORNING, ack__ethics="") for name in ("กานดา", "ญาณี")]
    text = reminder(OFFICE, facts(*rows, headcount=heads(OFFICE, 2)))
    assert [row[1] for row in rows_of_table(text)] == ["เอกสารที่ยังลงนามไม่ครบ", NOTICES[1].title]


def test_a_notice_that_changed_is_to_be_acknowledged_again():
    rows = [signoff_row("กานดา", "5/4/2023, 08:00:00"), signoff_row("ญาณี", MORNING)]
    text = reminder(OFFICE, facts(*rows, headcount=heads(OFFICE, 2)))
    assert "ต้องรับทราบใหม่ เอกสารแก้ไขสาระสำคัญ ๑ คน" in whole_text(as_word(text))


def test_where_nobody_declared_a_number_it_asks_for_it_and_says_no_percentage():
    text = reminder(SKILLS, facts(*signers(2, agency=NAMES[SKILLS])))
    read = whole_text(as_word(text))
    assert "ขอให้แจ้งจำนวนบุคลากรและเร่งรัดการลงนาม" in read
    assert "มีผู้ลงนามรับทราบครบทั้ง ๒ ฉบับแล้ว ๒ คน" in read
    assert "คิดเป็นร้อยละ" not in read
    assert [row[2] for row in rows_of_table(text)] == ["ลงนามแล้ว (คน)", "๒", "๒"]


def test_more_signers_than_people_is_asked_about_and_nobody_is_hurried():
    read = whole_text(as_word(reminder(OFFICE, facts(*signers(4), headcount=heads(OFFICE, 3)))))
    assert f"มีผู้ลงนามรับทราบในนามของ{NAMES[OFFICE]} ๔ คน เกินจำนวนที่แจ้งไว้ ๓ คน" in read
    assert "ให้ครบถ้วน" not in read


@pytest.mark.parametrize(
    ("now", "says"),
    [
        (IN_TIME, "ให้ครบถ้วนภายในวันที่ ๓๐ เมษายน ๒๕๖๖"),
        (CLOSING_DAY_ENDS, "ให้ครบถ้วนโดยเร็ว เนื่องจากพ้นกำหนดวันที่ ๓๐ เมษายน ๒๕๖๖ แล้ว"),
    ],
)
def test_nobody_is_asked_to_sign_by_a_day_that_has_passed(now, says):
    read = whole_text(as_word(reminder(OFFICE, facts(*signers(1), now=now))))
    assert says in read
    assert ("พ้นกำหนด" in read) == (now == CLOSING_DAY_ENDS)


def test_before_the_first_answer_it_names_no_day():
    read = lines(as_word(reminder(OFFICE, facts())))
    assert any(line.startswith("บุคลากรของ") and "๐ คน จาก ๕ คน" in line for line in read)


def test_it_leads_to_the_agencys_own_form_and_without_a_link_to_paper():
    form = "https://docs.google.com/forms/d/e/1FAIp/viewform?entry.7="
    of = facts(*signers(1), signoff_url=form + NAMES[HEALTH])
    own = parts(as_word(reminder(OFFICE, of)))["word/_rels/document.xml.rels"]
    assert own.count("viewform") == 1
    assert "%E0%B8%AA%E0%B8%B3%E0%B8%99" in own
    without = as_word(reminder(OFFICE, facts(*signers(1))))
    assert "บุคลากรลงนามได้ในแบบลงนามกระดาษ" in whole_text(without)
    assert "hyperlink" not in parts(without)["word/_rels/document.xml.rels"]


def test_no_person_and_no_other_agency_is_in_it():
    rows = [*signers(2), signoff_row("กระรอกบิน", MORNING, agency=NAMES[HEALTH], position="ครู")]
    of = facts(*rows, headcount=heads(OFFICE, 5))
    for agency in AGENCIES:
        content = as_word(reminder(agency.id, of))
        everything = "".join(parts(content).values())
        assert not [word for word in ("สมมติ", "กระรอกบิน", "ใจดี", "ครู") if word in everything]
        others = {HEALTH, SKILLS} - {agency.id}  # the third is the office that writes the letter
        assert not [other for other in others if NAMES[other] in everything]


def table_of(folder, name):
    with (folder / "out" / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_figure_of_a_rehearsal_is_that_of_the_published_tables(refreshed_demo):
    owed = Counter()
    for row in table_of(refreshed_demo, "internal/missing.csv"):
        owed[row["agency_id"], row["notice_id"]] += int(row["missing"])
    told = 0
    for row in table_of(refreshed_demo, "public/data/completion.csv"):
        letter = (
            refreshed_demo / "out/internal/agencies" / row["agency_id"] / "documents/reminder.docx"
        )
        still = owed[row["agency_id"], row["notice_id"]]
        if not letter.is_file() or row["basis"] == "none" or not still:
            continue
        content = letter.read_bytes()
        printed = [[c.text for c in r.cells] for r in opened(content).tables[-1].rows]
        figures = next(cells for cells in printed if cells[1].startswith(row["notice"]))
        assert figures[2:] == [
            thai_digits(number(int(row["headcount"]))),
            thai_digits(number(int(row["acknowledged"]))),
            thai_digits(row["percent"]) or NO_FIGURE,
            thai_digits(number(still)),
        ]
        told += 1
    assert told > 50
