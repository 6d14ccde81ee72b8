from __future__ import annotations

import dataclasses
import json

import pandas as pd
import pytest
from sample import AS_OF

from report.csv_text import csv_bytes, harmless
from report.figures_csv import COMPLETION_COLUMNS, RISK_COLUMNS, completion_csv, risk_csv
from report.figures_json import figures_as_json
from report.json_text import json_bytes
from report.numbers import mean_text, percent_text


@pytest.mark.parametrize(
    ("percent", "printed"),
    [
        (0.0, "0.0"),
        (94.65, "94.7"),
        (99.9, "99.9"),
        (99.95, "99.9"),
        (99.999, "99.9"),
        (100.0, "100.0"),
        (100.04, "100.0"),
        (120.0, "120.0"),
        (None, ""),
    ],
)
def test_only_what_is_complete_prints_one_hundred(percent, printed):
    assert percent_text(percent) == printed


def test_means_have_two_decimals_rounded_half_up():
    assert [mean_text(mean) for mean in (9.995, 6.0, 4.125, None)] == ["10.00", "6.00", "4.13", ""]


@pytest.mark.parametrize(
    "cell", ["=1+1", "+66 81", "-5", "@SUM(1)", "\t=1", "\r=1", "\n=1", "\0=1"]
)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell):
    assert harmless(cell).startswith("'")


@pytest.mark.parametrize("cell", ["-", "", "5", "สมชาย =1", "a-b", " - "])
def test_a_cell_that_runs_nothing_stays(cell):
    assert harmless(cell) == cell


def test_csv_has_a_mark_for_excel_and_its_line_ends():
    content = csv_bytes(["ก", "ข"], [["a,b", 'he said "x"'], ["one\ntwo", "\x0bx\ud800"]])
    assert content == (
        b"\xef\xbb\xbf" + 'ก,ข\r\n"a,b","he said ""x"""\r\n"one\ntwo",x\r\n'.encode()
    )


@pytest.fixture
def tiny(summary):
    return dataclasses.replace(
        summary,
        completion=pd.DataFrame(
            [
                ("a", "ก", "hr", "น", 3, 3, 100.0, 1, 0, "headcount"),
                ("b", "ข", "hr", "น", pd.NA, 7, float("nan"), 0, 2, "none"),
            ],
            columns=list(COMPLETION_COLUMNS),
        ).astype({"headcount": "Int64"}),
        risk=pd.DataFrame(
            [
                ("province", "k1", "ป๑", 12, 0, 2.0, 3.5, 7.25, 25, 8.3, "medium", 1, False),
                ("province", "k2", "ป๒", *[pd.NA] * 7, "", pd.NA, True),
            ],
            columns=[*RISK_COLUMNS, "rank", "suppressed"],
        ),
        rows=dict.fromkeys(("read", "accepted", "superseded", "set_aside", "erased"), 0),
        notices=summary.notices.head(0),
    )


def test_completion_csv_to_the_byte(tiny):
    assert completion_csv(tiny).content.decode("utf-8-sig") == (
        "agency_id,agency,notice_id,notice,headcount,acknowledged,percent,late,outdated,basis\r\n"
        "a,ก,hr,น,3,3,100.0,1,0,headcount\r\n"
        "b,ข,hr,น,,7,,0,2,none\r\n"
    )


def test_risk_csv_to_the_byte(tiny):
    assert risk_csv(tiny).content.decode("utf-8-sig") == (
        "scope,kind_id,kind,responses,not_applicable,mean_likelihood,mean_impact,mean_score,"
        "max_score,high_percent,level\r\n"
        "province,k1,ป๑,12,0,2.00,3.50,7.25,25,8.3,medium\r\n"
        "province,k2,ป๒,<10,,,,,,,\r\n"
    )


def test_summary_json_has_the_keys_of_the_contract(tiny, campaign):
    figures = json.loads(figures_as_json(tiny, campaign).content)
    assert set(figures) == {"campaign", "as_of", "rows", "completion", "notices", "risk"}
    assert figures["as_of"] == AS_OF.isoformat()
    assert figures["risk"]["respondents"] == 3714
    assert figures["risk"]["kinds"][1] == dict.fromkeys(RISK_COLUMNS) | {
        "scope": "province",
        "kind_id": "k2",
        "kind": "ป๒",
        "responses": "<10",
    }


def test_too_few_respondents_are_not_counted_out(tiny, campaign):
    few = dataclasses.replace(tiny, respondents=None)
    assert json.loads(figures_as_json(few, campaign).content)["risk"]["respondents"] == "<10"


def test_json_knows_no_nan_and_no_hidden_line_end():
    content = json_bytes({"b": float("nan"), "a": [pd.NA, "x\u2028y"], "n": pd.NaT})
    assert (
        content == b'{\n  "a": [\n    null,\n    "x\\u2028y"\n  ],\n  "b": null,\n  "n": null\n}\n'
    )
