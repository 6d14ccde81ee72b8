"""A value is text, whatever it contains: in paragraphs, headings, cells, and the head."""

from __future__ import annotations

import pytest
from templates import HEAD, body, composed, shown, words

from report.documents.blocks import Heading, Item, Paragraph, Run, Table
from report.documents.html import as_html

LONG = "ก" * 500
NASTY = [
    "R&D", "<b>หนา</b>", "$x$", "# หัวข้อ", "##", "*เอน*", "**หนา**", "| ช่อง | ช่อง |", "{{7*7}}",
    "{% for %}", "---", "- รายการ", "๑. ข้อ", "1. ข้อ", "> อ้าง", "[ลิงก์](https://example.com)",
    "![ภาพ](eit-qr)", "<br>", "&amp;", "\\", "`code`", "a_b_c", "~~~", "ลงนาม: chief", "แบบ: ไม่มี",
    "<script>alert(1)</script>", "นาย ก.,“ข”", "=1+1", LONG,
]  # fmt: skip


@pytest.mark.parametrize("value", NASTY)
def test_a_value_is_plain_text_wherever_it_stands(value):
    text = (
        "---\nแบบ: รายงาน\nชื่อเอกสาร: ก{{ x }}ข\n---\n"
        "# ก{{ x }}ข\n\n{{ x }}\n\n**{{ x }}**\n\n- {{ x }}\n\n"
        "| ก | ข |\n|--|----|\n| {{ x }} | ง |\n"
    )
    document = composed(text, {"x": value})
    heading, paragraph, bold, item, table = document.blocks
    assert document.fields["title"] == f"ก{value}ข"
    assert isinstance(heading, Heading)
    assert words(heading.runs) == f"ก{value}ข"
    assert isinstance(paragraph, Paragraph)
    assert words(paragraph.runs) == value
    assert (words(bold.runs), {run.bold for run in bold.runs}) == (value, {True})
    assert isinstance(item, Item)
    assert value.endswith(words(item.runs))
    assert isinstance(table, Table)
    assert [words(cell) for cell in table.rows[0]] == [value, "ง"]


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("บรรทัดแรก\nบรรทัดสอง", "บรรทัดแรก\nบรรทัดสอง"),
        ("ก\r\nข\rค", "ก\nข\nค"),
        ("ก\u2028ข\u2029ค\x0bง\x0cจ\x85ฉ", "ก\nข\nค\nง\nจ\nฉ"),
        ("ก\ufffeข\uffffค\x00ง\ud800จ", "กขคงจ"),
        ("ก\tข", "ก ข"),
        ("\ufdd00a\ufdd1", "0a"),
    ],
)
def test_what_no_document_can_carry_goes_and_line_ends_are_line_breaks(value, read):
    document = composed(HEAD + "{{ x }}\n\n| ก |\n|--|\n| {{ x }} |\n", {"x": value})
    paragraph, table = document.blocks
    assert words(paragraph.runs) == read
    assert words(table.rows[0][0]) == read


def test_a_line_end_is_a_space_where_there_is_one_line_only():
    text = "---\nแบบ: รายงาน\nเรื่อง: {{ x }}\n---\n# {{ x }}\n"
    document = composed(text, {"x": "ก\nข"})
    assert document.fields["subject"] == "ก ข"
    assert words(document.blocks[0].runs) == "ก ข"


def test_a_macro_s_own_markdown_counts_its_values_do_not():
    text = "{% macro เน้น(คำ) %}**{{ คำ }}** ต่อ{% endmacro %}{{ เน้น('*ดาว*') }}\n"
    assert body(text) == (Paragraph((Run("*ดาว*", bold=True), Run(" ต่อ"))),)


def test_the_page_escapes_what_html_would_read():
    document = composed(HEAD + "{{ x }}\n", {"x": "<script>R&D</script>"})
    assert "<script" not in as_html(document).decode()
    assert "<script>R&D</script>" in shown(document)
