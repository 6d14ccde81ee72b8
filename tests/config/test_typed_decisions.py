"""What is typed into the sheet of doubts: read by its headings, judged row by row, never lost."""

from __future__ import annotations

import csv
from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from builders import tiny_campaign

from config.campaign import Decision
from config.errors import CampaignError, CampaignMistakes, UserError
from config.taking_up import take_up
from config.typed_decisions import decision_of, read_typed

HEADINGS = [
    "เรื่องที่ตรวจสอบ", "หน่วยงาน", "ชื่อ-สกุล", "รายละเอียด", "สิ่งที่ควรทำ", "การตัดสินใจ", "หน่วยงานอื่น",
    "ชื่อ-สกุลอื่น", "วันที่ตัดสินใจ", "ผู้ตัดสินใจ", "เหตุผล", "เหตุที่ยังไม่บันทึก",
]  # fmt: skip
OFFICE, HEALTH = "สำนักงานจังหวัดเชียงราย", "สำนักงานสาธารณสุขจังหวัดเชียงราย"
NOTHING = ("", "", "", "", "", "")
IS_TWO = ("เป็นคนละคน", "", "", "5/5/2566", "นายผู้ตัดสิน สมมติ", "สอบถามแล้ว")


def doubt(typed=NOTHING, *, about="อาจเป็นสองคน", agency=OFFICE, name="กานดา ใจดี", detail="ก"):
    return [about, agency, name, detail, "ถามหน่วยงาน", *typed, ""]


def workbook(*rows, headings=HEADINGS, title="รายการรอการตัดสินใจ"):
    book = openpyxl.Workbook()
    book.active.append(["คำอธิบาย"])
    sheet = book.create_sheet(title)
    for row in (headings, *rows):
        sheet.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def typed(*rows, **sheet):
    return read_typed(workbook(*rows, **sheet))


def anybody(_campaign):
    """Know everybody."""


def faults(typed_row, **campaign):
    with pytest.raises(CampaignMistakes) as caught:
        decision_of(typed_row, tiny_campaign(**campaign))
    return [str(mistake) for mistake in caught.value.mistakes]


def test_only_rows_in_which_something_is_typed_are_read():
    rows = typed(doubt(), doubt(IS_TWO, name="น้ำใส ใจดี"), doubt(), [])
    assert [(row.number, row.cells["name"]) for row in rows] == [(3, "น้ำใส ใจดี")]


def test_the_sheet_is_known_by_its_headings_wherever_they_stand():
    order = [5, 10, 2, 1, 0, 3, 4, 6, 7, 8, 9, 11]
    moved = [HEADINGS[place] for place in order]
    row = [doubt(IS_TWO)[place] for place in order]
    for headings in (moved, [text.replace("ที่", "ที่\n") for text in moved]):
        (read,) = typed(row, headings=headings, title="แผ่นของฉัน")
        assert read == typed(doubt(IS_TWO))[0]
    assert read_typed(workbook(doubt(IS_TWO), headings=["ก"] * 12)) == ()


def test_another_agency_alone_is_no_decision():
    prefilled = ("", HEALTH, "", "", "", "")
    (row,) = typed(doubt(prefilled, about="ลงนามมากกว่าหนึ่งหน่วยงาน"))
    assert not row.is_meant
    assert typed(doubt(("", HEALTH, "", "", "", "เหตุผล")))[0].is_meant


def test_a_row_means_a_decision_about_the_doubt_it_stands_beside():
    (row,) = typed(doubt(IS_TWO))
    assert decision_of(row, tiny_campaign()) == Decision(
        agency="provincial-office", name="กานดา ใจดี", decision="different", doubt="doubtful",
        on=date(2023, 5, 5), by="นายผู้ตัดสิน สมมติ", reason="สอบถามแล้ว",
    )  # fmt: skip


