"""``rapsap check``: all that a refresh needs is examined, and nothing is changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from small_campaign import drop_signoffs, new_small_campaign

from collector.inspection import inspect_inbox, inspect_ledger
from config.errors import ExitCode
from config.loading import load_campaign
from rapsap.__main__ import main
from report.inspection import inspect_fonts, inspect_output, inspect_room, inspect_schedule

NOW = datetime(2023, 4, 30, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("check") / "campaign"
    new_small_campaign(folder)
    drop_signoffs(folder, "march.csv", ("สมหญิง", "3/4/2566, 9:00:00"))
    return folder


@pytest.fixture
def campaign(made, tmp_path):
    return shutil.copytree(made, tmp_path / "campaign")


@pytest.fixture(scope="module")
def refreshed(made, tmp_path_factory):
    folder = shutil.copytree(made, tmp_path_factory.mktemp("check") / "refreshed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
        assert main(["refresh", str(folder)]) == 0
    return folder


def checked(folder, capsys):
    code = main(["check", str(folder)])
    return code, capsys.readouterr().out


def contents(folder):
    return {
        path.relative_to(folder): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def rewrite(campaign, old, new):
    path = campaign / "inbox/signoff/march.csv"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")


def in_the_inbox(campaign):
    return list(inspect_inbox(load_campaign(campaign), campaign, NOW))


def test_a_new_campaign_has_no_error_only_what_is_left_to_confirm(campaign, capsys):
    code, said = checked(campaign, capsys)
    assert code == 0
    assert "ต้องแก้ไข 0 รายการ" in said
    for well in ("campaign.toml และตารางข้อมูล", "ไฟล์คำตอบใน inbox", "สมุดบันทึก", "แบบอักษร"):
        assert f"\n✓ {well}\n" in f"\n{said}"


@pytest.mark.parametrize("state", ["new", "refreshed", "broken"])
def test_no_byte_is_changed_and_no_ledger_made(campaign, refreshed, tmp_path, state, capsys):
    folder = campaign
    if state == "refreshed":
        folder = shutil.copytree(refreshed, tmp_path / "refreshed")
    if state == "broken":
        (folder / "campaign.toml").write_text("?", encoding="utf-8")
    before = contents(folder)
    checked(folder, capsys)
    assert contents(folder) == before
    assert (folder / "ledger.sqlite").exists() is (state == "refreshed")


def test_every_mistake_of_a_broken_campaign_and_what_needs_no_campaign(campaign, capsys):
    settings = campaign / "campaign.toml"
    text = settings.read_text("utf-8").replace('province = "จังหวัดเชียงราย"', "province = เชียงราย")
    settings.write_text(text, encoding="utf-8")
    code, said = checked(campaign, capsys)
    assert code == 2
    assert "✗ campaign.toml บรรทัด 6" in said
    assert "– ไฟล์คำตอบใน inbox: ยังไม่ได้ตรวจ" in said
    assert "\n✓ แบบอักษร\n" in said


def test_a_folder_that_is_no_campaign(tmp_path, capsys):
    assert checked(tmp_path, capsys) == (2, "")


class TestInbox:
    """The headings are read through the map of a refresh."""

    def test_what_a_refresh_would_take_is_not_mentioned(self, campaign):
        assert in_the_inbox(campaign) == []

    def test_a_missing_question_refuses_the_form(self, campaign, capsys):
        rewrite(campaign, "หน่วยงานที่ปฏิบัติงานจริง", "ที่ทำงาน")
        missing, unknown = in_the_inbox(campaign)
        assert missing.place == "inbox/signoff/march.csv"
        assert "“หน่วยงานที่ปฏิบัติงานจริง”" in missing.fault
        assert missing.code == ExitCode.FORM_REFUSED
        assert "“ที่ทำงาน”" in unknown.fault
        assert not unknown.is_error
        assert checked(campaign, capsys)[0] == 4

    def test_a_doubled_question_refuses_the_form(self, campaign):
        rewrite(campaign, "กลุ่มงาน/ฝ่าย/อำเภอ", "นามสกุล")
        (doubled,) = in_the_inbox(campaign)
        assert "“นามสกุล”" in doubled.fault
        assert doubled.code == ExitCode.FORM_REFUSED

    def test_a_file_that_is_not_the_form_s_is_told_and_refuses_nothing(self, campaign):
        (campaign / "inbox/signoff/other.csv").write_text("ก,ข\n1,2\n", encoding="utf-8")
        (campaign / "inbox/coi/cut.csv").write_bytes(b"\xff\xd8\xff a picture")
        places = {finding.place: finding.is_error for finding in in_the_inbox(campaign)}
        assert places == {"inbox/signoff/other.csv": False, "inbox/coi/cut.csv": False}


class TestLedger:
    """It is looked at, never opened for writing."""

    def test_a_sound_one_is_not_mentioned_nor_one_that_is_not_there(self, refreshed, tmp_path):
        assert list(inspect_ledger(refreshed / "ledger.sqlite")) == []
        assert list(inspect_ledger(tmp_path / "ledger.sqlite")) == []

    @pytest.mark.parametrize("content", [b"not a database at all" * 50, b""])
    def test_what_is_none_is_told(self, tmp_path, content):
        path = tmp_path / "ledger.sqlite"
        path.write_bytes(content)
        assert [finding.is_error for finding in inspect_ledger(path)] == [True]

    def test_another_program_s_database_is_told(self, tmp_path):
        path = tmp_path / "ledger.sqlite"
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE t (a)")
        connection.close()
        (found,) = inspect_ledger(path)
        assert found.place == str(path)

    def test_a_damaged_one_is_told(self, refreshed, tmp_path):
        path = tmp_path / "ledger.sqlite"
        content = bytearray((refreshed / "ledger.sqlite").read_bytes())
        content[4096:12288] = os.urandom(8192)
        path.write_bytes(content)
        assert [finding.is_error for finding in inspect_ledger(path)] == [True]

    @pytest.mark.parametrize(("folder", "told"), [("OneDrive - จังหวัด", 1), ("เอกสาร", 0)])
    def test_a_synchronised_folder_is_told(self, tmp_path, folder, told):
        assert len(list(inspect_ledger(tmp_path / folder / "ledger.sqlite"))) == told


class TestReport:
    """Where the report is written, and how old it may be."""

    def test_the_typeface_is_there(self):
        assert list(inspect_fonts()) == []

    def test_a_file_in_the_place_of_the_folder(self, campaign, capsys):
        (campaign / "out").write_text("in the way", encoding="utf-8")
        assert [finding.code for finding in inspect_output(campaign / "out")] == [5]
        assert checked(campaign, capsys)[0] == 5

    def test_a_folder_yet_to_be_made_and_a_report_that_stands(self, campaign, refreshed):
        assert list(inspect_output(campaign / "out")) == []
        assert list(inspect_output(refreshed / "out")) == []

    def test_a_page_that_cannot_be_written_is_named(self, refreshed, tmp_path):
        out = shutil.copytree(refreshed / "out", tmp_path / "out")
        (out / "public/index.html").unlink()
        (out / "public/index.html").mkdir()
        (found,) = inspect_output(out)
        assert found.place.endswith("index.html")

    def test_a_folder_one_may_not_write(self, tmp_path):
        if os.geteuid() == 0:
            pytest.skip("root may write everywhere")
        tmp_path.chmod(0o500)
        assert [finding.code for finding in inspect_output(tmp_path / "out")] == [5]

    def test_room_for_three_reports_is_asked_for(self, campaign, monkeypatch):
        free = 200_000_000
        monkeypatch.setattr(
            shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(0, 0, free)
        )
        assert list(inspect_room(campaign, campaign / "out")) == []
        free -= 1
        (found,) = inspect_room(campaign, campaign / "out")
        assert found.code == ExitCode.CANNOT_WRITE
        assert "199 MB" in found.fault

    @pytest.mark.parametrize(("late_by", "told"), [(0, 0), (1, 1)])
    def test_two_periods_are_in_time_and_a_second_more_is_not(self, refreshed, late_by, told):
        now = NOW + timedelta(hours=48, seconds=late_by)
        assert len(list(inspect_schedule(refreshed / "out", every_hours=24, now=now))) == told

    def test_a_campaign_never_refreshed_is_not_late(self, campaign):
        assert list(inspect_schedule(campaign / "out", every_hours=24, now=NOW)) == []


def test_of_several_errors_the_foremost_is_the_exit_code(campaign, capsys):
    (campaign / "out").write_text("in the way", encoding="utf-8")
    rewrite(campaign, "หน่วยงานที่ปฏิบัติงานจริง", "ที่ทำงาน")
    assert checked(campaign, capsys)[0] == 5
    (campaign / "texts/privacy-notice.md").unlink()
    assert checked(campaign, capsys)[0] == 2
