"""Word files as LibreOffice prints them; Word itself has not been seen."""

from __future__ import annotations

from libreoffice import FONT, NEEDS_LIBREOFFICE, SIZE, printed
from texts import BLOCKS, SIGNATURES, runs, table, text

from report.documents.blocks import Paragraph
from report.documents.word import as_word

pytestmark = NEEDS_LIBREOFFICE


def test_a_memo_is_printed_with_its_head_and_those_who_sign(tmp_path):
    content = as_word(
        text("memo", Paragraph(runs("เรียนมาเพื่อโปรดทราบ")), signatures=SIGNATURES),
        font=FONT,
        size=SIZE,
    )
    pages, faces = printed(content, tmp_path)
    assert len(pages) == 1
    said = "".join(pages[0].split())
    for words in ("บันทึกข้อความ", "ส่วนราชการ", "เรียนมาเพื่อโปรดทราบ", "(นายทดสอบสมมติ)", "เห็นชอบ"):
        assert words in said
    assert said.index("บันทึกข้อความ") < said.index("ส่วนราชการ") < said.index("(นายทดสอบ")
    assert "Sarabun-Bold" in faces
    assert "Noto" not in faces


def test_the_header_of_a_long_table_and_the_mark_stand_on_each_page(tmp_path):
    rows = [(runs(f"หน่วยงาน {place}"), runs("น้ำ ปี่")) for place in range(120)]
    content = as_word(text("table", *BLOCKS[:1], table(rows)), font=FONT, size=SIZE)
    pages, _faces = printed(content, tmp_path)
    assert len(pages) > 2
    for page in pages:
        assert page.count("หัวตาราง 1") == 1
        assert "ร่าง" in page
        assert "๓๐ เมษายน ๒๕๖๖" in page
