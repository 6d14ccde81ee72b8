"""docs/แก้ไขข้อความ.md tells the truth: what it names is there, and what is there it names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from templates import body, composed, sample_facts

from report.documents.filters import FILTERS
from report.documents.front_matter import FIELDS, LAYOUTS
from report.documents.register import AGENCY_DOCUMENTS, DOCUMENTS
from report.packs.pack import packs

MANUAL = (Path(__file__).parents[2] / "docs" / "แก้ไขข้อความ.md").read_text("utf-8")
FENCED = re.compile(r"```\n(.*?)```", re.DOTALL)
NAMED = set(re.findall(r"`([^`\n]+)`", FENCED.sub("", MANUAL)))


def names(values):
    """Return the names that a text can print: the values', and those within them."""
    for name, value in values.items():
        yield name
        rows = value if isinstance(value, list) else [value]
        if name != "ตำแหน่ง" and rows and isinstance(rows[0], Mapping):
            yield from rows[0]


@pytest.mark.parametrize("entry", [*DOCUMENTS, *AGENCY_DOCUMENTS], ids=lambda entry: entry.name)
def test_every_value_and_picture_is_named(entry):
    facts = sample_facts()
    links = {"signoff_url": "https://forms.gle/a", "coi_url": "https://forms.gle/b"}
    facts = replace(facts, campaign=facts.campaign.model_copy(update=links))
    given = entry.given(facts if entry in DOCUMENTS else behind(facts))
    named = {*names(given.values), *given.pictures}
    assert named - NAMED == {"ตำแหน่ง"}  # shown as ตำแหน่ง.governor


def behind(facts):
    """Return the part of an agency of which something is to be asked."""
    return next(pack for pack in packs(facts) if pack.figures["state"] != "complete")


def test_every_field_layout_and_filter_is_named():
    assert {*FIELDS, *LAYOUTS} <= NAMED
    thai_filters = {name for name in FILTERS if not name.isascii()}
    assert all(f"|{name}" in MANUAL for name in thai_filters)


def test_its_examples_are_texts():
    whole, table = FENCED.findall(MANUAL)
    document = composed(
        whole.replace("chief", "proposer"),
        {"ชื่อรอบ": "รอบ", "ตำแหน่ง": {"governor": "ผู้ว่าราชการจังหวัด"}},
    )
    kinds = [type(block).__name__ for block in document.blocks]
    assert kinds == ["Heading", "Paragraph", "Item", "Item"]
    [made] = body(table, {"เอกสาร": [{"ชื่อ": "ก", "ลงนาม": 1200}]})
    assert [run.text for cell in made.rows[0] for run in cell] == ["๑", "ก", "๑,๒๐๐"]
