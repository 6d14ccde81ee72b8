"""Word files are read back as an office would open them: every word, Thai set as Thai."""

from __future__ import annotations

import re

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from texts import BLOCKS, FIELDS, LAYOUTS, SIGNATURES, png, runs, table, text
from word_reading import lines, opened, paragraph, parts, whole_text

from report.documents.blocks import Figure, Heading, Item, PageBreak, Paragraph, Signature
from report.documents.word import as_word

THAI = WD_ALIGN_PARAGRAPH.THAI_JUSTIFY
SENTENCE = "บุคลากรของส่วนราชการส่วนภูมิภาคประจำจังหวัดเชียงราย รับทราบครบทั้ง ๕ ฉบับแล้ว"

NASTY = (
    "R&D",
    "<b>ตัวหนา</b>",
    "$x$",
    "#หัว",
    "*ดาว*",
    "ก|ข",
    "{{7*7}}",
    "{% raw %}",
    "C:\\temp\\น้ำ",
    "&#0; &amp;amp; ]]>",
    "ท้าย\u200bคำ",
    "ก" * 500,
    "x" * 500,
    '=HYPERLINK("http://x")',
    '{ DDEAUTO c:\\\\windows "cmd" }',
)
ILLEGAL = (
    ("ก\x0bข", "กข"),
    ("ก\x00ข", "กข"),
    ("ก\ufffeข", "กข"),
    ("ก\ud800ข", "กข"),
    ("\x1b[0m", "[0m"),
)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_word_of_every_layout_is_there(layout):
    said = whole_text(as_word(text(layout, *BLOCKS, signatures=SIGNATURES)))
    for word in (
        "๑. เรื่องเดิม",
        "ตามที่จังหวัดได้แจ้ง",
        "๑.๑\tรายการที่หนึ่ง",
        "(๑)\tรายการย่อย",
        "หัวตาราง 1",
        "ปี่",
        "๑๔,๒๐๐",
        "ตารางที่ ๑",
        "ภาพที่ ๑",
        "หัวข้อรอง",
        "(นายทดสอบ สมมติ)",
        "หัวหน้าสำนักงานจังหวัด",
        "- เห็นชอบ",
        "ขอแสดงความนับถือ",
        "โทร. ๐ ๕๓๑๕ ๐๑๖๓",
        "ข้อมูล ณ วันที่ ๓๐ เมษายน ๒๕๖๖",
        "ร่าง",
    ):
        assert word in said


def test_the_text_stands_in_its_order():
    assert lines(as_word(text("table", *BLOCKS, fields={}))) == [
        "๑. เรื่องเดิม",
        "ตามที่จังหวัดได้แจ้ง",
        "๑.๑\tรายการที่หนึ่ง",
        "(๑)\tรายการย่อย",
        "ตารางที่ ๑",
        "หัวตาราง 1",
        "หัวตาราง 2",
        "ปี่",
        "๑๔,๒๐๐",
        "ภาพที่ ๑",
        "หัวข้อรอง",
    ]


@pytest.mark.parametrize("value", NASTY)
def test_what_people_type_arrives_as_text(value):
    block = table([(runs(value), runs(value))], caption=value)
    said = as_word(
        text(
            "memo",
            Heading(1, runs(value)),
            Paragraph(runs(value)),
            Item(value, runs(value)),
            block,
            fields=FIELDS | {"subject": value, "mark": value, "data_as_of": value},
            signatures=(Signature(value, value, value),),
        )
    )
    assert whole_text(said).count(value) == 15


@pytest.mark.parametrize(("value", "arrives"), ILLEGAL)
def test_what_xml_cannot_carry_goes_and_no_document_is_lost(value, arrives):
    figure = Figure(png(), value, value)
    fields = dict.fromkeys(FIELDS, value)
    link = Paragraph(runs(value, link=f"https://x.example/{value}"))
    for layout in LAYOUTS:
        said = as_word(text(layout, figure, link, fields=fields, signatures=SIGNATURES))
        assert arrives in whole_text(said)


def test_a_line_break_is_a_line_break():
    assert "หนึ่ง\nสอง\nสาม" in lines(as_word(text("table", Paragraph(runs("หนึ่ง\nสอง\r\nสาม")))))


