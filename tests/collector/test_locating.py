"""The form is found by what headings say: in whichever sheet, below whatever title."""

from __future__ import annotations

from builders import coi_form, headings, signoff_form, signoff_row
from readings import table

from collector.locating import locate

SIGNOFF, COI = signoff_form(), coi_form()
FULL = headings(SIGNOFF)
ROW = signoff_row("สมมติ", "1/4/2023, 9:00:00")
BLANKS = ("",) * (len(FULL) - 1)


def sheet(name, *rows, header=FULL, file="a.xlsx", **details):
    made = table(*rows, header=header, origin=f"{file}/{name}")
    return type(made)(
        **{field: getattr(made, field) for field in made.__slots__} | {"file": file} | details
    )


def located(*tables):
    return locate(tables, SIGNOFF, (SIGNOFF, COI))


def test_a_table_that_begins_with_its_headings_is_taken_as_it_is():
    found = located(table(ROW, header=FULL))
    assert found.tables == (table(ROW, header=FULL),)
    assert (found.refused, found.remarks) == ((), ())


def test_w8_titles_above_the_headings_are_left_out_and_told():
    titled = table(("ข้อมูล ณ เมษายน", *BLANKS), FULL, ROW, header=("แบบลงนาม", *BLANKS))
    found = located(titled)
    assert [(t.header, t.rows, t.row_numbers) for t in found.tables] == [(FULL, (ROW,), (4,))]
    assert found.remarks == ("a.csv: หัวตารางอยู่แถวที่ 3 ไม่ได้อ่านข้อความเหนือหัวตาราง",)


def test_w8_types_stay_beside_their_rows():
    kinds = (("date", *BLANKS),)
    titled = sheet("ก", FULL, ROW, header=("แบบลงนาม", *BLANKS), types=(("",) * len(FULL), *kinds))
    assert located(titled).tables[0].types == kinds


def test_headings_are_looked_for_near_the_top_only():
    def under(titles):
        return located(table(*[("ก", *BLANKS)] * (titles - 1), FULL, ROW, header=("แบบ", *BLANKS)))

    assert len(under(20).tables) == 1
    assert len(under(21).refused) == 1


def test_w13_the_sheet_is_found_wherever_it_stands_and_whatever_it_is_called():
    found = located(
        sheet("สรุป", ("1", "2"), header=("หน่วยงาน", "จำนวน")),
        sheet("Sheet7", ROW),
    )
    assert [t.origin for t in found.tables] == ["a.xlsx/Sheet7"]
    assert found.remarks == ("a.xlsx: ไม่ได้อ่านแผ่นงานที่ไม่ใช่ของแบบฟอร์มนี้: ‘สรุป’",)
    assert found.refused == ()


def test_w13_two_sheets_alike_are_both_read():
    found = located(sheet("1", ROW), sheet("2", ROW))
    assert [t.origin for t in found.tables] == ["a.xlsx/1", "a.xlsx/2"]


def test_w13_a_workbook_without_the_form_is_one_refused_file():
    found = located(
        sheet("สรุป", header=("หน่วยงาน", "จำนวน")),
        sheet("ประเมิน", header=headings(COI)),
        sheet("ก", ROW, file="b.xlsx"),
    )
    assert [file.origin for file in found.refused] == ["a.xlsx"]
    assert [t.origin for t in found.tables] == ["b.xlsx/ก"]


def test_what_was_remarked_of_a_sheet_is_told_only_if_it_counts():
    told = ("มีแถวที่ซ่อนไว้ 1 แถว",)
    hidden = sheet("ก", ROW, remarks=told)
    other = sheet("ข", header=("หน่วยงาน",), remarks=("ซ่อน",))
    assert located(hidden, other).remarks[0] == "a.xlsx/ก: มีแถวที่ซ่อนไว้ 1 แถว"
    assert not any("ซ่อน" in notice for notice in located(hidden, other).remarks[1:])


def test_the_same_name_in_another_file_is_another_file():
    found = located(sheet("ก", header=("x",)), sheet("ก", ROW, file="b.xlsx"))
    assert [file.origin for file in found.refused] == ["a.xlsx"]
    assert [t.origin for t in found.tables] == ["b.xlsx/ก"]
