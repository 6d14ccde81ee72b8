"""Decisions: written in the sheet or by the tool, read as one table, never against each other."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from config.campaign import ANSWERS, Decision, Doubt
from config.decisions import append_decisions
from config.errors import CampaignMistakes, CannotWriteError
from config.loading import load_campaign
from config.new import new_campaign
from config.rows import read_table
from config.tables import DECISIONS

HEAD = ["agency", "name", "decision", "other_agency", "other_name", "doubt", "on", "by", "reason"]
WHEN = ["5/5/2566", "นายผู้ตัดสิน สมมติ", "สอบถามหน่วยงานแล้ว"]


def row(agency, name, decision, other_agency="", other_name="", doubt=""):
    return [agency, name, decision, other_agency, other_name, doubt, *WHEN]


def decided(agency, name, decision, **more):
    return Decision(
        agency=agency, name=name, decision=decision, on=date(2023, 5, 5), by="ก", reason="ข", **more
    )


def mistakes(folder, *rows):
    folder.write("decisions", [HEAD, *rows])
    with pytest.raises(CampaignMistakes) as caught:
        load_campaign(folder.path)
    return caught.value.mistakes


def test_a_decision_is_read_in_the_office_s_own_words(folder):
    header = [column.heading for column in DECISIONS.columns]
    cells = row("สนง.ที่ดินจังหวัด", "นายสมมติ ใจดี", "ปฏิบัติงานในหน่วยงานอื่นแห่งเดียว", "energy")
    folder.write("decisions", [header, cells])
    (decision,) = load_campaign(folder.path).decisions
    assert decision == Decision(
        agency="land",
        name="นายสมมติ ใจดี",
        decision="works_in",
        other_agency="energy",
        on=date(2023, 5, 5),
        by="นายผู้ตัดสิน สมมติ",
        reason="สอบถามหน่วยงานแล้ว",
        place="decisions.csv row 2",
    )


def test_the_sheet_and_the_file_are_one_table(tmp_path):
    new_campaign(tmp_path / "campaign")
    campaign = load_campaign(tmp_path / "campaign")
    assert campaign.decisions == ()
    append_decisions(tmp_path / "campaign", campaign, [decided("land", "สมมติ ใจดี", "same")])
    rows = [HEAD, row("land", "สมมติ ใจดี", "declined")]
    sheet = {DECISIONS.title: rows}
    kinds = [r.values["decision"] for r in read_table(tmp_path / "campaign", DECISIONS, sheet).rows]
    assert kinds == ["declined", "same"]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        (row("land", "สมมติ ใจดี", "works_in"), "หน่วยงานอื่น"),
        (row("land", "สมมติ ใจดี", "works_in", "land"), "หน่วยงานอื่น"),
        (row("land", "สมมติ ใจดี", "confirmed"), "เรื่องที่ตรวจสอบ"),
        (row("land", "สมมติ ใจดี", "same", "", "นายสมมติ  ใจดี"), "ชื่อ-สกุลอื่น"),
    ],
)
def test_a_decision_that_lacks_something_says_which_column(folder, cells, column):
    (mistake,) = mistakes(folder, cells)
    assert mistake.place == "decisions.csv row 2"
    assert column in mistake.remedy


@pytest.mark.parametrize(
    "cells",
    [
        row("land", "สมมติ ใจดี", "same", "energy"),
        row("land", "สมมติ ใจดี", "declined", "", "ทดลอง ใจดี"),
    ],
)
def test_a_cell_that_means_nothing_with_the_decision_is_a_mistake(folder, cells):
    (mistake,) = mistakes(folder, cells)
    assert "has no meaning" in mistake.fault


def test_a_decision_answers_its_doubt(folder):
    (mistake,) = mistakes(folder, row("land", "สมมติ ใจดี", "declined", doubt="early"))
    assert "ตรวจสอบแล้ว นับถูกต้อง" in mistake.remedy


def test_every_doubt_that_a_decision_may_name_has_an_answer():
    assert {doubt for doubt, answers in ANSWERS.items() if answers} == set(Doubt.__args__)


CONTRADICTIONS = [
    pytest.param(
        row("land", "สมมติ ใจดี", "same"), row("land", "นาย สมมติ ใจดี", "different"), id="one and two"
    ),
    pytest.param(
        row("land", "สมมติ ใจดี", "same", "", "สมมุติ ใจดี"),
        row("land", "สมมุติ ใจดี", "different"),
        id="the other name is two",
    ),
    pytest.param(
        row("land", "สมมติ ใจดี", "works_in", "energy"),
        row("land", "สมมติ ใจดี", "works_in", "labour"),
        id="alone in two agencies",
    ),
    pytest.param(
        row("land", "สมมติ ใจดี", "works_in", "energy"),
        row("energy", "สมมติ ใจดี", "different", "land"),
        id="moved, and a namesake",
    ),
    pytest.param(
        row("land", "สมมติ ใจดี", "works_in", "energy"),
        row("energy", "สมมติ ใจดี", "works_in", "land"),
        id="there and back",
    ),
]


@pytest.mark.parametrize(("one", "other"), CONTRADICTIONS)
def test_two_decisions_that_contradict_name_each_other_in_either_order(folder, one, other):
    for rows in ((one, other), (other, one)):
        (mistake,) = mistakes(folder, *rows)
        assert mistake.place == "decisions.csv row 3"
        assert "decisions.csv row 2" in mistake.fault
        assert mistake.remedy


def test_a_round_of_three_moves_is_a_contradiction_and_a_chain_is_none(folder):
    chain = [
        row("land", "สมมติ ใจดี", "works_in", "energy"),
        row("energy", "สมมติ ใจดี", "works_in", "labour"),
    ]
    folder.write("decisions", [HEAD, *chain])
    assert len(load_campaign(folder.path).decisions) == 2
    (mistake,) = mistakes(folder, *chain, row("labour", "สมมติ ใจดี", "works_in", "land"))
    assert mistake.place == "decisions.csv row 4"


@pytest.mark.parametrize(
    "other",
    [
        row("land", "สมมติ ใจดี", "same"),
        row("land", "สมมติ ใจดี", "different", "energy"),
        row("land", "ทดลอง ใจดี", "different"),
        row("energy", "สมมติ ใจดี", "different"),
        row("land", "สมมติ ใจดี", "declined"),
    ],
)
def test_decisions_that_can_both_hold(folder, other):
    folder.write("decisions", [HEAD, row("land", "สมมติ ใจดี", "same"), other])
    assert len(load_campaign(folder.path).decisions) == 2


def test_an_unknown_agency_of_a_decision_names_the_nearest(folder):
    (mistake,) = mistakes(folder, row("enrgy", "สมมติ ใจดี", "same"))
    assert "energy" in mistake.remedy


def test_the_tool_appends_below_what_stands_there_and_never_twice(folder):
    (folder.path / "decisions.csv").unlink()
    first = decided("land", "สมมติ ใจดี", "same")
    assert append_decisions(folder.path, load_campaign(folder.path), [first, first]) == 1
    second = decided("land", "ทดลอง ใจดี", "works_in", other_agency="energy")
    later = first.model_copy(update={"name": "นายสมมติ ใจดี", "on": date(2023, 6, 1)})
    assert append_decisions(folder.path, load_campaign(folder.path), [later, second]) == 1
    read = load_campaign(folder.path).decisions
    assert [decision.model_copy(update={"place": ""}) for decision in read] == [first, second]
    assert (folder.path / "decisions.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_what_people_wrote_into_the_file_stays(folder):
    header = ["ชื่อ-สกุล", "หน่วยงาน", "การตัดสินใจ", "วันที่ตัดสินใจ", "ผู้ตัดสินใจ", "เหตุผล", "หมายเหตุ"]
    cells = ["สมมติ ใจดี", "land", "เป็นบุคคลเดียวกัน", *WHEN, "โทรแล้ว"]
    folder.write("decisions", [header, cells], encoding="cp874", separator=";")
    new = decided("land", "ทดลอง ใจดี", "confirmed", doubt="early")
    append_decisions(folder.path, load_campaign(folder.path), [new])
    with (folder.path / "decisions.csv").open(encoding="utf-8-sig", newline="") as file:
        written = list(csv.DictReader(file))
    assert [line["หมายเหตุ"] for line in written] == ["โทรแล้ว", ""]
    assert [line["เรื่องที่ตรวจสอบ"] or "" for line in written] == ["", "ลงนามก่อนเปิดรับ"]
    assert len(load_campaign(folder.path).decisions) == 2


def test_a_decision_that_contradicts_is_not_written(folder):
    folder.write("decisions", [HEAD, row("land", "สมมติ ใจดี", "same")])
    before = (folder.path / "decisions.csv").read_bytes()
    new = [decided("land", "ทดลอง ใจดี", "same"), decided("land", "สมมติ ใจดี", "different")]
    with pytest.raises(CampaignMistakes):
        append_decisions(folder.path, load_campaign(folder.path), new)
    assert (folder.path / "decisions.csv").read_bytes() == before


def test_a_reason_that_a_spreadsheet_would_run_is_only_text(folder):
    new = decided("land", "สมมติ ใจดี", "same").model_copy(update={"reason": "=1+1"})
    append_decisions(folder.path, load_campaign(folder.path), [new])
    assert load_campaign(folder.path).decisions[0].reason == "'=1+1"


def test_a_folder_in_the_way_is_told(folder):
    campaign = load_campaign(folder.path)
    (folder.path / "decisions.csv").unlink()
    (folder.path / ".decisions.csv.new").mkdir()
    with pytest.raises(CannotWriteError, match=r"decisions\.csv"):
        append_decisions(folder.path, campaign, [decided("land", "สมมติ ใจดี", "same")])
