"""Every published figure equals a second, independent count, and what the rehearsal intended."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path

import pytest
from recount import Recount, recount, share

import config
from collector.rehearsal import TRUTH, rehearse
from config.loading import load_campaign
from config.thai import thai_digits

TEMPLATE = Path(config.__file__).parent / "template"
TODAY = date(2023, 5, 20)
COUNTS = ("headcount", "acknowledged", "late", "outdated")


@pytest.fixture(scope="module", params=[1, 2566])
def rehearsed(request, tmp_path_factory) -> tuple[dict, Recount]:
    """The truth of a rehearsal beside its recount: neither has met the collector."""
    folder = tmp_path_factory.mktemp("rehearsal")
    campaign = load_campaign(TEMPLATE)
    rehearsal = rehearse(campaign, folder, people=600, seed=request.param)
    campaign = campaign.model_copy(update=rehearsal.tables)
    return rehearsal.truth, recount(campaign, folder, TODAY)


@pytest.fixture(scope="module")
def recounted(refreshed_demo) -> Recount:
    return recount(load_campaign(refreshed_demo), refreshed_demo, TODAY)


@pytest.fixture(scope="module")
def truth(refreshed_demo) -> dict:
    return json.loads((refreshed_demo / TRUTH).read_text("utf-8"))


@pytest.fixture(scope="module")
def summary(refreshed_demo) -> dict:
    return json.loads((public(refreshed_demo) / "summary.json").read_text("utf-8"))


def public(folder: Path) -> Path:
    return folder / "out" / "public" / "data"


def published(folder: Path, name: str) -> list[dict[str, str]]:
    with (public(folder) / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def only(rows: list[dict], like: list[dict]) -> list[dict]:
    return [{column: row[column] for column in like[0]} for row in rows]


def as_text(rows: list[dict], columns: tuple[str, ...]) -> list[dict]:
    return [
        row | {column: "" if row[column] is None else str(row[column]) for column in columns}
        for row in rows
    ]


def test_the_recount_finds_what_the_rehearsal_intended(rehearsed) -> None:
    truth, counted = rehearsed
    intended = as_text(truth["completion"], COUNTS)
    assert only(counted.completion, intended) == intended
    assert counted.rows == only([truth["rows"]], [counted.rows])[0]
    assert {
        form: only([rows], [counted.rows])[0] for form, rows in truth["rows_by_form"].items()
    } == counted.rows_by_form
    assert only([counted.whole], [truth["whole"]]) == [truth["whole"]]
    assert counted.as_of == datetime.fromisoformat(truth["as_of"])


def test_the_recount_finds_the_intended_scores(rehearsed) -> None:
    truth, counted = rehearsed
    assert counted.respondents == truth["risk"]["respondents"]
    for kind_id, kind in truth["risk"]["kinds"].items():
        assert counted.scores[kind_id] == Counter({(a, b): n for a, b, n in kind["scores"]})
    shown = {row["kind_id"]: row["not_applicable"] for row in counted.risk if row["level"]}
    assert shown
    for kind_id, not_applicable in shown.items():
        assert not_applicable == str(truth["risk"]["kinds"][kind_id]["not_applicable"])


def test_the_recount_finds_what_agencies_were_to_report(rehearsed) -> None:
    truth, counted = rehearsed
    assert counted.progress == truth["progress"]
    assert truth["progress"]["number.agencies"] == 34


def test_o43_says_what_agencies_report(refreshed_demo, recounted) -> None:
    page = (refreshed_demo / "out" / "public" / "o43.html").read_text("utf-8")
    said = re.sub(r"<[^>]*>|\u200b", "", page)
    received = recounted.progress["number.received"]
    assert f"ได้รับเรื่องร้องเรียน/ร้องทุกข์ {thai_digits(str(received))} เรื่อง" in said
    assert "(รวมตามที่ ๕ หน่วยงานรายงาน)" in said
    assert "ส่วนราชการเข้าอบรม ๓๔ จาก ๓๔ หน่วยงาน" in said
    assert "องค์กรปกครองส่วนท้องถิ่นเข้าอบรม ๑๔๔ จาก ๑๔๔ แห่ง" in said
    assert "แก่ผู้ร้อง" not in said


def test_completion_is_the_recount(refreshed_demo, recounted) -> None:
    rows = published(refreshed_demo, "completion.csv")
    assert only(rows, recounted.completion) == recounted.completion


def test_completion_is_what_was_intended(refreshed_demo, truth) -> None:
    rows = published(refreshed_demo, "completion.csv")
    intended = as_text(truth["completion"], COUNTS)
    assert only(rows, intended) == intended


def test_risk_is_the_recount(refreshed_demo, recounted) -> None:
    rows = published(refreshed_demo, "risk.csv")
    assert only(rows, recounted.risk) == recounted.risk


def test_risk_counts_whom_it_was_intended_to(refreshed_demo, truth, summary) -> None:
    assert summary["risk"]["respondents"] == truth["risk"]["respondents"]
    for row in published(refreshed_demo, "risk.csv"):
        scores = truth["risk"]["kinds"][row["kind_id"]]["scores"]
        assert row["responses"] == str(sum(n for _, _, n in scores))
        assert row["max_score"] == str(max(a * b for a, b, _ in scores))


def test_every_row_has_the_fate_intended(summary, recounted, truth) -> None:
    assert summary["rows"] == truth["rows"]
    assert only([summary["rows"]], [recounted.rows]) == [recounted.rows]


def test_the_headline_is_the_recount_and_the_intent(summary, recounted, truth) -> None:
    percent = recounted.whole.pop("percent")
    assert only([summary["completion"]], [recounted.whole]) == [recounted.whole]
    assert only([summary["completion"]], [truth["whole"]]) == [truth["whole"]]
    assert str(summary["completion"]["percent"]) == percent


def test_the_notices_add_up(summary, recounted) -> None:
    for notice in summary["notices"]:
        rows = [r for r in recounted.completion if r["notice_id"] == notice["notice_id"]]
        for column in ("acknowledged", "late", "outdated"):
            assert notice[column] == sum(int(row[column]) for row in rows)


def test_the_data_are_as_of_the_newest_answer(summary, recounted, truth) -> None:
    assert datetime.fromisoformat(summary["as_of"]) == recounted.as_of
    assert datetime.fromisoformat(truth["as_of"]) == recounted.as_of


@pytest.mark.parametrize(
    ("part", "of", "printed"),
    [(1, 8, "12.5"), (1, 800, "0.1"), (9999, 10000, "99.9"), (7, 7, "100.0"), (8, 7, "114.3")],
)
def test_the_recount_never_rounds_up_to_a_hundred(part, of, printed) -> None:
    assert share(part, of) == printed