@pytest.mark.parametrize("day", ["5/5/2566", "๕ พ.ค. ๒๕๖๖", datetime(2023, 5, 5), date(2023, 5, 5)])
def test_a_day_may_be_typed_as_text_or_as_a_date(day):
    (row,) = typed(doubt((*IS_TWO[:3], day, *IS_TWO[4:])))
    assert decision_of(row, tiny_campaign()).on == date(2023, 5, 5)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("อาจจะ", "", "", *IS_TWO[3:]), 'column "การตัดสินใจ": "อาจจะ"'),
        (("", "", "", *IS_TWO[3:]), 'column "การตัดสินใจ": the cell is blank'),
        ((*IS_TWO[:3], "31/4/2566", *IS_TWO[4:]), 'column "วันที่ตัดสินใจ": "31/4/2566"'),
        ((*IS_TWO[:3], "", *IS_TWO[4:]), 'column "วันที่ตัดสินใจ": the cell is blank'),
        ((*IS_TWO[:4], "", "เหตุผล"), 'column "ผู้ตัดสินใจ": the cell is blank'),
        ((*IS_TWO[:5], " \u200b"), 'column "เหตุผล": the cell is blank'),
        (("เป็นคนละคน", "สำนักงานใหม่", *IS_TWO[2:]), 'column "หน่วยงานอื่น": nobody is called'),
        (("ไม่ประสงค์ลงนาม", *IS_TWO[1:]), '"ไม่ประสงค์ลงนาม" does not settle "อาจเป็นสองคน"'),
    ],
)
def test_every_mistake_is_told_by_column_with_its_remedy(cells, told):
    (row,) = typed(doubt(cells))
    (fault,) = faults(row)
    assert fault.startswith(told)
    assert " — " in fault


def test_several_mistakes_of_a_row_are_told_at_once():
    (row,) = typed(doubt(("อาจจะ", "", "", "31/4/2566", "", "x")))
    assert len(faults(row)) == 3


def test_too_many_signers_are_settled_by_no_decision():
    (row,) = typed(doubt(IS_TWO, about="ลงนามเกินจำนวนที่แจ้ง", name=""))
    assert len(faults(row)) == 2  # neither the doubt nor the name is one


def take(folder, *rows, require_known=anybody, **campaign):
    chosen = tiny_campaign(**campaign)
    return take_up(typed(*rows), folder, chosen, require_known=require_known)


def written(folder):
    path = folder / "decisions.csv"
    if not path.exists():
        return []
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))[1:]


def test_what_is_right_is_written_down_and_the_rest_stays_typed(tmp_path):
    note = ("", HEALTH, "", "", "", "")
    found = take(
        tmp_path,
        doubt(IS_TWO),
        doubt(("อาจจะ", *IS_TWO[1:]), name="น้ำใส ใจดี"),
        doubt(note, about="ลงนามมากกว่าหนึ่งหน่วยงาน", name="ญาณี ใจดี"),
    )
    assert found.taken == 1
    assert [row[1:3] for row in written(tmp_path)] == [["กานดา ใจดี", "เป็นคนละคน"]]
    assert [(row.cells["name"], bool(row.faults)) for row in found.kept] == [
        ("น้ำใส ใจดี", True), ("ญาณี ใจดี", False),
    ]  # fmt: skip


def test_of_two_that_contradict_each_other_the_upper_one_is_taken(tmp_path):
    found = take(tmp_path, doubt(IS_TWO), doubt(("เป็นบุคคลเดียวกัน", *IS_TWO[1:]), detail="ข"))
    assert [row[2] for row in written(tmp_path)] == ["เป็นคนละคน"]
    assert [row.cells["decision"] for row in found.kept] == ["เป็นบุคคลเดียวกัน"]


def test_nobody_is_written_down_whom_nobody_knows(tmp_path):
    def nobody_called_kanda(campaign):
        if any(decision.name.startswith("กานดา") for decision in campaign.decisions):
            raise CampaignError("nobody is called so", remedy="look at the name")

    found = take(
        tmp_path,
        doubt(IS_TWO),
        doubt(IS_TWO, name="น้ำใส ใจดี"),
        require_known=nobody_called_kanda,
    )
    assert [row[1] for row in written(tmp_path)] == ["น้ำใส ใจดี"]
    assert found.kept[0].faults == ("nobody is called so — look at the name",)


def test_a_decision_that_stands_already_is_taken_in_silence(tmp_path):
    standing = decision_of(typed(doubt(IS_TWO))[0], tiny_campaign())
    found = take(tmp_path, doubt(IS_TWO), decisions=(standing,))
    assert (found.taken, found.kept) == (0, ())
    assert written(tmp_path) == []


def test_what_cannot_be_written_down_stays_typed_and_says_so(tmp_path):
    (tmp_path / ".decisions.csv.new").mkdir()  # in the way of the file
    found = take(tmp_path, doubt(IS_TWO), doubt(IS_TWO, name="น้ำใส ใจดี"))
    assert found.taken == 0
    assert len(found.kept) == 2
    assert all("decisions.csv" in row.faults[0] for row in found.kept)


def test_a_formula_typed_as_a_reason_stays_a_text(tmp_path):
    take(tmp_path, doubt((*IS_TWO[:5], "'=1+1")))
    assert not written(tmp_path)[0][-1].startswith("=")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a workbook"])
def test_what_is_no_workbook_is_refused_in_words(content):
    with pytest.raises(UserError):
        read_typed(content)
