"""What an official writes, and the blocks that it becomes."""

from __future__ import annotations

import pytest
from templates import HEAD, body, composed, words

from report.documents.blocks import Figure, Heading, Item, PageBreak, Paragraph, Run, Table
from report.documents.mistakes import TextError
from report.documents.pictures import Picture

FIRST = HEAD.count("\n") + 1  # the line of the body's first line


def kinds(blocks):
    return [type(block).__name__ for block in blocks]


def fault_of(text, given=None, pictures=None):
    with pytest.raises(TextError) as raised:
        composed(text, given, pictures)
    return raised.value


def test_every_line_is_a_paragraph_and_blank_lines_are_nothing():
    first, second, third = body("บรรทัดที่หนึ่ง   \nบรรทัดที่สอง\n\n\n    บรรทัดที่สาม\n")
    assert [words(one.runs) for one in (first, second, third)] == [
        "บรรทัดที่หนึ่ง", "บรรทัดที่สอง", "บรรทัดที่สาม",
    ]  # fmt: skip
    assert not first.plain


def test_a_backslash_at_the_end_and_br_break_the_line_within_a_paragraph():
    assert body("ก\\\nข<br>ค") == (Paragraph((Run("ก\nข\nค"),)),)


@pytest.mark.parametrize(
    ("written", "runs"),
    [
        ("**หนา**", (Run("หนา", bold=True),)),
        ("ก**หนา**ข", (Run("ก"), Run("หนา", bold=True), Run("ข"))),
        ("เรื่อง**“หนา”**ต่อ", (Run("เรื่อง"), Run("“หนา”", bold=True), Run("ต่อ"))),  # no space, quotes
        ("**(ร่าง)**โปรดตรวจ", (Run("(ร่าง)", bold=True), Run("โปรดตรวจ"))),
        ("**ไม่ปิด", (Run("**ไม่ปิด"),)),
        ("****", (Run("****"),)),
        ("*เอน* _เส้นใต้_ a_b_c", (Run("*เอน* _เส้นใต้_ a_b_c"),)),
        (r"\**ดาว**", (Run("**ดาว**"),)),
        ("<b>ไม่ใช่ HTML</b>", (Run("<b>ไม่ใช่ HTML</b>"),)),
        ("R&D $x$", (Run("R&D $x$"),)),
    ],
)
def test_bold_needs_no_space_and_nothing_else_is_markup(written, runs):
    assert body(written) == (Paragraph(runs),)


def test_a_line_to_write_on_is_no_page_break():
    assert body("____________\n") == (Paragraph((Run("____________"),)),)


def test_bold_ends_with_its_line():
    assert [words(one.runs) for one in body("ก **ข\nค** ง")] == ["ก **ข", "ค** ง"]


def test_addresses_are_links_and_only_those_of_the_web():
    [paragraph] = body("ดู https://example.go.th/a?b=1 และ[เว็บไซต์](https://example.go.th)")
    assert paragraph.runs == (
        Run("ดู "), Run("https://example.go.th/a?b=1", link="https://example.go.th/a?b=1"),
        Run(" และ"), Run("เว็บไซต์", link="https://example.go.th"),
    )  # fmt: skip
    assert body("[กด](javascript:alert(1))") == (Paragraph((Run("กด"),)),)
    assert body("[กด]({{ x }})", {"x": "javascript:alert(1)"}) == (Paragraph((Run("กด"),)),)


@pytest.mark.parametrize(
    ("written", "mark", "said"),
    [
        ("- ข้อความ", "-", "ข้อความ"),
        ("- (๑) ข้อความ", "(๑)", "ข้อความ"),
        ("- ({{ n }}) ข้อความ", "(๑๒)", "ข้อความ"),
        ("- ๓.๑ ข้อความ", "๓.๑", "ข้อความ"),
        ("- ๑. ข้อความ", "๑.", "ข้อความ"),
        ("- ก) ข้อความ", "ก)", "ข้อความ"),
        ("1. ข้อความ", "๑.", "ข้อความ"),
        ("- ๓๔ หน่วยงาน", "-", "๓๔ หน่วยงาน"),  # a figure, not a mark
        ("- (ร่าง) ข้อความ", "-", "(ร่าง) ข้อความ"),
    ],
)
def test_an_item_keeps_the_mark_that_is_written(written, mark, said):
    assert body(written, {"n": 12}) == (Item(mark, (Run(said),)),)


