"""A poster per agency: its name, what to sign, by when, and a code that leads to its own link."""

from __future__ import annotations

import html
import re
import subprocess
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from answers import answer_of, link
from odd_names import ODD_CAMPAIGN

from collector.forms import read_made
from report.forms import form_files

CHROMIUM = Path("/usr/bin/chromium")
A4 = (595, 842)
MADE = read_made(answer_of(ODD_CAMPAIGN), ODD_CAMPAIGN, "answer")
NO_LINK = "ยังไม่มีลิงก์"


def files(made, **changes):
    campaign = ODD_CAMPAIGN.model_copy(update=changes)
    return {document.name: document.content for document in form_files(campaign, made)}


def shown(page):
    """Return what a page says."""
    body = page.decode().partition("<main>")[2]
    body = re.sub("(?s)<svg.*?</svg>", "", body)
    return html.unescape(re.sub("<[^>]*>", "", body))


@pytest.fixture(scope="module")
def linked():
    return files(MADE)


def test_every_agency_has_a_poster_and_all_stand_in_one_file(linked):
    together = shown(linked["โปสเตอร์ทุกหน่วยงาน.html"])
    for agency in ODD_CAMPAIGN.agencies:
        alone = shown(linked[f"posters/{agency.id}.html"])
        for said in (agency.name, "ภายในวันที่ ๓๐ เมษายน ๒๕๖๖", "เก็บเท่าที่จำเป็น"):
            assert said in alone
            assert said in together
        for notice in ODD_CAMPAIGN.notices:
            assert notice.title in alone
        assert NO_LINK not in alone


def test_a_name_never_becomes_markup(linked):
    for agency in ODD_CAMPAIGN.agencies:
        assert b"<script" not in linked[f"posters/{agency.id}.html"]
        assert b"</script" not in linked[f"posters/{agency.id}.html"]


def test_before_the_forms_are_made_a_poster_says_that_it_has_no_link():
    before = files(None)
    assert "links.csv" not in before
    for agency in ODD_CAMPAIGN.agencies:
        page = before[f"posters/{agency.id}.html"]
        assert NO_LINK in shown(page)
        assert b"<svg" not in page


def test_a_poster_says_for_what_each_code_is_and_what_to_do_with_it(linked):
    said = shown(linked["posters/skills.html"])
    assert said.index("๑. ลงนามรับทราบ") < said.index("๒. ประเมินความเสี่ยง (ไม่เก็บชื่อ)")
    assert said.count("ชื่อหน่วยงานเลือกไว้ให้แล้ว") == 2
    general = files(None, signoff_url="https://forms.gle/abc")["posters/skills.html"]
    assert "แล้วเลือกหน่วยงานของท่าน" in shown(general)
    assert general.count(b"<svg") == 1
    assert "เลือกไว้ให้แล้ว" not in shown(general)


def test_the_survey_has_a_code_once_its_address_is_known(linked):
    assert "โปสเตอร์-EIT.html" in linked
    for nowhere in ("", "javascript:alert(1)"):
        assert not any("EIT" in name for name in files(MADE, eit_url=nowhere))


def test_pages_find_their_typeface(linked):
    for name, up in (("โปสเตอร์ทุกหน่วยงาน.html", ""), ("posters/skills.html", "../")):
        urls = re.findall(r'url\("([^"]+)"\)', linked[name].decode())
        assert len(urls) == 2
        assert all(url.removeprefix(up) in linked for url in urls)


@pytest.fixture(scope="module")
def printed(linked, tmp_path_factory):
    """Return what prints a page: for each sheet its size and the codes a reader finds on it."""
    folder = tmp_path_factory.mktemp("posters")
    for name, content in linked.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)

    def sheets(name):
        pdf = folder / "printed.pdf"
        subprocess.run(
            [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             f"--user-data-dir={folder / 'browser'}", f"--print-to-pdf={pdf}",
             (folder / name).as_uri()],
            check=True, capture_output=True,
        )  # fmt: skip
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [(page.get_size(), [code.text for code in _codes(page)]) for page in document]
        finally:
            document.close()

    return sheets


def _codes(page):
    """Return the codes from left to right."""
    found = zxingcpp.read_barcodes(page.render(scale=2).to_numpy())
    return sorted(found, key=lambda code: code.position.top_left.x)


needs_a_browser = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}")


@pytest.mark.slow
@needs_a_browser
def test_another_reader_finds_each_agencys_own_link_on_its_printed_sheet(printed):
    sheets = printed("โปสเตอร์ทุกหน่วยงาน.html")
    both = [[link("signoff", agency), link("coi", agency)] for agency in ODD_CAMPAIGN.agencies]
    assert [codes for _size, codes in sheets] == both
    for size, _codes_found in sheets:
        assert size == pytest.approx(A4, abs=1)
    for agency, codes in zip(ODD_CAMPAIGN.agencies, both, strict=True):
        assert printed(f"posters/{agency.id}.html")[0][1] == codes


@pytest.mark.slow
@needs_a_browser
def test_the_surveys_code_leads_to_the_survey(printed):
    (sheet,) = printed("โปสเตอร์-EIT.html")
    assert sheet[1] == [ODD_CAMPAIGN.eit_url]
