"""Documents as PDF: what is said arrives to the letter, in words, rows and tags."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from matplotlib.figure import Figure as Drawing
from pdf_reading import outside, pages, solid, tags, text

import config
from report.documents.blocks import (
    Figure,
    Heading,
    Item,
    OfficialText,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Table,
)
from report.documents.pdf import as_pdf

LAYOUTS = ("memo", "letter", "report", "table")
TRICKY = (
    "ผู้ว่าราชการ ที่ทำการ น้ำ ป้องกัน กำลัง ปฏิบัติหน้าที่ ซื้อ ฟื้นฟู ญี่ปุ่น ฐานข้อมูล กตัญญู สิ่งแวดล้อม "
    "ศูนย์ดำรงธรรม เชื่อมั่น ปี่ ปิ๊ ที่นี่ ฝั่ง ฟ้า ปู่ ๒๕๖๖"
)
HEADLINE = (
    "ณ วันที่ ๓๐ เมษายน ๒๕๖๖ รับทราบครบทั้ง ๕ ฉบับแล้ว ๑๔,๒๐๐ คน จาก ๑๕,๐๐๐ คน คิดเป็นร้อยละ ๙๔.๗ "
    "ครบทุกคนแล้ว ๒๘ จาก ๓๔ หน่วยงาน"
)


def runs(words):
    return (Run(words),)


def paragraphs(*words):
    return tuple(Paragraph(runs(each)) for each in words)


def table(*rows, widths=(0.2, 0.8)):
    return Table(
        header=tuple(runs(f"หัว{column}") for column, _ in enumerate(widths)),
        rows=tuple(tuple(runs(cell) for cell in row) for row in rows),
        widths=widths,
        aligns=("left",) * len(widths),
        caption="ตารางตัวอย่าง",
    )


def picture():
    drawing = BytesIO()
    Drawing((1, 1)).savefig(drawing, format="png")
    return drawing.getvalue()


def document(*blocks, layout="report", signatures=(), landscape=False, **fields):
    return OfficialText("ตัวอย่าง", layout, blocks, fields, signatures, landscape)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_tricky_word_and_every_space_is_read_back(layout):
    [*_, page] = pages(as_pdf(document(*paragraphs(TRICKY), table(("๑", TRICKY)), layout=layout)))
    assert page.replace("\r\n", " ").count(TRICKY) == 2
    assert solid(page).count(solid(TRICKY)) == 2


@pytest.mark.parametrize("layout", LAYOUTS)
def test_figures_are_read_back_exactly_in_text_and_tables(layout):
    read = text(as_pdf(document(*paragraphs(HEADLINE), table(("๑", HEADLINE)), layout=layout)))
    assert solid(read).count(solid(HEADLINE)) == 2


def test_every_agency_of_the_register_is_read_back():
    register = Path(config.__file__).parent / "template" / "agencies.csv"
    with register.open(encoding="utf-8-sig", newline="") as rows:
        names = [row["name"] for row in csv.DictReader(rows)]
    read = text(as_pdf(document(table(*([str(place), name] for place, name in enumerate(names))))))
    assert len(names) == 34
    assert [name for name in names if name not in read] == []


def test_a_line_ends_between_words_and_after_a_whole_figure():
    broken = pages(as_pdf(document(*paragraphs("จังหวัดเชียงราย มี ๑๔,๒๐๐ คน " * 40))))
    lines = [line for page in broken for line in page.splitlines()]
    ends = {line.rsplit(" ", 1)[-1] for line in lines if line}
    assert len(lines) > 10
    assert ends <= {"จังหวัด", "จังหวัดเชียงราย", "เชียงราย", "มี", "คน", "๑/๑", ""}


def test_a_name_too_long_for_a_piece_ends_a_line_between_its_words():
    name = "สำนักงานการท่องเที่ยวและกีฬาจังหวัดเชียงราย"
    sentence = f"ณ วันที่ ๑๔ พฤษภาคม ๒๕๖๖ บุคลากรของ{name} "
    content = as_pdf(document(*paragraphs(sentence * 30)), names=(name,))
    lines = [line.rstrip() for page in pages(content) for line in page.splitlines()]
    assert not [line for line in lines if line.endswith("เชี")]
    assert solid(text(content)).count(name) == 30


def test_a_name_wider_than_its_column_ends_a_line_between_its_words():
    name = "สำนักงานขนส่งจังหวัดเชียงราย"
    content = as_pdf(document(table((f"ได้แก่ {name}", "ข"), widths=(0.17, 0.83))), names=(name,))
    lines = [line.strip() for page in pages(content) for line in page.splitlines()]
    assert [line for line in lines if len(line) > 1 and line in name] == [
        "ขนส่งจังหวัด",
        "เชียงราย",
    ]
    assert "ได้แก่ สำนักงาน" in lines


def test_screen_readers_find_headings_paragraphs_tables_and_what_a_picture_shows():
    found = tags(
        as_pdf(
            document(
                Heading(1, runs("๑. เรื่องเดิม")),
                Heading(3, runs("๑.๑ ข้อเท็จจริง")),  # a level is never left out
                Heading(2, runs(" ")),  # nor is one empty
                *paragraphs("ข้อความ"),
                table(("ก", "ข"), ("ค", "ง")),
                Figure(picture(), "แผนภูมิแท่งรายหน่วยงาน", "ภาพที่ ๑"),
                title="รายงาน",
            )
        )
    )
    kinds = [kind for kind, _ in found]
    assert [kind for kind in kinds if kind.startswith("H")] == ["H1", "H2"]
    assert {kind: kinds.count(kind) for kind in ("Table", "THead", "TR", "TH", "TD")} == {
        "Table": 1, "THead": 1, "TR": 3, "TH": 2, "TD": 4,
    }  # fmt: skip
    assert "P" in kinds[: kinds.index("Table")]
    assert ("Figure", "แผนภูมิแท่งรายหน่วยงาน") in found


def test_the_header_stands_on_every_page_and_no_row_is_torn_apart():
    rows = [
        (f"แถว{place:03}", f"เริ่ม{place:03} {'โรงเรียน ' * 60}จบ{place:03}") for place in range(40)
    ]
    read = pages(as_pdf(document(table(*rows), layout="table")))
    assert len(read) > 2
    assert all("หัว0" in page and "หัว1" in page for page in read)
    for place in range(40):
        whole = [f"เริ่ม{place:03}" in page and f"จบ{place:03}" in page for page in read]
        assert whole.count(True) == 1, place


def test_a_row_longer_than_a_page_comes_out_whole():
    long = "โรงเรียน " * 2000 + "คำสุดท้าย"
    made = as_pdf(document(table(("๑", long), ("๒", "แถวหลัง")), layout="table"))
    read = pages(made)
    assert len(read) > 2
    assert outside(made) == ""
    assert sum(solid(page).count("โรงเรียน") for page in read) == 2000
    assert "คำสุดท้าย" in "".join(read[-2:])
    assert "แถวหลัง" in read[-1]


def test_a_memo_has_the_labels_and_orders_of_the_official_form():
    signed = (
        Signature("นางสาวสมมติ ตัวอย่าง", "หัวหน้าสำนักงานจังหวัดเชียงราย"),
        Signature("", "ผู้ว่าราชการจังหวัดเชียงราย", order="- เห็นชอบ\n- อนุมัติตามเสนอ"),
    )
    [page] = pages(
        as_pdf(
            document(
                Item("๓.๑", runs("เห็นชอบรายงาน")),
                layout="memo",
                signatures=signed,
                department="สำนักงานจังหวัดเชียงราย",
                number="ชร ๐๐๑๗.๕/",
                date="๓๑ มีนาคม ๒๕๖๖",
                subject="รายงานผล",
                to="ผู้ว่าราชการจังหวัดเชียงราย",
                mark="ร่าง",
                data_as_of="ข้อมูล ณ วันที่ ๓๐ เมษายน ๒๕๖๖",
            )
        )
    )
    for said in (
        "บันทึกข้อความ", "ส่วนราชการ สำนักงานจังหวัดเชียงราย", "ที่ ชร ๐๐๑๗.๕/", "วันที่ ๓๑ มีนาคม ๒๕๖๖",
        "เรื่อง รายงานผล", "เรียน ผู้ว่าราชการจังหวัดเชียงราย", "๓.๑ เห็นชอบรายงาน",
        "(นางสาวสมมติ ตัวอย่าง)\r\nหัวหน้าสำนักงานจังหวัดเชียงราย", "- เห็นชอบ\r\n- อนุมัติตามเสนอ", "ร่าง",
        "ข้อมูล ณ วันที่ ๓๐ เมษายน ๒๕๖๖",
    ):  # fmt: skip
        assert said in page, said


@pytest.mark.parametrize("lines", range(30, 48))
def test_a_signature_stands_on_one_page_and_never_alone(lines):
    signed = (Signature("นายสมมติ ตัวอย่าง", "หัวหน้าสำนักงานจังหวัดเชียงราย"),)
    blocks = paragraphs(*(f"บรรทัด{place}" for place in range(lines)))
    read = pages(as_pdf(document(*blocks, layout="memo", signatures=signed)))
    [page] = [page for page in read if "นายสมมติ" in page]
    assert "หัวหน้าสำนักงานจังหวัดเชียงราย" in page
    assert "บรรทัด" in page


def test_a_letter_says_what_it_refers_to_and_what_comes_with_it():
    [page] = pages(
        as_pdf(
            document(
                *paragraphs("ตามที่อ้างถึง"),
                layout="letter",
                number="ชร ๐๐๑๗.๕/ว ๑",
                department="ศาลากลางจังหวัดเชียงราย\nถนนสมมติ",
                date="๓๑ มีนาคม ๒๕๖๖",
                subject="ขอส่งรายงาน",
                to="ผู้อำนวยการ",
                references="หนังสือที่หนึ่ง\nหนังสือที่สอง",
                attachments="รายงาน จำนวน ๑ เล่ม",
                closing="ขอแสดงความนับถือ",
                contact="กลุ่มงานสมมติ\nโทร. ๐ ๐๐๐๐ ๐๐๐๐",
                signatures=(Signature("นายสมมติ ตัวอย่าง", "ผู้ว่าราชการจังหวัดเชียงราย"),),
            )
        )
    )
    for said in (
        "ที่ ชร ๐๐๑๗.๕/ว ๑", "ศาลากลางจังหวัดเชียงราย\r\nถนนสมมติ", "เรื่อง ขอส่งรายงาน", "เรียน ผู้อำนวยการ",
        "อ้างถึง หนังสือที่หนึ่ง\r\nหนังสือที่สอง", "สิ่งที่ส่งมาด้วย รายงาน จำนวน ๑ เล่ม", "โทร. ๐ ๐๐๐๐ ๐๐๐๐",
    ):  # fmt: skip
        assert said in page, said
    assert page.index("ขอแสดงความนับถือ") < page.index("นายสมมติ")


def test_pages_are_numbered_in_thai_digits():
    chapters = [
        block
        for chapter in "๑๒๓"
        for block in (Heading(1, runs(f"{chapter} บท")), *paragraphs("ก"), PageBreak())
    ]
    read = pages(as_pdf(document(*chapters, title="รายงานความเสี่ยง")))
    assert [page.rstrip().splitlines()[-1] for page in read[1:4]] == [
        "หน้า ๑/๓", "หน้า ๒/๓", "หน้า ๓/๓",
    ]  # fmt: skip
    assert "หน้า" not in read[0]
    memo = pages(as_pdf(document(*chapters, layout="memo")))
    assert "- ๑ -" not in memo[0]
    assert "- ๒ -" in memo[1]


@pytest.mark.parametrize(
    "said",
    [
        "R&D", "<b>x</b>", "$x$", "#pagebreak()", "*หนา*", "_เอน_", "|", "{{7*7}}", "\\u{41}",
        '"อ้าง"', "'อ้าง'", "]", "[", "@x", "<ป้าย>", "= หัว", "- ข้อ", "+ ข้อ", "/ ก: ข", "`รหัส`", "~",
        "---", "...", "//", "/* */", "#sys.inputs", "&amp;", "=1+1", "😀", "👩‍⚕️", "ສົມ", "✓",
        "x" * 500, "ก" * 500, "https://example.go.th/ก?x=1#y", "50%",
    ],
)  # fmt: skip
def test_nothing_that_is_said_is_read_as_markup(said):
    fields = dict.fromkeys(
        ("department", "number", "date", "subject", "to", "references", "attachments", "closing",
         "contact", "title", "subtitle", "data_as_of", "mark"), said,
    )  # fmt: skip
    for layout in LAYOUTS:
        read = solid(
            text(
                as_pdf(
                    document(
                        Heading(1, runs(said)),
                        Paragraph((Run(said, bold=True, link=said), Run(said))),
                        Item(said, runs(said)),
                        table((said, said), widths=(0.05, 0.95)),
                        Figure(picture(), said, said),
                        layout=layout,
                        signatures=(Signature(said, said, said),),
                        **fields,
                    ),
                    names=(said,),
                )
            )
        )
        assert read.count(solid(said)) >= 12, layout


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("said", ["x" * 500, "ก" * 500, "W" * 30, "สาธารณสุข" * 9, "a/b/" * 99])
def test_what_is_too_long_stays_on_the_sheet_and_in_its_order(said, layout):
    made = as_pdf(
        document(
            *paragraphs(said),
            Item("๑", runs(said)),
            table((said, said, said), widths=(0.04, 0.06, 0.9)),
            layout=layout,
            signatures=(Signature(said, "ตำแหน่ง", "เห็นชอบ"),),
            department=said, number=said, date=said, subject=said, to=said, contact=said,
            title=said, subtitle=said,
        )
    )  # fmt: skip
    assert outside(made) == ""
    assert solid(said) in solid(text(made))


@pytest.mark.parametrize(
    "said", ["ก\x0bข", "ก\x00ข", "ก\ufffeข", "ก\ud800ข", "ก\u200bข", "ก\u202eข", "ก\xadข"]
)
def test_what_no_document_carries_goes_and_the_rest_stays(said):
    made = document(
        Heading(1, runs(said)),
        Paragraph((Run(said, link="https://x.go.th/\ud800"),)),
        Figure(picture(), said),
        title=said,
    )
    assert text(as_pdf(made)).count("กข") >= 3


@pytest.mark.parametrize("said", ["", " ", "\n", "\xa0", "\u2028", "\x0b", "\u0e48"])
def test_saying_nothing_loses_no_document(said):
    for layout in LAYOUTS:
        made = document(
            Heading(2, runs(said)), Item(said, runs(said)), table((said, said)),
            Figure(picture(), said, said), *paragraphs(said, "ท้ายเรื่อง"),
            layout=layout, title=said, to=said, signatures=(Signature(said, said),),
        )  # fmt: skip
        assert "ท้ายเรื่อง" in text(as_pdf(made))


def test_a_line_break_is_kept_and_spaces_in_a_row_are_one():
    [_, page] = pages(
        as_pdf(document(*paragraphs("บรรทัดหนึ่ง\nบรรทัดสอง\r\nสมชาย \t ใจดี"), title="ก"))
    )
    assert "บรรทัดหนึ่ง\r\nบรรทัดสอง\r\nสมชาย ใจดี" in page


def test_only_an_address_can_be_followed():
    linked = as_pdf(document(Paragraph((Run("ก", link="https://example.go.th"),))))
    dangerous = as_pdf(document(Paragraph((Run("ก", link="javascript:alert(1)"),))))
    assert ("Link", "") in tags(linked)
    assert ("Link", "") not in tags(dangerous)


def test_the_office_s_own_garuda_is_set_and_a_broken_one_loses_nothing():
    memo = document(*paragraphs("ข้อความ"), layout="memo")
    assert ("Figure", "ตราครุฑ") in tags(as_pdf(replace(memo, garuda=picture())))
    for broken in (b"", b"GIF89a", picture()[:60], picture()[:-40]):
        assert as_pdf(replace(memo, garuda=broken)) == as_pdf(memo)


def test_the_same_document_gives_the_same_bytes():
    made = document(*paragraphs(TRICKY), table(("ก", HEADLINE)), title="รายงาน")
    assert as_pdf(made) == as_pdf(made)
    assert b"CreationDate" not in as_pdf(made)


@pytest.mark.parametrize("above", range(34, 46, 2))
def test_a_table_of_a_few_rows_stays_on_one_page(above):
    rows = [(f"แถวที่{number}", "ข") for number in range(6)]
    made = document(*paragraphs(*["ก"] * above), table(*rows), layout="table", title="ก")
    [page] = [page for page in pages(as_pdf(made)) if "แถวที่0" in solid(page)]
    assert "แถวที่5" in solid(page)


@pytest.mark.parametrize("above", range(28, 40, 2))
def test_what_leads_to_a_figure_stays_on_its_page(above):
    blocks = (*paragraphs(*["ก"] * above), *paragraphs("นำสู่ภาพ"), Figure(picture(), "ภาพ", "ใต้ภาพ"))
    made = document(*blocks, layout="table", title="ก")
    [page] = [page for page in pages(as_pdf(made)) if "นำสู่ภาพ" in solid(page)]
    assert "ใต้ภาพ" in solid(page)
