"""The office's page as a person meets it: readable for all, and marked on every sheet of paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from report import publish

CHROMIUM = Path("/usr/bin/chromium")
MARK = "ภายในเท่านั้น"
"""The beginning: PDFium reads a mark above a letter twice in what follows."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}"),
]


@pytest.fixture(scope="module")
def page(browser, release, tmp_path_factory):
    """Return the office's page in a browser, with everything unfolded."""
    folder = tmp_path_factory.mktemp("office")
    publish(release, folder)
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto((folder / "internal" / "index.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    page.evaluate("document.fonts.ready")
    yield page
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_it_can_be_read_by_those_who_do_not_see_it(page, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is missing")
    page.set_viewport_size({"width": width, "height": 844})
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_no_cell_of_the_table_of_heat_overflows(page):
    page.set_viewport_size({"width": 1280, "height": 844})
    overflowing = page.evaluate(
        """[...document.querySelectorAll('.heat td')]
             .filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.innerText)"""
    )
    assert overflowing == []


def test_on_a_phone_the_table_of_heat_is_panned_and_the_page_stays(page):
    page.set_viewport_size({"width": 390, "height": 844})
    inside, outside = page.evaluate(
        "[document.querySelector('.panned').scrollWidth, document.documentElement.scrollWidth]"
    )
    assert inside > 390 >= outside


def test_every_printed_sheet_says_that_it_is_internal(page):
    pypdfium2 = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as document:
        sheets = [sheet.get_textpage().get_text_bounded() for sheet in document]
    assert len(sheets) > 3
    assert [number for number, text in enumerate(sheets, 1) if not text.startswith(MARK)] == []
