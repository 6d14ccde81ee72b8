"""A document's page in a real browser: whole on a phone, A4 on paper, open to a screen reader."""

from __future__ import annotations

import pypdfium2
import pytest
from chromium import NEEDS_CHROMIUM

from report.documents.blocks import Heading, Item, OfficialText, Paragraph, Run, Signature, Table
from report.documents.html import as_html

LONG = "สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัดเชียงราย"
FIELDS = {
    "department": "สำนักงานจังหวัดเชียงราย",
    "number": "ชร ๐๐๑๗.๕/",
    "date": "",
    "subject": f"ขอความเห็นชอบ{LONG}",
    "title": f"รายงาน{LONG}",
    "to": "ผู้ว่าราชการจังหวัดเชียงราย",
    "attachments": "๑. แบบแจ้ง\n๒. รายชื่อ",
    "closing": "ขอแสดงความนับถือ",
    "contact": "โทร. ๐ ๕๓๑๕ ๐๑๖๓",
    "data_as_of": "ข้อมูล ณ วันที่ ๒๘ เมษายน ๒๕๖๖",
    "mark": "ร่าง",
}
SIGNATURES = (
    Signature("นายสมมติ ทดสอบ", "หัวหน้าสำนักงานจังหวัดเชียงราย"),
    Signature("(ชื่อ)", "ผู้ว่าราชการจังหวัดเชียงราย", "(.....) เห็นชอบ"),
)


def runs(text):
    return (Run(text),)


def document(layout, *, landscape=False):
    rows = tuple((runs(f"แถว {number}"), runs(LONG), runs("๙๔.๗")) for number in range(60))
    blocks = (
        Heading(1, runs("๑. เรื่องเดิม")),
        Paragraph(runs(LONG * 8)),
        Item("(๑)", runs("ก" * 400)),
        Table(
            tuple(map(runs, ("ที่", "หน่วยงาน", "Percent"))), rows, (1, 6, 2), ("left",) * 3, "ตาราง"
        ),
    )
    return OfficialText("ทดสอบ", layout, blocks, FIELDS, SIGNATURES, landscape)


@pytest.fixture
def opened(browser, tmp_path):
    pages = []

    def open_document(text, width):
        place = tmp_path / "document.html"
        place.write_bytes(as_html(text))
        pages.append(browser.new_page(viewport={"width": width, "height": 844}))
        pages[-1].goto(place.as_uri())
        pages[-1].evaluate("document.fonts.ready")
        return pages[-1]

    yield open_document
    for page in pages:
        page.close()


pytestmark = NEEDS_CHROMIUM


@pytest.mark.parametrize("layout", ["memo", "letter", "report", "table"])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_screen(opened, layout, width):
    page = opened(document(layout, landscape=layout == "table"), width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.fonts.check('16px Sarabun')")


@pytest.mark.parametrize(("landscape", "size"), [(False, (595, 842)), (True, (842, 595))])
def test_on_paper_it_is_a4_dated_on_each_sheet_and_heads_repeat(opened, landscape, size):
    page = opened(document("report", landscape=landscape), 1280)
    sheets = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert len(sheets) > 1
    texts = [sheet.get_textpage().get_text_range() for sheet in sheets]
    assert all(tuple(round(side) for side in sheet.get_size()) == size for sheet in sheets)
    squeezed = ["".join(text.split()) for text in texts]
    assert all("๒๘เมษายน๒๕๖๖" in text for text in squeezed)
    assert [text.count("Percent") for text in squeezed if "แถว" in text] == [
        1 for text in squeezed if "แถว" in text
    ]


def test_a_screen_reader_finds_its_way(opened):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = opened(document("memo"), 1280)
    found = axe.Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"][:80]) for rule in found] == []
