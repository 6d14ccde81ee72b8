"""The ledger's reference stands wherever copies leave the office: pages, records, front sheet."""

from __future__ import annotations

import json
import re

import pytest
import sample
from workbooks import opened

from report.rendering import render

REFERENCE = "22914-9f2c-81ab-03de-77c1"
AT_THE_FOOT = f"รหัสท้ายสมุดบันทึก {REFERENCE}"
TAGS = re.compile("<[^>]+>")


@pytest.mark.parametrize(
    "name",
    [f"public/{page}.html" for page in ("index", "risk", "o42", "o43", "downloads", "sources")]
    + ["internal/index.html"],
)
def test_it_stands_at_the_foot_of_every_page(pages, name):
    assert TAGS.sub("", pages[name].partition("<footer")[2]).count(AT_THE_FOOT) == 1


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_it_stands_in_both_records_of_the_run(release, audience):
    (record,) = (each for each in release if each.name == f"{audience}/run.json")
    assert json.loads(record.content)["ledger_reference"] == REFERENCE


def test_it_stands_on_the_front_sheet_of_the_tracker(release):
    (tracker,) = (each for each in release if each.name == "internal/tracker.xlsx")
    front = opened(tracker.content).worksheets[0]
    assert ("รหัสท้ายสมุดบันทึก", REFERENCE) in list(front.iter_rows(max_col=2, values_only=True))


def test_nothing_below_data_holds_it(release):
    of_data = [each for each in release if each.name.startswith("public/data/")]
    assert of_data
    assert [each.name for each in of_data if b"9f2c" in each.content] == []


def test_before_the_first_answer_no_page_speaks_of_it(summary, campaign):
    run = sample.run() | {"ledger_reference": ""}
    for document in render(summary, campaign, run, sample.changes(), sample.NOW):
        if document.name.startswith("public/") and document.name.endswith(".html"):
            text = TAGS.sub("", document.content.decode())
            assert "รหัสท้ายสมุดบันทึก" not in text, document.name
