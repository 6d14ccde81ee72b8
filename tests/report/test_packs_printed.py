"""The sheets to sign as Chromium prints them: A4, repeated heads, every name legible."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pypdfium2
import pytest
import sample
import zxingcpp
from answers import answer_of, link
from builders import AGENCIES, NOTICES, tiny_campaign
from stored import signoffs

from collector.forms import read_made
from config.campaign import RosterPerson
from config.thai import thai_digits
from report.facts import Facts
from report.packs import agency_packs
from report.pages.assets import asset_documents

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}"),
]
# Chromium writes marks above a letter twice into the text layer: what is looked for has none.
PEOPLE = tuple(
    RosterPerson(
        agency=AGENCIES[0].id, first_name=f"Invented{place:02}", last_name="Person",
        position="นักวิเคราะห์นโยบายและแผนชำนาญการพิเศษ", staff_type="official",
    )
    for place in range(40)
)  # fmt: skip
TITLES, SHORT_TITLES = ("First notice", "Second notice"), ("Notice I", "Notice II")
CAMPAIGN = tiny_campaign(
    people=PEOPLE,
    notices=tuple(
        notice.model_copy(update={"title": title, "short_title": short})
        for notice, title, short in zip(NOTICES, TITLES, SHORT_TITLES, strict=True)
    ),
)
A4 = (595, 842)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """Return the pages of an agency with forty people who have signed nothing."""
    out = tmp_path_factory.mktemp("out")
    summary = signoffs(people=PEOPLE, notices=CAMPAIGN.notices)
    made = read_made(answer_of(CAMPAIGN), CAMPAIGN, "answer")
    facts = Facts(summary, CAMPAIGN, sample.run(), sample.NOW, made=made)
    for document in (*asset_documents("internal"), *agency_packs(facts)):
        place = out / document.name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(document.content)
    page = out / f"internal/agencies/{AGENCIES[0].id}/แบบลงนาม.html"
    pdf = out / "sheets.pdf"
    subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
         f"--print-to-pdf={pdf}", page.as_uri()],
        check=True, capture_output=True,
    )  # fmt: skip
    document = pypdfium2.PdfDocument(pdf)
    yield [
        (page.get_size(), _squeezed(page.get_textpage().get_text_bounded()), _codes(page))
        for page in document
    ]
    document.close()


def _codes(page):
    found = zxingcpp.read_barcodes(page.render(scale=3).to_numpy())
    return sorted(code.text for code in found)


def test_beside_each_certificate_stand_the_agencys_own_links(printed):
    own = sorted(link(form, AGENCIES[0]) for form in ("signoff", "coi"))
    assert [codes for _size, _text, codes in printed if codes] == [own] * len(NOTICES)


def _squeezed(text):
    return "".join(text.split())


def test_every_page_is_a4_upright_and_numbered(printed):
    assert len(printed) >= 4
    for place, (size, text, _codes) in enumerate(printed, start=1):
        assert size == pytest.approx(A4, abs=1)
        assert thai_digits(f"{place}/{len(printed)}") in text


def test_heads_are_repeated_on_every_page_with_names(printed):
    with_names = [text for _size, text, _codes in printed if "Person" in text]
    assert len(with_names) >= 4
    for text in with_names:
        assert "ตำแหน่ง" in text.replace("ชำนาญ", "")
        assert any(f"·{_squeezed(title)}" in text for title in SHORT_TITLES)


def test_each_notice_begins_a_page_and_names_everybody_once(printed):
    for title in TITLES:
        assert sum(_squeezed(title) in text for _size, text, _codes in printed) == 1
    everything = "".join(text for _size, text, _codes in printed)
    for place in range(40):
        assert everything.count(f"Invented{place:02}Person") == len(NOTICES)


def test_the_certificate_is_not_torn_from_page_to_page(printed):
    holding = [text for _size, text, _codes in printed if "(.........." in text]
    assert len(holding) == len(NOTICES)
    assert all("พ.ศ....." in text for text in holding)
