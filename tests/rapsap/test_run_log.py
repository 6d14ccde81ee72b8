"""A line for each run, however it ended: figures, and never a word of what was read."""

from __future__ import annotations

import os
import re
import shutil
from datetime import UTC, datetime

import pytest
from filelock import FileLock
from small_campaign import drop_signoffs, new_small_campaign

from rapsap import run_log
from rapsap.__main__ import main
from rapsap.run_log import KEPT, MOST_BYTES, write_line

NOW = datetime(2023, 4, 30, 3, tzinfo=UTC)
LINE = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d exit=(\d+) "
    r"read=(\d+|-) accepted=(\d+|-) set_aside=(\d+|-) new=(\d+|-) complete=(\d+|-) "
    r"seconds=\d+\.\d\n"
)
UNKNOWN = ("-",) * 5


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("log") / "campaign"
    new_small_campaign(folder)
    people = ("สมหญิง", "3/4/2566, 9:00:00"), ("สมศรี", "3/4/2566, 9:05:00")
    drop_signoffs(folder, "march.csv", *people)
    drop_signoffs(folder, "ลับมาก.csv", ("สมชาย", "4/4/2566, 9:00:00"), agency="กรมที่ไม่มีอยู่จริง")
    return folder


@pytest.fixture
def campaign(made, tmp_path):
    return shutil.copytree(made, tmp_path / "campaign")


def refresh(campaign, *options):
    return main(["refresh", str(campaign), "--log", str(campaign / "log/refresh.log"), *options])


def logged(campaign):
    lines = (campaign / "log/refresh.log").read_text(encoding="ascii").splitlines(keepends=True)
    return [LINE.fullmatch(line).groups() for line in lines]


def test_a_run_with_news_one_without_and_one_that_is_strict(campaign, capsys):
    assert refresh(campaign) == 0
    capsys.readouterr()
    assert refresh(campaign) == 0
    assert capsys.readouterr().out.startswith("ไม่มีข้อมูลใหม่")  # the log itself is no news
    assert refresh(campaign, "--strict") == 3
    assert logged(campaign) == [
        ("0", "3", "2", "1", "3", "2"),
        ("0", "3", "2", "1", "0", "2"),
        ("3", "3", "2", "1", "0", "2"),
    ]


def test_a_refused_form_is_a_line_with_what_stands(campaign):
    text = (campaign / "inbox/signoff/march.csv").read_text(encoding="utf-8")
    broken = text.replace("หน่วยงานที่ปฏิบัติงานจริง", "สมหญิงบอกว่า", 1)
    (campaign / "inbox/signoff/broken.csv").write_text(broken, encoding="utf-8")
    assert refresh(campaign) == 4
    assert logged(campaign) == [("4", "0", "0", "0", "0", "0")]


def test_failures_are_lines_without_figures(campaign):
    (campaign / "out").write_text("in the way", encoding="utf-8")
    assert refresh(campaign) == 5
    (campaign / "campaign.toml").write_text("สมหญิง = ", encoding="utf-8")
    assert refresh(campaign) == 2
    with FileLock(campaign / ".rapsap.lock"):
        assert refresh(campaign) == 75
    assert logged(campaign) == [("5", *UNKNOWN), ("2", *UNKNOWN), ("75", *UNKNOWN)]


def test_a_failed_run_keeps_its_code_though_its_log_cannot_be_written(campaign):
    (campaign / "log").write_text("in the way", encoding="utf-8")
    with FileLock(campaign / ".rapsap.lock"):
        assert refresh(campaign) == 75


def test_a_clock_that_is_none_is_a_line(campaign, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert refresh(campaign) == 2
    assert logged(campaign) == [("2", *UNKNOWN)]


def test_a_log_that_cannot_be_written_is_5_but_the_report_stands(campaign, capsys):
    (campaign / "log").write_text("in the way", encoding="utf-8")
    assert refresh(campaign) == 5
    assert str(campaign / "log/refresh.log") in capsys.readouterr().err
    assert (campaign / "out/public/index.html").is_file()


def test_a_campaign_that_is_gone_is_not_made_by_its_log(tmp_path):
    assert refresh(tmp_path / "unplugged") == 2
    assert list(tmp_path.iterdir()) == []


def test_a_log_is_full_at_its_limit_and_not_before(tmp_path):
    log = tmp_path / "refresh.log"
    log.write_bytes(b"-" * (MOST_BYTES - 5))
    write_line("1234\n", log)
    assert log.stat().st_size == MOST_BYTES
    assert not (tmp_path / "refresh.log.1").exists()
    write_line("5678\n", log)
    assert log.read_text(encoding="ascii") == "5678\n"
    assert (tmp_path / "refresh.log.1").stat().st_size == MOST_BYTES


def test_so_many_former_logs_are_kept_the_newest_ones(tmp_path):
    log = tmp_path / "refresh.log"
    for number in range(KEPT + 3):
        write_line(f"{number}".ljust(MOST_BYTES - 1) + "\n", log)
    kept = sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".lock")
    assert kept == ["refresh.log", *(f"refresh.log.{number}" for number in range(1, KEPT + 1))]
    newest_first = [(tmp_path / name).read_text(encoding="ascii")[0] for name in kept]
    assert newest_first == ["6", "5", "4", "3", "2"]


def test_a_line_is_written_though_another_run_holds_the_log(tmp_path, monkeypatch):
    monkeypatch.setattr(run_log, "_WAIT", 0.1)
    with FileLock(tmp_path / "refresh.log.lock"):
        write_line("1\n", tmp_path / "refresh.log")
    assert (tmp_path / "refresh.log").read_text(encoding="ascii") == "1\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_log_one_may_not_write_is_told(campaign):
    (campaign / "log").mkdir(mode=0o500)
    assert refresh(campaign) == 5
