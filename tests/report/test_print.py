"""The pages on A4, as a browser's own print command makes them."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from chromium import NEEDS_CHROMIUM
from sample import OFFICES, SITE

from config.thai import thai_digits

pytestmark = [
    *NEEDS_CHROMIUM,
    pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext (poppler-utils)"),
]
SHORT, LONG = 595, 842  # A4 in points


@pytest.fixture(scope="module")
def printed(browser, site, tmp_path_factory):
    """Return a function that prints a page: size and text, without white space, of each sheet."""
    folder = tmp_path_factory.mktemp("printed")

    @cache
    def print_page(name):
        pdf = folder / f"{Path(name).stem}.pdf"
        page = browser.new_page()
        page.goto((site / name).as_uri())
        page.evaluate("document.fonts.ready")
        page.pdf(path=pdf, prefer_css_page_size=True)
        page.close()
        # Poppler, for pdfium reads a mark that Sarabun shifts as two letters.
        read = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True)
        texts = read.stdout.decode().split("\f")
        sizes = [tuple(map(round, sheet.get_size())) for sheet in pdfium.PdfDocument(pdf)]
        return [(size, "".join(text.split())) for size, text in zip(sizes, texts, strict=False)]

    return print_page


@pytest.mark.parametrize("name", SITE)
def test_every_sheet_is_a4_and_says_its_state_its_day_and_its_number(printed, name):
    sheets = printed(name)
    size = (LONG, SHORT) if name.endswith(("o42.html", "o43.html")) else (SHORT, LONG)
    for number, (found, text) in enumerate(sheets, start=1):
        assert found == size
        assert "ร่าง·ข้อมูลณวันที่๒๘เมษายน๒๕๖๖" in text
        assert thai_digits(f"หน้า{number}จาก{len(sheets)}") in text


def test_the_head_of_a_table_repeats_on_every_sheet_that_it_reaches(printed):
    agencies = [sheet for _, sheet in printed("public/index.html") if "อยู่ระหว่างดำเนินการ" in sheet]
    assert len(agencies) > 1
    assert all("ครบทุกฉบับ" in sheet for sheet in agencies)


def test_no_agency_is_torn_or_lost(printed):
    sheets = [text for _, text in printed("public/index.html")]
    for place, office in enumerate(OFFICES, start=1):
        row = thai_digits(f"{place}.{office}")
        assert sum(sheet.count(row) for sheet in sheets) == 2  # all notices, and notice by notice


def test_what_opens_on_the_screen_is_open_on_paper(printed):
    text = "".join(text for _, text in printed("public/risk.html"))
    assert "จำนวนคำตอบ(ร้อยละ)ในแต่ละระดับ" in text
    assert "ผลกระทบ๕" in text
