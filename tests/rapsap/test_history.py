"""``rapsap history``: what came, changed and went, told by refresh and by agency."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from readings import table
from small_campaign import AGENCY, new_small_campaign

from collector.changes import Acceptance
from collector.history import read_history
from collector.identity import identity_columns
from collector.ledger import Ledger
from collector.tidy.past import agency_by_event, changed_questions
from config.campaign import AgencyAlias
from config.loading import load_campaign
from config.width import columns
from rapsap.__main__ import main

HEALTH = "สำนักงานสาธารณสุขจังหวัดเชียงราย"
FIRST = datetime(2023, 4, 20, 3, tzinfo=UTC)
SECOND, THIRD = FIRST + timedelta(days=1), FIRST + timedelta(days=2)
ANSWER = "รับทราบและจะถือปฏิบัติ"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return a campaign whose live sheet gained, changed and lost rows in three refreshes."""
    folder = tmp_path_factory.mktemp("history") / "campaign"
    new_small_campaign(folder, AGENCY, HEALTH)
    form = load_campaign(folder).form("signoff")
    with Ledger(folder / "ledger.sqlite") as ledger:
        for now, rows in (
            (FIRST, [("t1", AGENCY, "สมหญิง", "ครู"), ("t2", HEALTH, "สมชาย", "ครู"),
                     ("t3", "กรมที่ไม่มี", "สมใจ", "ครู")]),
            (SECOND, [("t1", AGENCY, "สมหญิง", "นิติกร"), ("t2", HEALTH, "สมชาย", "ครู"),
                      ("t3", "กรมที่ไม่มี", "สมใจ", "ครู")]),
            (THIRD, [("t1", AGENCY, "สมหญิง", "นิติกร"), ("t3", "กรมที่ไม่มี", "สมใจ", "ครู")]),
        ):  # fmt: skip
            record(ledger, form, now, rows)
        ledger.record(
            [], now=THIRD, accepted_reason="ตรวจแล้ว", acceptances=[Acceptance("coi", "h", "f")]
        )
    return folder


def record(ledger, form, now, rows):
    asked = [question for question in form.questions if question.id != "full_name"]
    cells = [
        [said_by(question, time[1:], agency, first, position) for question in asked]
        for time, agency, first, position in rows
    ]
    changes = ledger.compare(
        [table(*cells, header=[question.header for question in asked], origin="ชีต")],
        form="signoff", source="google-sheets", live=True,
        identity_of=partial(identity_columns, form=form),
    )  # fmt: skip
    ledger.record([changes], now=now)


def said_by(question, hour, agency, first, position):
    known = {
        "timestamp": f"3/4/2566, {hour}:00:00", "agency": agency, "first_name": first,
        "last_name": "สมมติ", "position": position, "staff_type": "ข้าราชการ", "confirm": "ยืนยัน",
    }  # fmt: skip
    return ANSWER if question.id.startswith("ack.") else known.get(question.id, "")


def lines(folder, capsys, *options):
    assert main(["history", str(folder), "--json", *options]) == 0
    return json.loads(capsys.readouterr().out)["lines"]


def test_each_refresh_tells_what_came_changed_and_went_by_agency(made, capsys):
    told = [
        (line["refresh"], line["agency"], line["added"], line["changed"], line["vanished"])
        for line in lines(made, capsys)
    ]
    assert told[:3] == [(4, "", 0, 0, 0), (3, HEALTH, 0, 0, 1), (2, AGENCY, 0, 1, 0)]
    assert set(told[3:]) == {(1, "", 1, 0, 0), (1, AGENCY, 1, 0, 0), (1, HEALTH, 1, 0, 0)}
    assert len(told) == 6


def test_a_decision_without_news_is_told_with_its_reason(made, capsys):
    newest = lines(made, capsys)[0]
    assert (newest["reason"], newest["form"]) == ("ตรวจแล้ว", "")
    assert newest["at"] == "2023-04-22T10:00:00+07:00"


def test_an_agency_s_rows_one_by_one_without_a_name_or_an_answer(made, capsys):
    first, second = lines(made, capsys, AGENCY)
    assert (first["kind"], first["questions"], first["file"], first["row"]) == (
        "CHANGE", ["position"], "ชีต", 2,
    )  # fmt: skip
    assert (second["kind"], second["refresh"], second["questions"]) == ("ADD", 1, [])
    assert main(["history", str(made), AGENCY]) == 0
    shown = capsys.readouterr().out
    for secret in ("สมหญิง", "นิติกร", ANSWER):
        assert secret not in shown + json.dumps([first, second], ensure_ascii=False)
    assert "ตำแหน่ง" in shown


