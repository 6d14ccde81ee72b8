"""Letters of the rehearsal on paper: one sheet each, as LibreOffice and the PDF writer set them."""

from __future__ import annotations

import pdf_reading
import pytest
from letters import letter, reminder
from libreoffice import FONT, NEEDS_LIBREOFFICE, SIZE, printed

from rapsap.refreshing import aggregate_only
from report.documents.pdf import as_pdf
from report.documents.register import AGENCY_DOCUMENTS
from report.documents.word import as_word
from report.documents.writing import unbroken_names
from report.facts import Facts

pytestmark = NEEDS_LIBREOFFICE
LETTERS = ("circular", "headcount", "headcount-form")


@pytest.fixture(scope="module")
def of(refreshed_demo, refreshed_at):
    campaign, summary = aggregate_only(
        refreshed_demo, now=refreshed_at, progress=lambda _step: None
    )
    return Facts(summary, campaign, {}, refreshed_at)


@pytest.fixture(scope="module")
def texts(of):
    """Return the letters, and a reminder for each state that an agency can be in."""
    by_state = {row.state: row.agency_id for row in of.summary.agencies.itertuples()}
    del by_state["complete"]
    assert len(by_state) >= 4
    return [letter(name, of) for name in LETTERS] + [reminder(id_, of) for id_ in by_state.values()]


def test_each_is_one_sheet_of_word(texts, tmp_path):
    for place, text in enumerate(texts):
        folder = tmp_path / str(place)
        folder.mkdir()
        pages, faces = printed(as_word(text, font=FONT, size=SIZE), folder)
        assert len(pages) == 1
        assert "ร่าง" in pages[0]
        assert "Noto" not in faces


def test_each_that_is_made_as_pdf_is_one_sheet(texts, of):
    names, letters = unbroken_names(of.campaign), texts[: len(LETTERS)]
    assert [len(pdf_reading.pages(as_pdf(text, names=names))) for text in letters] == [1, 1, 1]


def test_a_reminder_is_made_as_word_alone():
    assert [entry.internal for entry in AGENCY_DOCUMENTS] == [("docx",)]
