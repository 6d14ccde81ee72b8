"""What the command tells the scheduler, one test per code, and which of several it tells."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime
from subprocess import PIPE, Popen

import pytest
from filelock import FileLock
from small_campaign import drop_signoffs, new_small_campaign

from config.errors import ExitCode, foremost
from rapsap.__main__ import main

NOW = int(datetime(2023, 4, 30, 3, tzinfo=UTC).timestamp())


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOW))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("codes") / "campaign"
    new_small_campaign(folder)
    drop_signoffs(folder, "march.csv", ("สมหญิง", "3/4/2566, 9:00:00"))
    return folder


@pytest.fixture
def campaign(made, tmp_path):
    return shutil.copytree(made, tmp_path / "campaign")


def refresh(campaign, *options):
    return main(["refresh", str(campaign), *options])


def set_one_row_aside(campaign):
    drop_signoffs(campaign, "odd.csv", ("สมชาย", "4/4/2566, 9:00:00"), agency="กรมที่ไม่มีอยู่จริง")


def break_the_headings(campaign):
    path = campaign / "inbox" / "signoff" / "broken.csv"
    text = (campaign / "inbox" / "signoff" / "march.csv").read_text(encoding="utf-8")
    path.write_text(text.replace("หน่วยงานที่ปฏิบัติงานจริง", "อื่น ๆ", 1), encoding="utf-8")


def bar_the_way_to_the_report(campaign):
    (campaign / "out").write_text("in the way", encoding="utf-8")


def break_the_settings(campaign):
    (campaign / "campaign.toml").write_text("", encoding="utf-8")


def test_0_published_and_0_again_with_nothing_to_do(campaign, capsys):
    assert refresh(campaign) == 0
    assert (campaign / "out/public/index.html").is_file()
    capsys.readouterr()
    assert refresh(campaign) == 0
    assert capsys.readouterr().out.startswith("ไม่มีข้อมูลใหม่ตั้งแต่ครั้งก่อน")


@pytest.mark.parametrize("line", [["refrsh"], ["refresh", "--strickt"], ["new"], ["--lang", "fr"]])
def test_2_for_a_command_that_is_none(line):
    assert main(line) == 2


def test_2_for_a_broken_campaign(campaign):
    break_the_settings(campaign)
    assert refresh(campaign) == 2


def test_2_for_a_folder_that_is_no_campaign(tmp_path):
    assert refresh(tmp_path) == 2
    assert list(tmp_path.iterdir()) == []


def test_2_for_a_clock_that_is_none(campaign, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert refresh(campaign) == 2
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert refresh(campaign) == 0


def test_3_for_rows_set_aside_with_strict_only(campaign):
    set_one_row_aside(campaign)
    assert refresh(campaign) == 0
    assert refresh(campaign, "--strict") == 3  # also when nothing is new


def test_4_for_a_form_that_was_refused(campaign, capsys):
    assert refresh(campaign) == 0
    break_the_headings(campaign)
    assert refresh(campaign) == 4
    said = capsys.readouterr().err
    assert "broken.csv" in said
    assert "หน่วยงานที่ปฏิบัติงานจริง" in said
    assert refresh(campaign, "--accept", "ทดสอบ") == 0


def test_5_when_the_report_cannot_be_written(campaign, capsys):
    bar_the_way_to_the_report(campaign)
    assert refresh(campaign) == 5
    assert str(campaign / "out") in capsys.readouterr().err


def test_75_while_another_refresh_holds_the_folder(campaign, capsys):
    with FileLock(campaign / ".rapsap.lock"):
        assert refresh(campaign) == 75
    assert not (campaign / "out").exists()
    assert "รอให้เสร็จ" in capsys.readouterr().err
    assert refresh(campaign) == 0


def test_the_lock_of_a_killed_process_holds_nobody_up(campaign):
    lock = campaign / ".rapsap.lock"
    hold = (
        f"from filelock import FileLock\nwith FileLock({str(lock)!r}): print(flush=True), input()"
    )
    with Popen([sys.executable, "-c", hold], stdin=PIPE, stdout=PIPE) as holder:
        holder.stdout.readline()
        assert refresh(campaign) == 75
        holder.kill()
    assert lock.exists()
    assert refresh(campaign) == 0


def test_of_5_and_4_the_disk_is_told_and_both_are_logged(campaign, capsys):
    break_the_headings(campaign)
    bar_the_way_to_the_report(campaign)
    assert refresh(campaign) == 5
    said = capsys.readouterr().err
    assert "broken.csv" in said
    assert str(campaign / "out") in said


def test_of_4_and_3_the_refused_form_is_told(campaign):
    set_one_row_aside(campaign)
    break_the_headings(campaign)
    assert refresh(campaign, "--strict") == 4


def test_of_2_and_5_the_campaign_is_told(campaign):
    break_the_settings(campaign)
    bar_the_way_to_the_report(campaign)
    assert refresh(campaign) == 2


def test_the_order_in_which_codes_are_told():
    order = [70, 2, 77, 5, 4, 75, 3, 0]  # design.md §3
    for place, code in enumerate(order):
        assert foremost(map(ExitCode, reversed(order[place:]))) == code
    assert foremost([]) == ExitCode.OK