def test_names_are_told_when_asked_for_and_answers_still_not(made, capsys):
    assert [line["name"] for line in lines(made, capsys, AGENCY, "--names")] == ["สมหญิง สมมติ"] * 2
    assert main(["history", str(made), AGENCY, "--names"]) == 0
    shown = capsys.readouterr().out
    assert "สมหญิง สมมติ" in shown
    assert "นิติกร" not in shown


def test_what_vanished_is_told_of_the_agency_that_it_was_of(made, capsys):
    newest = lines(made, capsys, "สสจ.เชียงราย")[0]
    assert (newest["kind"], newest["row"], newest["refresh"]) == ("VANISH", 3, 3)


@pytest.mark.parametrize(
    ("since", "refreshes"),
    [("20/4/2566", {1, 2, 3, 4}), ("21 เม.ย. 2566", {2, 3, 4}), ("23/4/2566", set())],
)
def test_since_a_day_means_that_day_too(made, capsys, since, refreshes):
    assert {line["refresh"] for line in lines(made, capsys, "--since", since)} == refreshes


def test_a_limit_keeps_the_newest_and_the_terminal_says_that_there_are_more(made, capsys):
    assert [line["refresh"] for line in lines(made, capsys, "--limit", "2")] == [4, 3]
    assert main(["history", str(made), "--limit", "1"]) == 0
    assert "ยังมีที่เก่ากว่าอีก 3" in capsys.readouterr().out
    assert main(["history", str(made), "--since", "23/4/2566"]) == 0
    assert "ไม่มีการบันทึกในช่วงนี้" in capsys.readouterr().out


def test_a_new_csv_file_and_never_over_another(made, tmp_path, capsys):
    place = tmp_path / "a.csv"
    assert main(["history", str(made), "--csv", str(place)]) == 0
    rows = list(csv.DictReader(place.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["changed"] for row in rows if row["refresh"] == "2"] == ["1"]
    before = place.read_bytes()
    assert main(["history", str(made), "--csv", str(place)]) == 5
    assert place.read_bytes() == before
    assert str(place) in capsys.readouterr().err


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("options", [[], [HEALTH, "--names"]])
def test_it_is_folded_to_the_terminal(made, capsys, monkeypatch, width, options):
    monkeypatch.setenv("COLUMNS", str(width))
    assert main(["history", str(made), *options]) == 0
    shown = capsys.readouterr().out
    assert "…" not in shown
    assert shown.count("10.00") == (7 if not options else 2)  # no time is cut
    assert "หายไป" in shown
    letters = "".join(shown.split())
    assert letters.count("ets)") == (3 if not options else 2)  # «google-sheets» to its end
    assert all(columns(line) <= width for line in shown.splitlines())


def test_a_slip_is_answered_in_words(made, tmp_path, capsys):
    assert main(["history", str(made), "--since", "ไม่นานนี้"]) == 2
    assert main(["history", str(made), "กรมที่ไม่มี"]) == 2
    assert main(["history", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("ผิดพลาด") == 3


def test_an_alias_learnt_later_tells_the_past_anew(made):
    campaign = load_campaign(made)
    events = read_history(made / "ledger.sqlite").events
    assert agency_by_event(events, campaign, THIRD)[3] == ""
    office = campaign.agencies[0]
    alias = AgencyAlias(alias="กรมที่ไม่มี")
    learnt = office.model_copy(update={"aliases": (*office.aliases, alias)})
    taught = campaign.model_copy(update={"agencies": (learnt, *campaign.agencies[1:])})
    assert agency_by_event(events, taught, THIRD)[3] == office.id


def test_a_heading_reworded_is_no_change_of_the_answer(made):
    campaign = load_campaign(made)
    event = read_history(made / "ledger.sqlite").events[3]
    header = tuple(
        heading.replace("หน่วยงานที่ปฏิบัติงานจริง", "หน่วยงาน") for heading in event.after.header
    )
    cells = event.after.cells
    moved = event.after._replace(header=(*header[1:], header[0]), cells=(*cells[1:], cells[0]))
    same = event._replace(before=event.after, after=moved)
    assert changed_questions(event, campaign.form("signoff")) == ("position",)
    assert changed_questions(same, campaign.form("signoff")) == ()


def test_an_erased_row_is_told_without_an_agency(made, tmp_path, capsys):
    folder = shutil.copytree(made, tmp_path / "campaign")
    with closing(sqlite3.connect(folder / "ledger.sqlite")) as eraser, eraser:
        eraser.execute("UPDATE events SET payload = NULL, salt = NULL WHERE seq = 3")
    told = [line for line in lines(folder, capsys) if line["erased"]]
    assert [(line["refresh"], line["agency"], line["added"]) for line in told] == [(1, "", 1)]
    assert main(["history", str(folder)]) == 0
    assert "(ลบเนื้อหาแล้ว)" in capsys.readouterr().out