def test_the_same_text_gives_the_same_bytes_and_tells_no_author_and_no_hour():
    said = text("report", *BLOCKS, signatures=SIGNATURES)
    content = as_word(said)
    assert as_word(said) == content
    properties = opened(content).core_properties
    assert (properties.title, properties.language) == ("รายงานความเสี่ยง", "th-TH")
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert (properties.created, properties.modified) == (None, None)
    assert not [name for name in parts(content) if "thumbnail" in name or "customXml" in name]


def test_all_four_scripts_have_the_typeface_and_no_theme_overrules_it():
    content = as_word(text("report", *BLOCKS), font="TH Sarabun New")
    for name, part in parts(content).items():
        assert not re.search(r"w:(?:ascii|hAnsi|eastAsia)Theme=|w:cstheme=", part)
        bullets = name == "word/numbering.xml"  # in Symbol, for lists that we do not write
        for fonts in re.findall(r"<w:rFonts[^>]*>", part) if not bullets else ():
            for script in ("ascii", "hAnsi", "cs", "eastAsia"):
                assert f'w:{script}="TH Sarabun New"' in fonts
    defaults = parts(content)["word/styles.xml"].partition("</w:docDefaults>")[0]
    assert "<w:cs/>" in defaults
    assert 'w:bidi="th-TH"' in defaults
    assert ('<w:sz w:val="32"/>' in defaults, '<w:szCs w:val="32"/>' in defaults) == (True, True)


def test_what_is_bold_is_bold_in_thai_too():
    marks = paragraph(as_word(text("memo", Paragraph(runs("หนา", bold=True)))), "หนา").runs[0].font
    assert (marks.bold, marks.cs_bold, marks.complex_script) == (True, True, True)


def in_cm(*lengths):
    return [round(length.cm, 1) for length in lengths]


def sizes(content, words):
    found = paragraph(content, words).runs[0].element.rPr
    return [found.find(qn(f"w:{name}")).get(qn("w:val")) for name in ("sz", "szCs")]


@pytest.mark.parametrize(("size", "name", "label"), [(16, "58", "40"), (8, "29", "20")])
def test_a_memo_is_set_as_the_rule_says_and_in_proportion(size, name, label):
    content = as_word(text("memo", Paragraph(runs(SENTENCE))), size=size)
    assert sizes(content, "บันทึกข้อความ") == [name, name]
    for words in ("ส่วนราชการ", "ที่  ชร", "เรื่อง"):
        assert sizes(content, words) == [label, label]
    section = opened(content).sections[0]
    assert in_cm(section.left_margin, section.right_margin) == [3, 2]
    body = paragraph(content, SENTENCE).paragraph_format
    assert (in_cm(body.first_line_indent), body.alignment) == ([2.5], THAI)


def test_the_labels_of_a_memo_are_followed_by_dots_up_to_the_margin():
    for words in ("ส่วนราชการ", "วันที่", "เรื่อง"):
        stops = paragraph(as_word(text("memo")), words).paragraph_format.tab_stops
        assert round(stops[len(stops) - 1].position.cm, 1) == 16.0
        assert stops[len(stops) - 1].leader.name == "DOTS"


def test_a_memo_leaves_room_for_the_garuda():
    name = paragraph(as_word(text("memo")), "บันทึกข้อความ").paragraph_format
    assert round(name.line_spacing.cm, 2) == 1.5


def test_the_head_of_a_letter_has_a_label_for_what_there_is():
    said = lines(as_word(text("letter")))
    assert said[:8] == [
        "ที่  ชร ๐๐๑๗.๕/",
        "สำนักงานจังหวัดเชียงราย กลุ่มงานบริหารทรัพยากรบุคคล",
        "๓๐ เมษายน ๒๕๖๖",
        "เรื่อง\tขอให้ลงนามรับทราบ",
        "เรียน\tหัวหน้าส่วนราชการ",
        "อ้างถึง\tหนังสือที่อ้างถึง",
        "สิ่งที่ส่งมาด้วย\t๑. รายการเอกสาร\n๒. แบบแจ้ง",
        "ขอแสดงความนับถือ",
    ]
    without = {key: FIELDS[key] for key in ("subject", "to")}
    assert not re.search("อ้างถึง|สิ่งที่ส่ง", whole_text(as_word(text("letter", fields=without))))


@pytest.mark.parametrize(
    "ends_early", ["บรรทัดหนึ่ง\nบรรทัดสอง", f"กรอกที่ https://forms.gle/{'a' * 20}"]
)
def test_a_line_that_ends_early_is_not_pulled_apart(ends_early):
    content = as_word(text("memo", Paragraph(runs(ends_early)), Paragraph(runs(SENTENCE))))
    assert paragraph(content, ends_early).alignment == WD_ALIGN_PARAGRAPH.LEFT
    assert paragraph(content, SENTENCE).alignment == THAI


