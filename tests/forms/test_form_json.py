"""``out/forms/form.json``: the questions that checks and people rely on, word for word."""

from __future__ import annotations

import json

import pytest

from config.loading import load_campaign
from config.new import new_campaign
from rapsap.__main__ import main

NOTICES = ("no-gift", "hr", "privacy", "ethics", "dos-donts")
ABOUT = {"agency", "group", "title", "first_name", "last_name", "position", "staff_type", "email"}
SIGNOFF = ABOUT | {f"ack.{notice}" for notice in NOTICES} | {"coi_done", "confirm"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("forms") / "campaign"
    new_campaign(folder)
    assert main(["forms", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def questions(folder):
    """Return each form's questions by id."""
    text = (folder / "out/forms/form.json").read_text(encoding="utf-8")
    forms = json.loads(text)["forms"]
    return {
        form["id"]: {question["id"]: question for question in form["questions"]} for form in forms
    }


def test_the_sign_off_asks_what_the_contract_says_and_no_more(questions):
    assert set(questions["signoff"]) == SIGNOFF
    assert questions["signoff"]["email"] == {
        "id": "email", "header": "อีเมล (ถ้ามี)", "kind": "text", "required": False, "options": [],
    }  # fmt: skip
    assert questions["signoff"]["confirm"]["options"] == ["ยืนยัน"]
    assert questions["signoff"]["ack.hr"]["options"] == [
        "รับทราบและจะถือปฏิบัติ", "มีข้อสงสัย ขอให้ชี้แจงเพิ่มเติม",
    ]  # fmt: skip


def test_the_self_assessment_asks_two_questions_per_kind_and_nobodys_name(questions, folder):
    kinds = [kind.id for kind in load_campaign(folder).coi_kinds]
    scales = {f"coi.{kind}.{side}" for kind in kinds for side in ("likelihood", "impact")}
    assert set(questions["coi"]) == scales | {
        "agency",
        "staff_type",
        "events",
        "controls",
        "suggestions",
    }
    assert len(scales) == 18
    assert questions["coi"]["coi.benefits.impact"]["options"][4] == (
        "๕ ถูกลงโทษวินัยร้ายแรง หรือถูกดำเนินคดีอาญา"
    )


def test_lists_hold_the_register_in_its_order(questions, folder):
    names = [agency.name for agency in load_campaign(folder).agencies]
    for form in ("signoff", "coi"):
        assert questions[form]["agency"]["options"] == names
        assert questions[form]["agency"]["kind"] == "list"
    assert len(names) == 34


def test_made_again_nothing_changes(folder):
    place = folder / "out/forms/form.json"
    before = place.stat().st_mtime_ns
    assert main(["forms", str(folder)]) == 0
    assert place.stat().st_mtime_ns == before


def test_a_folder_without_a_campaign_is_said_to_be_none(tmp_path, capsys):
    assert main(["forms", str(tmp_path / "nothing")]) == 2
    assert "nothing" in capsys.readouterr().err
