"""The rehearsal through a loopback Google: the same figures, whichever way the answers come.

Each refresh is a process of its own that meets nothing but the environment of `loopback.Google`.
"""

from __future__ import annotations

import json
import re

import pytest
from answers import answer_of
from loopback import Google, Page
from loopback.rehearsal import Rehearsal

from config.loading import load_campaign
from rapsap.__main__ import main

pytestmark = pytest.mark.slow
CHECKED = "public/checked.js"


@pytest.fixture(scope="module")
def google():
    with Google() as answering:
        yield answering
    assert answering.complaints == []


@pytest.fixture(scope="module")
def rehearsal(google, tmp_path_factory):
    return Rehearsal(google, tmp_path_factory.mktemp("province"), people=300)


@pytest.fixture(scope="module")
def downloads(rehearsal):
    """What the same answers come to when they are given as downloads."""
    return rehearsal.refresh(rehearsal.campaign("downloads", inbox=True, sheets=False))


@pytest.fixture(autouse=True)
def well_again(google):
    yield
    google.recover()


def run_of(folder):
    return json.loads((folder / "out" / "internal" / "run.json").read_text("utf-8"))


def written(folder):
    """Return the content of each published file."""
    out = folder / "out"
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}


def test_linked_sheets_give_the_bytes_that_downloads_give(rehearsal, downloads):
    assert json.loads(downloads.data["summary.json"])["completion"]["acknowledged_all"] > 100
    campaign = rehearsal.campaign("sheets", inbox=False, sheets=True)
    sheets = rehearsal.refresh(campaign)
    assert (sheets.exit_code, sheets.data) == (0, downloads.data)
    assert sheets.reads == {"drive.files.list": 1, "sheets.spreadsheets.get": 1}


def test_downloads_sheets_and_forms_together_count_nothing_twice(rehearsal, downloads):
    campaign = rehearsal.campaign("all", inbox=True, sheets=True, forms=True)
    together = rehearsal.refresh(campaign)
    assert (together.exit_code, together.data) == (0, downloads.data)
    assert not [remark for remark in run_of(campaign)["remarks"] if "คำตอบ" in remark]


def test_with_nothing_new_one_question_is_asked_and_nothing_heavy_loaded(rehearsal):
    campaign = rehearsal.campaign("unchanged", inbox=False, sheets=True)
    rehearsal.refresh(campaign)
    before = written(campaign)
    again = rehearsal.refresh(campaign, hours_later=1)
    assert (again.exit_code, again.reads) == (0, {"drive.files.list": 1})
    assert not {"pandas", "matplotlib"} & set(again.imported)
    after = written(campaign)
    assert [name for name in after if after[name] != before.get(name)] == [CHECKED]


def test_a_new_answer_is_in_the_next_report(rehearsal):
    campaign = rehearsal.campaign("growing", inbox=False, sheets=True)
    first = rehearsal.refresh(campaign)
    form = rehearsal.forms["signoff"]
    last = max(form.responses, key=lambda response: response.submitted)
    row = form.tab.rows[-1]
    form.tab.rows.append([last.rows[form.tab.gid][0] + 1, *row[1:]])
    form.book.touch()
    again = rehearsal.refresh(campaign, hours_later=1)
    form.tab.rows.pop()
    form.book.touch()
    assert again.reads == {"drive.files.list": 1, "sheets.spreadsheets.get": 1}
    rows = [json.loads(r.data["summary.json"])["rows"]["read"] for r in (first, again)]
    assert rows[1] == rows[0] + 1


def test_what_import_says_to_paste_is_all_that_the_schedule_needs(rehearsal, downloads, capsys):
    """From the script's answer to the first scheduled refresh, as a clerk goes."""
    campaign = rehearsal.campaign("pasted", inbox=False, sheets=False)
    (campaign / "key.json").rename(campaign / "google-key.json")
    answer = answer_of(load_campaign(campaign), spreadsheet=rehearsal.book.id)
    for told in answer["forms"]:
        told["gid"] = rehearsal.forms[told["id"]].tab.gid
    place = campaign.parent / "google.txt"
    place.write_text(json.dumps(answer, ensure_ascii=False, indent=1), encoding="utf-8")
    assert main(["forms", str(campaign), "--import", str(place)]) == 0
    said = capsys.readouterr().out
    with (campaign / "campaign.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n" + said[said.index("[google]") :])
    refreshed = rehearsal.refresh(campaign)
    assert (refreshed.exit_code, refreshed.data) == (0, downloads.data)
    assert refreshed.reads == {"sheets.spreadsheets.get": 1}
    assert main(["--lang", "en", "forms", str(campaign), "--import", str(place)]) == 0
    assert "[google]" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("breaks", "exit_code", "state"),
    [
        (lambda r: r.google.fail("googleapis", Page(302), for_ever=True), 75, "failed"),
        (lambda r: r.book.shared_with.clear(), 77, "failed"),
        (lambda r: r.forms["coi"].tab.rows.clear(), 4, "refused"),
    ],
    ids=["a portal", "not shared", "blanked"],
)
def test_a_source_that_fails_is_marked_and_the_report_published(
    rehearsal, breaks, exit_code, state
):
    campaign = rehearsal.campaign(f"broken-{exit_code}", inbox=True, sheets=True)
    shared, rows = set(rehearsal.book.shared_with), list(rehearsal.forms["coi"].tab.rows)
    breaks(rehearsal)
    try:
        first, again = (rehearsal.refresh(campaign, hours_later=hour) for hour in (0, 1))
    finally:
        rehearsal.google.recover()
        rehearsal.book.shared_with = shared
        rehearsal.forms["coi"].tab.rows[:] = rows
    assert (first.exit_code, again.exit_code) == (exit_code, exit_code)
    failed = [s for s in run_of(campaign)["sources"] if s["state"] == state]
    assert {source["source"] for source in failed} == {"google-sheets"}
    page = (campaign / "out/public/index.html").read_text("utf-8")
    read = re.sub(r"<[^>]*>|\u200b", "", page)
    assert "(Google Sheets): การอ่านครั้งล่าสุดไม่ผ่านการตรวจ จึงแสดงข้อมูลเดิม" in read
    assert rehearsal.key["client_email"] not in (campaign / "out/public/run.json").read_text()
    assert "pandas" not in again.imported
    assert rehearsal.refresh(campaign, hours_later=2).exit_code == 0