def test_chapters_are_headings_that_word_navigates_by():
    content = as_word(text("report", Heading(1, runs("บทที่ ๑")), Heading(2, runs("หัวข้อ"))))
    styles = [paragraph(content, words).style.name for words in ("บทที่ ๑", "หัวข้อ")]
    assert styles == ["Heading 1", "Heading 2"]
    assert paragraph(content, "รายงานความเสี่ยง").style.name == "Title"


def test_the_header_of_a_table_is_repeated_and_its_rows_stay_whole():
    short, tall = (runs("สั้น"), runs("๑")), (runs("ยาว " * 400), runs("๒"))
    written = opened(as_word(text("memo", table([short, tall])))).tables[0]
    marks = [
        [mark.tag.rpartition("}")[2] for mark in (row._tr.trPr if row._tr.trPr is not None else ())]
        for row in written.rows
    ]
    assert marks == [["cantSplit", "tblHeader"], ["cantSplit"], []]


def test_columns_and_cells_are_as_wide_as_told_with_room_above_tone_marks():
    written = opened(as_word(text("memo", table([(runs("ปี่"), runs("๑"))])))).tables[0]
    assert in_cm(*(column.width for column in written.columns)) == [4, 12]
    assert in_cm(*(cell.width for cell in written.rows[1].cells)) == [4, 12]
    top = written._tbl.tblPr.find(qn("w:tblCellMar")).find(qn("w:top"))
    assert int(top.get(qn("w:w"))) > 0


def test_a_table_wider_than_tall_lies_on_its_side_and_fills_it():
    document = opened(as_word(text("table", table([]), landscape=True)))
    section = document.sections[0]
    assert in_cm(section.page_width, section.page_height) == [29.7, 21]
    assert round(sum(column.width.cm for column in document.tables[0].columns), 1) == 25.7


def test_a_figure_says_in_words_what_it_shows_and_keeps_its_caption():
    content = as_word(text("report", Figure(png(), "กราฟแสดงจำนวน", "ภาพที่ ๑", 0.5)))
    document = opened(content)
    picture = document.inline_shapes[0]
    assert picture._inline.docPr.get("descr") == "กราฟแสดงจำนวน"
    assert round(picture.width.cm, 1) == 8.0
    holder = next(p for p in document.paragraphs if p._p.findall(f".//{qn('w:drawing')}"))
    assert holder.paragraph_format.keep_with_next
    assert paragraph(content, "ภาพที่ ๑").style.name == "Caption"


def test_a_tall_picture_keeps_its_shape_and_fits_a_page():
    document = opened(as_word(text("report", Figure(png(20, 100), "ยาว"))))
    picture = document.inline_shapes[0]
    assert picture.height <= Cm(19)
    assert round(picture.height / picture.width, 2) == 5.0


def test_a_lone_signature_stands_at_the_right_never_torn_apart():
    document = opened(as_word(text("letter", fields={}, signatures=SIGNATURES[:1])))
    block = document.paragraphs[-5:]
    assert [(p.text, bool(p.paragraph_format.keep_with_next)) for p in block] == [
        ("", True),
        ("", True),
        ("", True),
        ("(นายทดสอบ สมมติ)", True),
        ("หัวหน้าสำนักงานจังหวัด", False),
    ]
    assert {round(p.paragraph_format.left_indent.cm) for p in block} == {8}


def cells(pair):
    return [[p.text for p in cell.paragraphs if p.text] for cell in pair.rows[0].cells]


def test_who_signs_never_stands_alone_on_a_page():
    blocks = (Paragraph(runs("ต้นเรื่อง")), Paragraph(runs("จึงเรียนมาเพื่อโปรดพิจารณา")))
    content = as_word(text("memo", *blocks, fields={}, signatures=SIGNATURES))
    kept = [paragraph(content, said).paragraph_format.keep_with_next for said in ("ต้น", "จึงเรียน")]
    assert kept == [None, True]


