"""Every document of the register, in every format: nasty values are text, edits are picked up."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
import sample
from templates import sample_facts
from test_writers import READERS

from aggregate import summarise
from collector.tidy import tidy
from config.campaign import RiskEvent
from config.loading import load_campaign
from config.new import TEMPLATE
from report.documents.composing import compose
from report.documents.filling import filling
from report.documents.formats import FORMATS
from report.documents.mistakes import TextError
from report.documents.register import AGENCY_DOCUMENTS, DOCUMENTS
from report.documents.writing import unbroken_names, write_documents
from report.facts import Facts
from report.packs.pack import packs

NASTY = "R&D <b>x</b> $x$ # *a* | {{7*7}} \x0b\ufffe " + "w" * 500
READ = "R&D<b>x</b>$x$#*a*|{{7*7}}" + "w" * 500
ENTRIES = {entry.name: entry for entry in (*DOCUMENTS, *AGENCY_DOCUMENTS)}


def nasty_campaign():
    """Return the template's campaign of two agencies, all that a person writes in it nasty."""
    campaign = load_campaign(TEMPLATE)
    first, second, *_rest = campaign.agencies
    nasty = {"agencies": (first.model_copy(update={"name": NASTY}), second)}
    nasty["notices"] = tuple(n.model_copy(update={"title": NASTY}) for n in campaign.notices[:1])
    nasty["guidelines"] = tuple(
        row.model_copy(update=dict.fromkeys(("title", "finding", "steps", "follow_up"), NASTY))
        for row in campaign.guidelines[:1]
    )
    nasty["measures"] = tuple(
        row.model_copy(update=dict.fromkeys(("title", "result", "suggestion", "period"), NASTY))
        for row in campaign.measures[6:7]
    )
    nasty["ita_scores"] = tuple(
        row.model_copy(
            update={"name": NASTY, "level": NASTY, "source": NASTY, "score": Decimal(84)}
        )
        for row in campaign.ita_scores[4:5]
    )
    nasty["events"] = (
        RiskEvent(
            id="e", event="x", kind="benefits", likelihood=5, impact=5, due=date(2023, 5, 1)
        ).model_copy(update=dict.fromkeys(("event", "control", "measure", "responsible"), NASTY)),
    )
    nasty["signatories"] = tuple(
        row.model_copy(update={"name": NASTY}) for row in campaign.signatories
    )
    return campaign.model_copy(
        update=nasty
        | dict.fromkeys(("province", "office", "contact", "phone", "letter_number", "title"), NASTY)
    )


@pytest.fixture(scope="module")
def written():
    campaign = nasty_campaign()
    summary = summarise(tidy([], campaign, sample.NOW), campaign)
    return write_documents(Facts(summary, campaign, {}, sample.NOW))


def test_no_document_is_lost(written):
    assert not written.faults
    assert not written.wanting
    made = {document.name.rsplit("/", 1)[-1] for document in written.documents}
    assert {f"{entry.name}.{kind}" for entry in DOCUMENTS for kind in FORMATS} <= made
    assert "reminder.docx" in made


@pytest.mark.parametrize("name", ENTRIES)
def test_a_nasty_value_is_text_in_every_format(written, name):
    found = [d for d in written.documents if d.name.rsplit("/", 1)[-1].startswith(f"{name}.")]
    assert found
    for document in found:
        said = READERS[document.name.rsplit(".", 1)[-1]](document.content)
        said = re.sub(r"[\s\u200b\xad\ufffe]", "", said)
        assert READ in said, document.name
        assert "49" not in said.replace("ww49", "")


@pytest.fixture(scope="module")
def facts():
    return sample_facts()


def made_of(entry, facts, edited):
    """Return the document that an edited text makes."""
    texts = facts.campaign.texts | {entry.template: edited.encode()}
    given_facts = facts
    if entry in AGENCY_DOCUMENTS:
        given_facts = next(p for p in packs(facts) if p.figures["state"] != "complete")
    return compose(entry.name, entry.template, entry.given(given_facts), Facts(
        facts.summary, facts.campaign.model_copy(update={"texts": texts}), facts.run, facts.now
    ), filling(texts))  # fmt: skip


def text_of(entry, facts):
    return facts.campaign.texts[entry.template].decode()


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_a_paragraph_that_the_office_adds_is_printed_in_every_format(facts, entry):
    document = made_of(entry, facts, f"{text_of(entry, facts)}\n\nย่อหน้าที่เพิ่มเอง R&D\n")
    names = unbroken_names(facts.campaign)
    for kind in entry.internal:
        said = re.sub(r"[\s\u200b]", "", READERS[kind](FORMATS[kind](document, names)))
        assert "ย่อหน้าที่เพิ่มเองR&D" in said, kind


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_a_misspelt_variable_is_said_with_its_text_and_line(facts, entry):
    source = text_of(entry, facts).rstrip()
    with pytest.raises(TextError) as raised:
        made_of(entry, facts, f"{source}\n\n{{{{ จังหวด }}}}\n")
    assert raised.value.place == f"texts/{entry.template} บรรทัด {source.count(chr(10)) + 3}"
    assert "«จังหวด»" in raised.value.fault
    assert "จังหวัด" in raised.value.remedy


def without_line(text, number):
    lines = text.split("\n")
    return "\n".join(lines[:number] + lines[number + 1 :])


def table_lines(name):
    """Return the lines of a text's tables: heading, widths, rows."""
    text = (TEMPLATE / "texts" / ENTRIES[name].template).read_text(encoding="utf-8")
    return [(name, number) for number, line in enumerate(text.split("\n")) if line.startswith("|")]


def outcome(entry, facts, edited):
    """Return the document that an edited text makes, or why there is none."""
    try:
        return made_of(entry, facts, edited)
    except TextError as fault:
        return fault


@pytest.mark.parametrize(("name", "number"), [*table_lines("o42"), *table_lines("o43")])
def test_a_line_taken_from_a_table_is_picked_up_or_said(facts, name, number):
    entry = ENTRIES[name]
    made = outcome(entry, facts, without_line(text_of(entry, facts), number))
    if isinstance(made, TextError):
        assert made.place.startswith(f"texts/{entry.template}")
        assert made.remedy
    else:
        assert made.blocks != made_of(entry, facts, text_of(entry, facts)).blocks
