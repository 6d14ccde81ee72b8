"""Texts to compose from, spelt out in tests, and what a reader sees of the page made of them."""

from __future__ import annotations

import re
from html import unescape

import sample
from builders import SIGNATORY, tiny_campaign

from config.loading import load_campaign
from config.new import TEMPLATE
from report.documents.composing import Given, compose
from report.documents.filling import filling
from report.documents.html import as_html
from report.facts import Facts

HEAD = "---\nแบบ: รายงาน\nชื่อเอกสาร: รายงาน\n---\n"
NAME = "ทดลอง.md"


def sample_facts():
    """Return the sample province's facts, with the texts, forms and signatories of the template."""
    template = load_campaign(TEMPLATE)
    own = ("texts", "forms", "signatories", "letter_number", "phone", "contact", "office")
    campaign = sample.campaign().model_copy(update={name: getattr(template, name) for name in own})
    return Facts(sample.summary(), campaign, sample.run(), sample.NOW)


def facts(text, **others):
    """Return facts of a campaign whose only text is this one, and others by name."""
    texts = {NAME: text.encode()} | {name: other.encode() for name, other in others.items()}
    campaign = tiny_campaign(texts=texts, signatories=(SIGNATORY,))
    return Facts(sample.summary(), campaign, sample.run(), sample.NOW)


def composed(text, given=None, pictures=None, others=None):
    """Return the document that the text makes of what it is given."""
    known = facts(text, **(others or {}))
    environment = filling(known.campaign.texts)
    return compose("ทดลอง", NAME, Given(given or {}, pictures or {}), known, environment)


def body(text, given=None, pictures=None):
    """Return the blocks of a text with the usual head."""
    return composed(HEAD + text, given, pictures).blocks


def words(runs):
    return "".join(run.text for run in runs)


def shown(document):
    """Return what a reader sees of the document as a page."""
    html = as_html(document).decode()
    main = html[html.index("<main") : html.index("</main>")]
    return unescape(re.sub("<br>", "\n", re.sub(r"</?span[^>]*>", "", main)))