def test_of_several_the_first_stands_at_the_right_and_the_others_two_by_two():
    signers = tuple(Signature(f"คนที่ {place}", "ตำแหน่ง") for place in range(1, 5))
    document = opened(as_word(text("memo", signatures=signers)))
    assert [cells(pair) for pair in document.tables] == [
        [[], ["(คนที่ 1)", "ตำแหน่ง"]],
        [["(คนที่ 2)", "ตำแหน่ง"], ["(คนที่ 3)", "ตำแหน่ง"]],
        [[], ["(คนที่ 4)", "ตำแหน่ง"]],
    ]
    rows = [pair.rows[0]._tr.trPr for pair in document.tables]
    assert all(row.find(qn("w:cantSplit")) is not None for row in rows)


def test_an_order_stands_above_the_name_in_a_frame_with_room_for_a_date():
    document = opened(as_word(text("memo", signatures=SIGNATURES)))
    assert cells(document.tables[1])[1] == [
        "- เห็นชอบ",
        "(ชื่อผู้ว่าราชการจังหวัด)",
        "ผู้ว่าราชการจังหวัด",
        "......../......../........",
    ]
    framed = [pair._tbl.findall(f".//{qn('w:tcBorders')}") for pair in document.tables]
    assert [len(frames) for frames in framed] == [0, 1]


def test_a_name_that_nobody_knows_is_dots_to_fill_in():
    content = as_word(text("letter", signatures=(Signature("", "ตำแหน่ง"),)))
    assert re.search(r"^\(\.{20,}\)$", whole_text(content), re.MULTILINE)


@pytest.mark.parametrize(("layout", "numbered"), [("memo", False), ("table", True)])
def test_pages_are_numbered_in_thai_but_for_the_first_of_correspondence(layout, numbered):
    content = as_word(text(layout))
    section = opened(content).sections[0]
    form = section._sectPr.find(qn("w:pgNumType"))
    assert form.get(qn("w:fmt")) == "thaiNumbers"
    first = section.first_page_header if not numbered else section.header
    assert bool(first._element.findall(f".//{qn('w:fldSimple')}")) == numbered
    assert section.header._element.findall(f".//{qn('w:fldSimple')}")
    assert "ร่าง" in "".join(p.text for p in first.paragraphs)


def test_an_edition_bears_no_mark():
    published = {key: said for key, said in FIELDS.items() if key != "mark"}
    assert "ร่าง" not in whole_text(as_word(text("report", *BLOCKS, fields=published)))


def test_a_new_page_begins_where_it_is_told():
    content = as_word(text("table", Paragraph(runs("หน้าแรก")), PageBreak(), table([])))
    assert sum(bool(p.paragraph_format.page_break_before) for p in opened(content).paragraphs) == 1


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("https://forms.gle/a?x=1&y=ก ข", "https://forms.gle/a?x=1&amp;y=%E0%B8%81%20%E0%B8%82"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
    ],
)
def test_only_the_web_stands_behind_a_link(address, leads_to):
    content = as_word(text("memo", Paragraph(runs("ลิงก์", link=address))))
    relations = parts(content)["word/_rels/document.xml.rels"]
    assert ("hyperlink" in relations) == bool(leads_to)
    assert (leads_to or "") in relations
    assert "ลิงก์" in whole_text(content)


def test_sizes_of_all_letters_go_along():
    half = as_word(text("report", *BLOCKS), size=8)
    assert opened(half).styles["Title"].font.size == Pt(12)
    assert opened(half).styles["Normal"].font.size == Pt(8)


def kept(content):
    """Say of each row of the first table whether the next one stays on its page."""
    rows = opened(content).tables[0].rows
    return [bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in rows]


@pytest.mark.parametrize(("rows", "together"), [(10, True), (11, False)])
def test_a_table_of_a_few_rows_stays_on_one_page(rows, together):
    made = as_word(text("report", table([(runs("ก"), runs("ข"))] * rows)))
    assert kept(made) == [True, *[together] * (rows - 3), True, True, False]
    long = as_word(text("report", table([(runs("ก"), runs("ข " * 400))] * rows)))
    assert kept(long) == [True, *[False] * (rows - 3), True, True, False]


def test_what_leads_to_a_figure_stays_on_its_page():
    blocks = (Paragraph(runs("ประโยคหนึ่ง")), Paragraph(runs("นำสู่ภาพ")), Figure(png(), "ภาพ"))
    made = as_word(text("report", *blocks))
    assert paragraph(made, "นำสู่ภาพ").paragraph_format.keep_with_next
    assert not paragraph(made, "ประโยคหนึ่ง").paragraph_format.keep_with_next
