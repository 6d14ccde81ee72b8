"""What people paste for a Google document: cut to its id, or refused with what to paste instead."""

from __future__ import annotations

import pytest

from config.cells import CellFault
from config.google_addresses import google_form_id, spreadsheet_id

SHEET = "1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-AbCdE"
FORM = "1ZyXwVuTsRqPoNmLkJiHgFeDcBa9876543210_-ZyXwV"


@pytest.mark.parametrize(
    "written",
    [
        SHEET,
        f"https://docs.google.com/spreadsheets/d/{SHEET}/edit#gid=0",
        f"https://docs.google.com/spreadsheets/d/{SHEET}/edit?gid=123&usp=sharing",
        f"https://docs.google.com/spreadsheets/d/{SHEET}",
        f"https://docs.google.com/spreadsheets/u/1/d/{SHEET}/htmlview",
        f"https://drive.google.com/file/d/{SHEET}/view",
        f"https://drive.google.com/open?id={SHEET}",
        f"docs.google.com/spreadsheets/d/{SHEET}/edit",
    ],
)
def test_an_address_of_a_sheet_is_cut_to_its_id(written):
    assert spreadsheet_id(written) == SHEET


@pytest.mark.parametrize(
    "written", [FORM, f"https://docs.google.com/forms/d/{FORM}/edit?pli=1#responses"]
)
def test_an_address_of_a_form_is_cut_to_its_id(written):
    assert google_form_id(written) == FORM


@pytest.mark.parametrize(
    "written",
    [
        "https://docs.google.com/spreadsheets/d/e/2PACX-1vQabcdefghijklmnopqrstu/pubhtml",
        f"https://docs.google.com/spreadsheets/d/{SHEET}/pub?output=csv",
        f"https://docs.google.com/forms/d/{FORM}/edit",
        "https://forms.gle/AbCdEfGh",
        "รายชื่อ",
        "1AbC",
        f"https://example.com/{SHEET}",
        f"{SHEET} ",
        f"{SHEET}!A1",
    ],
)
def test_what_leads_to_no_sheet_is_refused_with_what_to_paste(written):
    with pytest.raises(CellFault) as caught:
        spreadsheet_id(written)
    assert caught.value.fault
    assert caught.value.remedy


@pytest.mark.parametrize(
    "written",
    [
        "https://docs.google.com/forms/d/e/1FAIpQLSdabcdefghijklmnopqrstuvwxyz/viewform",
        "https://forms.gle/AbCdEfGh",
        f"https://docs.google.com/spreadsheets/d/{SHEET}/edit",
        "แบบลงนาม",
    ],
)
def test_what_leads_to_no_responses_is_refused_with_what_to_paste(written):
    with pytest.raises(CellFault) as caught:
        google_form_id(written)
    assert caught.value.remedy
