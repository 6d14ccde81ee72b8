"""Letters of a tiny province, composed, and what each format says when it is read back."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from html import unescape
from zoneinfo import ZoneInfo

import pdf_reading
import word_reading
from builders import signoff_row, tiny_campaign
from stored import signoffs

from config.campaign import DeclaredHeads, Signatory
from config.origin import TEMPLATE
from config.texts import read_texts
from report.documents.composing import compose
from report.documents.filling import filling
from report.documents.html import as_html
from report.documents.pdf import as_pdf
from report.documents.register import AGENCY_DOCUMENTS, DOCUMENTS
from report.documents.word import as_word
from report.facts import Facts
from report.packs.pack import packs

CLOSING_DAY_ENDS = datetime(2023, 5, 1, tzinfo=ZoneInfo("Asia/Bangkok"))
IN_TIME = CLOSING_DAY_ENDS - timedelta(seconds=1)
MORNING = "11/4/2023, 08:00:00"
LETTERHEAD = {
    "letter_number": "ชร ๐๐๑๗.๕/",
    "letter_address": ("ศาลากลางจังหวัดเชียงราย", "ถนนแม่ฟ้าหลวง ชร ๕๗๑๐๐"),
    "phone": "(มท) ๒๕๓๖๕",
    "contact": "กลุ่มงานบริหารทรัพยากรบุคคล",
}
GOVERNOR = Signatory(
    role="governor",
    name="(ชื่อผู้ว่าราชการจังหวัด)",
    position="ผู้ว่าราชการจังหวัดเชียงราย",
    verified=False,
)


def campaign_with(**changes):
    usual = {"texts": read_texts(TEMPLATE), "signatories": (GOVERNOR,), **LETTERHEAD}
    return tiny_campaign(**(usual | changes))


def facts(*rows, now=IN_TIME, made=None, **changes):
    """Return what sign-off rows come to under a tiny campaign with changes."""
    campaign = campaign_with(**changes)
    counted = {key: changes[key] for key in ("headcount", "notices") if key in changes}
    return Facts(signoffs(*rows, **counted), campaign, {}, now, made=made)


def letter(name, of):
    """Return a document that is one for all."""
    entry = next(entry for entry in DOCUMENTS if entry.name == name)
    return compose(name, entry.template, entry.given(of), of, filling(of.campaign.texts))


def reminder(agency_id, of):
    """Return an agency's reminder; None where it gets none."""
    entry = next(entry for entry in AGENCY_DOCUMENTS if entry.name == "reminder")
    given = entry.given(next(pack for pack in packs(of) if pack.agency.id == agency_id))
    return given and compose("reminder", entry.template, given, of, filling(of.campaign.texts))


def heads(agency_id, number):
    return (
        DeclaredHeads(agency=agency_id, staff_type="official", heads=number, on=date(2023, 3, 1)),
    )


def signers(number, **answers):
    return [signoff_row(f"สมมติ{'ก' * n}", MORNING, **answers) for n in range(number)]


def solid(words):
    """Return words without white space, as all formats have them in common."""
    return "".join(words.split())


def in_word(text):
    return solid(word_reading.whole_text(as_word(text)))


def in_pdf(text):
    return solid(pdf_reading.text(as_pdf(text)))


def on_a_page(text):
    page = re.sub(r"<(style|script).*?</\1>", "", as_html(text).decode(), flags=re.DOTALL)
    return solid(unescape(re.sub(r"<[^>]+>", " ", page)))


FORMATS = {"docx": in_word, "pdf": in_pdf, "html": on_a_page}
