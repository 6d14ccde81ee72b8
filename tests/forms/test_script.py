"""The Apps Script under Node, on a stand-in that knows only methods that Google's services have."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from odd_names import ODD_CAMPAIGN, ODD_NAMES

from report.forms.script import script

NODE = shutil.which("node")
FORMS = len(ODD_CAMPAIGN.forms)
STUB = Path(__file__).parent / "google_stub.js"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(NODE is None, reason="no node on this machine"),
]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Return what runs a campaign's script in the stand-in."""

    def with_node(mode, campaign=ODD_CAMPAIGN):
        place = tmp_path_factory.mktemp("script") / "build.js"
        place.write_bytes(script(campaign))
        ran = subprocess.run(
            [NODE, STUB, place, mode], check=False, capture_output=True, text=True, encoding="utf-8"
        )
        assert ran.returncode == 0, ran.stderr[-2000:]
        return json.loads(ran.stdout)

    return with_node


@pytest.fixture(scope="module")
def twice(run):
    return run("twice")


def without_ids(told):
    """Return what was made; the ids that Google deals out are another each time."""
    answers = [(form["id"], form["headers"], form["gid"]) for form in told["result"]["forms"]]
    text = json.dumps([told["forms"], told["tabs"], told["zone"], answers], sort_keys=True)
    for form in told["result"]["forms"]:
        text = text.replace(form["google_form"], form["id"])
    return text


def types(form):
    return [item["type"] for item in form["items"]]


def test_run_twice_there_is_one_of_everything(twice):
    first, second = twice
    assert first["made"] == second["made"] == [FORMS, 1]
    assert first["result"] == second["result"]
    assert without_ids(first) == without_ids(second)
    assert first["result"]["warnings"] == []


def test_killed_anywhere_the_next_run_goes_on_to_the_same_result(run, twice):
    killed = run("killed")
    assert len(killed) > 150
    assert {told["ended"] for told in killed} == {"killed"}
    assert {without_ids(told) for told in killed} == {without_ids(twice[0])}
    assert all(len(told["kept"]) == FORMS + 1 for told in killed)


def test_a_file_left_empty_by_a_kill_is_told_from_the_one_in_use(run):
    """Between Google's making of a file and our noting its id nothing can be done but say so."""
    doubled = [told for told in run("killed") if told["orphans"]]
    assert len(doubled) == 2 * (FORMS + 1)
    for told in doubled:
        (orphan,) = told["orphans"]
        (warning,) = told["result"]["warnings"]
        assert told["orphansBegun"] == 0
        assert orphan not in told["kept"]
        assert f"{orphan} (2)" in told["kept"]
        assert f"ไฟล์ที่ใช้จริงใน Google ไดรฟ์ชื่อ “{orphan} (2)”" in warning
        assert f"หากมีไฟล์อื่นชื่อ “{orphan}”" in warning
        assert "เป็นไฟล์เปล่า ลบได้" in warning


def test_once_signed_one_is_led_to_the_self_assessment(twice):
    signoff, coi, *_ = twice[0]["result"]["forms"]
    told = [form["settings"]["confirmation"] for form in twice[0]["forms"]]
    assert f"โปรดตอบแบบประเมินความเสี่ยงฯ ซึ่งไม่เก็บชื่อและอีเมล ที่ {coi['url']}" in told[0]
    assert "entry." not in told[0]
    assert signoff["url"] not in told[1]
    assert not any("{" in text for text in told)


def test_out_of_time_it_stops_by_itself_and_goes_on(run, twice):
    (slow,) = run("slow")
    assert slow["runs"] > 1
    assert slow["made"] == [FORMS, 1]
    assert without_ids(slow) == without_ids(twice[0])


def test_a_workspace_account_comes_to_the_same(run, twice):
    assert without_ids(run("workspace")[0]) == without_ids(twice[0])


def test_the_sign_off_may_be_edited_and_the_self_assessment_not(twice):
    made = [form["settings"] for form in twice[0]["forms"]]
    may_edit = {form.id: own["edits"] for form, own in zip(ODD_CAMPAIGN.forms, made, strict=True)}
    assert may_edit == {form.id: form.id != "coi" for form in ODD_CAMPAIGN.forms}
    for form, settings in zip(ODD_CAMPAIGN.forms, made, strict=True):
        assert "ไว้เป็นหลักฐาน" in settings["confirmation"]
        assert settings["description"] == f"{form.description}\n\nเก็บเท่าที่จำเป็น"
        assert not settings["collectEmail"]
        assert not settings["limitOne"]
        assert not settings["summary"]


def test_both_forms_are_open_and_linked_to_one_spreadsheet(twice):
    told = twice[0]
    assert all(form["linked"] and form["published"] and form["accepting"] for form in told["forms"])
    assert (told["zone"], told["locale"]) == ("Asia/Bangkok", "th_TH")
    gids = [form["gid"] for form in told["result"]["forms"]]
    assert len(set(gids)) == FORMS
    assert None not in gids


def test_the_privacy_notice_comes_before_any_question(twice):
    for form in twice[0]["forms"]:
        assert types(form)[:3] == ["SECTION_HEADER", "PAGE_BREAK", "LIST"]
        assert form["items"][0]["help"] == "เก็บเท่าที่จำเป็น\n\n• ชื่อ\n• ตำแหน่ง"


def test_each_kind_of_conflict_has_a_page(twice):
    coi = twice[0]["forms"][1]
    pages = [item["title"] for item in coi["items"] if item["type"] == "PAGE_BREAK"]
    assert pages[1:3] == ["๑. การรับผลประโยชน์ต่าง ๆ", "๔. การทำงานพิเศษ"]


def test_an_odd_name_stays_data_and_each_link_chooses_its_agency(twice):
    for form, left in zip(twice[0]["result"]["forms"], twice[0]["forms"], strict=True):
        lists = [item for item in left["items"] if item["type"] == "LIST"]
        assert lists[0]["choices"] == list(ODD_NAMES)
        for agency in ODD_CAMPAIGN.agencies:
            chosen = parse_qs(urlsplit(form["links"][agency.id]).query)
            (entry,) = (value for key, value in chosen.items() if key.startswith("entry."))
            assert entry == [agency.name]


def test_no_name_can_end_the_script_or_open_a_comment():
    text = script(ODD_CAMPAIGN).decode()
    assert "</script" not in text
    assert "<!--" not in text


def test_the_result_lies_in_short_cells_that_are_no_formula(twice):
    """The stand-in refuses others; a whole answer in one line of the log is cut by Google."""
    assert json.loads(twice[0]["logged"][0]) == twice[0]["result"]