def test_items_within_items_are_deeper():
    assert [(one.mark, one.depth) for one in body("- ๑. ก\n  - (๑) ข\n    - ค\n- ๒. ง\n")] == [
        ("๑.", 0), ("(๑)", 1), ("-", 2), ("๒.", 0),
    ]  # fmt: skip


def test_headings_plain_lines_and_page_breaks():
    blocks = body("# ๑. เรื่องเดิม\n> ไม่ย่อหน้า\n\n---\n## ย่อย\n")
    assert blocks == (
        Heading(1, (Run("๑. เรื่องเดิม"),)),
        Paragraph((Run("ไม่ย่อหน้า"),), plain=True),
        PageBreak(),
        Heading(2, (Run("ย่อย"),)),
    )


def test_a_table_is_as_wide_as_its_dashes_and_aligned_by_its_colons():
    [table] = body("ตาราง: ผล\n| ก | ข | ค |\n|--|:----:|----:|\n| ๑ | สอง\\|สาม | ๓<br>๔ |\n")
    assert table == Table(
        header=((Run("ก"),), (Run("ข"),), (Run("ค"),)),
        rows=(((Run("๑"),), (Run("สอง|สาม"),), (Run("๓\n๔"),)),),
        widths=(0.2, 0.4, 0.4),
        aligns=("left", "center", "right"),
        caption="ผล",
    )


def test_a_table_without_rows_and_with_empty_cells_is_a_table():
    [table] = body("| ก | ข |\n|--|--|\n")
    assert table.rows == ()
    [table] = body("| ก | ข |\n|--|--|\n| | {{ x }} |\n", {"x": ""})
    assert table.rows == (((), ()),)


@pytest.mark.parametrize("row", ["| ๑ |", "| ๑ | ๒ | ๓ |"])
def test_a_row_with_other_cells_than_its_header_is_refused_not_cut(row):
    fault = fault_of(f"{HEAD}| ก | ข |\n|--|--|\n{row}\n")
    assert fault.place == f"texts/ทดลอง.md บรรทัด {FIRST + 2}"
    assert "หัวตารางมี 2 ช่อง" in fault.fault


def test_a_table_whose_second_line_does_not_fit_is_refused_not_printed():
    fault = fault_of(f"{HEAD}| ก | ข |\n|--|\n| ๑ | ๒ |\n")
    assert fault.place == f"texts/ทดลอง.md บรรทัด {FIRST}"


PICTURES = {"eit-qr": lambda: Picture(b"png", "คิวอาร์")}


def test_a_picture_is_named_has_a_line_below_and_a_width():
    assert body('![สแกนที่นี่](eit-qr "กว้าง ๔๐%")', pictures=PICTURES) == (
        Figure(b"png", "คิวอาร์", "สแกนที่นี่", 0.4),
    )
    assert body("![](eit-qr)", pictures=PICTURES) == (Figure(b"png", "คิวอาร์", "", 1.0),)


def test_a_text_can_ask_whether_there_is_a_picture():
    text = '{% if "eit-qr" in ภาพ %}มี{% else %}ไม่มี{% endif %}\n'
    assert words(body(text, pictures=PICTURES)[0].runs) == "มี"
    assert words(body(text)[0].runs) == "ไม่มี"


def test_an_unknown_picture_is_said_with_the_one_that_was_meant():
    fault = fault_of(f"{HEAD}\n![ภาพ](eit-qrr)\n", pictures=PICTURES)
    assert fault.place == f"texts/ทดลอง.md บรรทัด {FIRST + 1}"
    assert "eit-qr" in fault.remedy
    assert "กลางบรรทัด" in fault_of(f"{HEAD}ดู ![ภาพ](eit-qr)\n", pictures=PICTURES).fault


def test_what_the_templates_of_jinja_leave_behind_is_no_line():
    each = "{# อธิบาย #}\n{% for x in xs %}\n- {{ x }}\n{% endfor %}\n"
    text = each + "{% if not xs %}\nไม่มี\n{% endif %}\n"
    assert kinds(body(text, {"xs": ["ก", "ข"]})) == ["Item", "Item"]
    assert kinds(body(text, {"xs": []})) == ["Paragraph"]
