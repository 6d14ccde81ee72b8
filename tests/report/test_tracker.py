"""The office's tracker: a sheet per question, each with the figures of the Summary."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd
import pytest
import sample
from builders import CLARIFY, signoff_row, tiny_campaign
from stored import signoffs
from workbooks import cell_types, every_text, headings_of_sheet, opened, rows_of_sheet

from aggregate.changes import fold_changes
from config.campaign import Decision, RosterPerson
from config.typed_decisions import TypedRow, read_typed
from report.workbook import Contents, tracker
from report.workbook.measures import width
from report.workbook.sheet import Column
from report.workbook.sheets import SHEETS

if TYPE_CHECKING:
    from aggregate import Summary

NASTY = '=HYPERLINK("http://x","ดู")\x0b\ud800\ufffe'
DECIDED = Decision(
    agency="provincial-office", name="กานดา ใจดี", decision="different", doubt="doubtful",
    on=date(2023, 5, 5), by="นายผู้ตัดสิน สมมติ", reason="สอบถามแล้ว",
)  # fmt: skip


def contents(summary: Summary, **changes: object) -> Contents:
    news = fold_changes(sample.changes().events)
    run = {"refused_files": [], "ledger_reference": ""}
    fields = {"campaign": tiny_campaign(), "run": run, "news": news}
    return Contents(summary=summary, **(fields | changes))


def written(summary: Summary, **changes: object) -> bytes:
    return tracker(contents(summary, **changes)).content


@pytest.fixture(scope="module")
def of_the_sample(summary, campaign):
    decided = campaign.model_copy(update={"decisions": (DECIDED,)})
    return contents(summary, campaign=decided, run=sample.run())


@pytest.fixture(scope="module")
def workbook(of_the_sample):
    return tracker(of_the_sample).content


@pytest.fixture(scope="module")
def three_people():
    return signoffs(
        signoff_row("กานดา", "11/4/2023, 08:00:00"),
        signoff_row("น้ำใส", "1/5/2023, 0:00:00", position="ครู"),
        signoff_row("ญาณี", "12/4/2023, 08:00:00", agency="สสจ.", ack__ethics=CLARIFY.text),
    )


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.__name__)
def test_every_sheet_is_a_whole_table_that_answers_a_question(sheet, of_the_sample):
    made = sheet(of_the_sample)
    headings = [column.heading for column in made.columns]
    assert len(set(headings)) == len(headings)
    assert "ครั้งที่" not in headings  # that is the number of a refresh, never of a row
    assert len({len(column.cells) for column in made.columns}) == 1
    assert len(made.columns[0].cells) > 0
    assert made.answers


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.__name__)
def test_every_sheet_stands_before_the_first_answer_too(sheet):
    made = sheet(contents(signoffs()))
    assert len({len(column.cells) for column in made.columns}) == 1


def test_the_first_sheet_says_what_this_is_and_what_each_sheet_answers(workbook, of_the_sample):
    first = opened(workbook).worksheets[0]
    cells = (cell for row in first.iter_rows(values_only=True) for cell in row)
    said = "\n".join(str(cell) for cell in cells if cell is not None)
    assert first.title == "คำอธิบาย"
    for part in (
        "สมุดงานติดตามการลงนามรับทราบ",
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใส จังหวัดเชียงราย ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        "ภายในเท่านั้น ห้ามเผยแพร่",
        "ข้อมูล ณ วันที่ ๒๘ เมษายน ๒๕๖๖ เวลา ๑๖.๑๒ น.",
    ):
        assert part in said
    for sheet in (sheet(of_the_sample) for sheet in SHEETS):
        assert f"{sheet.title}\n{sheet.answers}" in said
    links = [cell.hyperlink.location for row in first.rows for cell in row if cell.hyperlink]
    assert links == [f"'{title}'!A1" for title in opened(workbook).sheetnames[1:]]


def test_the_agencies_stand_in_the_registers_order_with_their_figures(three_people):
    content = written(three_people)
    headings = headings_of_sheet(content, "หน่วยงาน")
    rows = [dict(zip(headings, row, strict=True)) for row in rows_of_sheet(content, "หน่วยงาน")]
    assert [(row["หน่วยงาน"], row["สถานะ"]) for row in rows] == [
        ("สำนักงานจังหวัดเชียงราย", "อยู่ระหว่างดำเนินการ"),
        ("สำนักงานสาธารณสุขจังหวัดเชียงราย", "อยู่ระหว่างดำเนินการ"),
        ("สำนักงานพัฒนาฝีมือแรงงานเชียงราย", "ยังไม่ได้รับแจ้งจำนวนบุคลากร"),
    ]
    office = rows[0]
    assert office["ต้องลงนาม(คน)"] == 5
    assert office["รับทราบครบทุกฉบับ(คน)"] == 2
    assert office["ร้อยละที่ครบทุกฉบับ"] == 40
    assert office["รับทราบหลังกำหนด(คน)"] == 1
    assert rows[1]["NoGiftPolicy(คน)"] == 1
    assert rows[1]["ข้อกำหนดจริยธรรม(ร้อยละ)"] == 0
    assert rows[2]["ต้องลงนาม(คน)"] == ""  # not declared, never 0


def test_a_person_shows_the_day_of_each_signature_a_late_one_as_late(three_people):
    content = written(three_people)
    assert headings_of_sheet(content, "ผู้ลงนามแล้ว")[5:7] == ["NoGiftPolicy", "ข้อกำหนดจริยธรรม"]
    kanda, namsai, yanee = rows_of_sheet(content, "ผู้ลงนามแล้ว")
    assert kanda[1:7] == [
        "กานดา ใจดี", "นักวิชาการ", "ข้าราชการ", "ครบทุกฉบับ", date(2023, 4, 11), date(2023, 4, 11),
    ]  # fmt: skip
    assert namsai[5] == date(2023, 5, 1)
    assert yanee[4:7] == ["ยังไม่ครบ", date(2023, 4, 12), "ขอให้ชี้แจงเพิ่มเติม"]
    late = opened(content)["ผู้ลงนามแล้ว"].cell(3, 6)
    assert late.number_format.endswith('" (หลังกำหนด)"')


def test_missing_people_are_named_where_a_roster_does_and_counted_elsewhere():
    awaited = RosterPerson(
        agency="public-health", first_name="ยังไม่", last_name="ลงนาม", staff_type="official",
        position="เภสัชกร",
    )  # fmt: skip
    summary = signoffs(signoff_row("กานดา", "11/4/2023, 08:00:00"), people=(awaited,))
    rows = rows_of_sheet(written(summary), "ยังไม่รับทราบ")
    assert [row[:5] + row[6:] for row in rows] == [
        ["สำนักงานจังหวัดเชียงราย", "(ยังไม่ทราบชื่อ)", "", "", "ข้อกำหนดจริยธรรม", 4],
        ["สำนักงานจังหวัดเชียงราย", "(ยังไม่ทราบชื่อ)", "", "", "No Gift Policy", 4],
        ["สำนักงานสาธารณสุขจังหวัดเชียงราย", "ยังไม่ ลงนาม", "เภสัชกร", "ข้าราชการ", "ข้อกำหนดจริยธรรม", 1],
        ["สำนักงานสาธารณสุขจังหวัดเชียงราย", "ยังไม่ ลงนาม", "เภสัชกร", "ข้าราชการ", "No Gift Policy", 1],
    ]  # fmt: skip


def test_a_file_set_aside_whole_stands_before_the_rows_set_aside(workbook):
    rows = rows_of_sheet(workbook, "รายการรอตรวจสอบ")
    assert [row[3] for row in rows] == ["coi/coi-somsri.csv", *["signoff.csv"] * 3]
    assert rows[1][-1] == '=HYPERLINK("x")'


def test_nothing_that_people_wrote_becomes_a_formula_or_loses_the_workbook(summary, campaign):
    nasty = dataclasses.replace(
        summary,
        set_aside=summary.set_aside.assign(raw=NASTY, reason=NASTY, source=NASTY),
        review=summary.review.assign(person=NASTY, detail=NASTY),
        signers=summary.signers.assign(name=NASTY, position=NASTY),
        missing=summary.missing.assign(person=NASTY),
    )
    content = written(nasty, campaign=campaign, run=sample.run())
    assert cell_types(content) <= {"s", "n", "d"}
    assert every_text(content).count('=HYPERLINK("http://x","ดู")\n') > 10


def test_the_same_summary_gives_the_same_bytes(of_the_sample, workbook):
    assert tracker(of_the_sample).content == workbook
    assert tracker(of_the_sample).name == "internal/tracker.xlsx"
    assert tracker(of_the_sample).audience == "internal"


def test_every_sheet_filters_keeps_its_heads_and_prints_on_a4_wide(workbook):
    for sheet in opened(workbook).worksheets[1:]:
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes.endswith("2")
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0  # one page wide, as many high as it takes
        assert "&P" in sheet.oddFooter.right.text
        assert sheet.oddFooter.left.text == "ภายในเท่านั้น ห้ามเผยแพร่"


def test_percentages_have_bars_that_end_at_a_hundred(workbook):
    agencies = opened(workbook)["หน่วยงาน"]
    bars = [rule.dataBar for area in agencies.conditional_formatting for rule in area.rules
            if rule.type == "dataBar"]  # fmt: skip
    assert len(bars) == 6
    assert {tuple(limit.val for limit in bar.cfvo) for bar in bars} == {(0, 100)}


def test_marks_above_and_below_a_letter_take_no_room():
    assert width(Column("ก", ["ป" * 20])) == width(Column("ก", ["ป" * 10 + "ปี่" * 10]))
    assert width(Column("ก", ["ป" * 21])) > width(Column("ก", ["ป" * 20]))


def test_before_the_first_answer_the_workbook_says_so():
    content = written(signoffs(), news=fold_changes(sample.changes().events.head(0)))
    assert "ยังไม่มีข้อมูล" in every_text(content)
    assert rows_of_sheet(content, "ผู้ลงนามแล้ว") == []


def test_a_remark_says_of_whom_the_percentages_do_not_speak():
    apart = signoff_row("กานดา", "11/4/2023, 08:00:00", staff_type="จ้างเหมาบริการ")
    rows = rows_of_sheet(written(signoffs(apart)), "ผู้ลงนามแล้ว")
    assert [row[-1] for row in rows] == ["ประเภทนี้ไม่นับในร้อยละ"]
    assert pd.isna(signoffs(apart).agencies["percent"]).sum() == 1


DOUBT = ("อาจเป็นสองคน", "สำนักงานจังหวัดเชียงราย", "กานดา ใจดี")


def of_two_rows(**more):
    """Return a sign-off twice, from two addresses: one person or two?"""
    rows = [signoff_row("กานดา", "11/4/2023, 08:00:00", email=f"{a}@example.com") for a in "ab"]
    return signoffs(*rows, **more)


def typed_row(detail, faults=(), **cells):
    about = dict(zip(("doubt", "agency", "name"), DOUBT, strict=True))
    return TypedRow(2, about | {"detail": detail} | cells, faults)


def to_decide(content):
    headings = headings_of_sheet(content, "รายการรอการตัดสินใจ")
    rows = rows_of_sheet(content, "รายการรอการตัดสินใจ")
    return [dict(zip(headings, row, strict=True)) for row in rows]


def test_each_doubt_offers_the_decisions_that_settle_it():
    summary = signoffs(
        *[signoff_row("กานดา", "11/4/2023, 08:00:00", email=f"{a}@example.com") for a in "ab"],
        *[signoff_row(f"น้ำใส{n}", "20/3/2023, 08:00:00", email="c@example.com") for n in "กขค"],
    )
    sheet = opened(written(summary))["รายการรอการตัดสินใจ"]
    assert {str(each.sqref): each.formula1 for each in sheet.data_validations.dataValidation} == {
        "F2": '"เป็นบุคคลเดียวกัน,เป็นคนละคน"',
        "F3:F6": '"ตรวจสอบแล้ว นับถูกต้อง"',  # three came early, and they share a mailbox
    }
    assert [sheet.cell(row, 1).value for row in range(2, 7)] == [
        "อาจเป็นสองคน", *["ลงนามก่อนเปิดรับ"] * 3, "ใช้อีเมลร่วมกัน",
    ]  # fmt: skip


def test_what_was_typed_is_found_again_beside_its_doubt_with_what_is_wrong():
    detail = to_decide(written(of_two_rows()))[0]["รายละเอียด"]
    told = typed_row(detail, ("ผิด", "ผิดอีก"), decision="อาจจะ", on="31/4/2566", by="=1+1")
    content = written(of_two_rows(), typed=(told,))
    (row,) = to_decide(content)
    assert (row["การตัดสินใจ"], row["วันที่ตัดสินใจ"], row["ผู้ตัดสินใจ"]) == ("อาจจะ", "31/4/2566", "=1+1")
    assert row["เหตุที่ยังไม่บันทึก"] == "ผิด\nผิดอีก"
    assert cell_types(content) <= {"s", "n", "d"}


def test_what_is_typed_about_a_doubt_that_is_gone_stands_below():
    told = typed_row("อีเมลเดิม", ("ผิด",), decision="อาจจะ")
    first, second = to_decide(written(of_two_rows(), typed=(told,)))
    assert first["การตัดสินใจ"] == ""
    assert (second["การตัดสินใจ"], second["รายละเอียด"]) == ("อาจจะ", "อีเมลเดิม")
    assert "ไม่มีข้อสงสัยแล้ว" in second["สิ่งที่ควรทำ"]


def test_an_agency_that_was_filled_in_for_a_doubt_that_is_gone_is_not_kept():
    told = typed_row("อีเมลเดิม", other_agency="สสจ.")
    assert len(to_decide(written(of_two_rows(), typed=(told,)))) == 1


def test_the_sheet_that_is_written_is_the_sheet_that_is_read():
    assert read_typed(written(of_two_rows())) == ()
    detail = to_decide(written(of_two_rows()))[0]["รายละเอียด"]
    told = typed_row(detail, decision="เป็นคนละคน", on="5/5/2566", by="ก", reason="ข")
    assert read_typed(written(of_two_rows(), typed=(told,))) == (told,)


def test_decisions_are_listed_in_the_words_of_the_table():
    decided = {"decisions": (DECIDED,)}
    content = written(of_two_rows(**decided), campaign=tiny_campaign(**decided))
    assert rows_of_sheet(content, "ข้อยุติที่บันทึกแล้ว") == [
        ["สำนักงานจังหวัดเชียงราย", "กานดา ใจดี", "เป็นคนละคน", "", "", "อาจเป็นสองคน", date(2023, 5, 5),
         "นายผู้ตัดสิน สมมติ", "สอบถามแล้ว"],
    ]  # fmt: skip
    assert to_decide(content) == []
