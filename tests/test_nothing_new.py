"""Invariant 5, second half: what is something new, and that nothing else is.

Each promise shows both sides: the report stands until the very thing that is new.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from builders import headings, signoff_form, signoff_row, tiny_campaign
from small_campaign import drop_signoffs, new_small_campaign

from collector import Ledger, RawTable
from config.campaign import Agency, AgencyAlias, RosterPerson
from config.errors import ExitCode
from rapsap.program import HOME, program_digest
from rapsap.refreshing import LEDGER, out_of, refresh, report_only
from rapsap.unchanged import Inputs, LastRun, still_holds

MARCH = datetime(2023, 3, 10, 3, tzinfo=UTC)
PAST_THE_DEADLINE = datetime(2023, 4, 30, 17, tzinfo=UTC)  # ๑ พ.ค. ๒๕๖๖ ๐๐.๐๐ น. in Bangkok
A_SECOND = timedelta(seconds=1)
CHECKED = "public/checked.js"
A_DOWNLOAD = "ประทับเวลา,ชื่อ\n3/4/2566,เอ\n"


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("new") / "campaign"
    new_small_campaign(folder)
    refresh(folder, now=MARCH)
    return folder


@pytest.fixture
def campaign(refreshed, tmp_path):
    """Return a campaign folder that has been refreshed once, in March."""
    return shutil.copytree(refreshed, tmp_path / "campaign")


def is_news(folder, now=MARCH + timedelta(hours=1)) -> bool:
    return refresh(folder, now=now).summary is not None


def written(out):
    """Return when and what was written, file by file."""
    return {
        path.relative_to(out).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in out.rglob("*")
        if path.is_file()
    }


def test_with_nothing_new_only_checked_js_is_written(campaign):
    before = written(out_of(campaign))
    ledger = (campaign / LEDGER).read_bytes()
    assert not is_news(campaign)
    after = written(out_of(campaign))
    assert before.keys() == after.keys()
    assert [name for name in after if after[name] != before[name]] == [CHECKED]
    assert after[CHECKED][1] == b'window.rapsapChecked="2023-03-10T04:00:00+00:00";\n'
    assert (campaign / LEDGER).read_bytes() == ledger


def test_a_date_of_the_campaign_is_news_from_its_moment_on(campaign):
    assert not is_news(campaign, PAST_THE_DEADLINE - A_SECOND)
    assert is_news(campaign, PAST_THE_DEADLINE)
    assert not is_news(campaign, PAST_THE_DEADLINE + A_SECOND)


def midnight(day):
    return datetime(day.year, day.month, day.day, tzinfo=tiny_campaign().zone)


def person(**dates):
    return RosterPerson(
        agency="skills", first_name="สมมติ", last_name="ใจดี", staff_type="official", **dates
    )


def agency_once_called(**dates):
    alias = AgencyAlias(alias="ศูนย์ฝึกสมมติ", **dates)
    return Agency(id="x", name="สมมติ", short_name="สมมติ", verified=True, aliases=(alias,))


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        ({}, date(2023, 4, 1)),  # the window opens
        ({"people": (person(joined=date(2023, 3, 20)),)}, date(2023, 3, 20)),
        ({"people": (person(left=date(2023, 3, 20)),)}, date(2023, 3, 20)),
        (
            {"people": (person(exempt="ลาอุปสมบท", exempt_until=date(2023, 3, 20)),)},
            date(2023, 3, 21),
        ),
        ({"agencies": (agency_once_called(since=date(2023, 3, 20)),)}, date(2023, 3, 20)),
        ({"agencies": (agency_once_called(until=date(2023, 3, 20)),)}, date(2023, 3, 21)),
    ],
)
def test_the_next_date_is_the_first_moment_of_its_day(changes, day):
    moment = midnight(day)
    chosen = tiny_campaign(**({"agencies": ()} | changes))
    assert chosen.next_date_after(MARCH) == moment
    assert chosen.next_date_after(moment - A_SECOND) == moment
    assert chosen.next_date_after(moment) != moment


def test_a_new_version_and_the_day_after_the_deadline_are_dates():
    tiny = tiny_campaign(agencies=())
    assert tiny.next_date_after(midnight(date(2023, 4, 1))) == midnight(date(2023, 4, 10))
    assert tiny.next_date_after(midnight(date(2023, 4, 10))) == midnight(date(2023, 5, 1))
    assert tiny.next_date_after(midnight(date(2023, 5, 1))) is None


def test_a_row_dated_ahead_is_news_when_it_comes_due(campaign):
    drop_signoffs(campaign, "a.csv", ("สมมติ", "20/3/2023, 9:00:00"))
    a_day_before = datetime(2023, 3, 19, 2, tzinfo=UTC)  # ๐๙.๐๐ น. in Bangkok
    assert refresh(campaign, now=MARCH).summary.rows["set_aside"] == 1
    assert not is_news(campaign, a_day_before - A_SECOND)
    assert refresh(campaign, now=a_day_before).summary.rows["accepted"] == 1
    assert not is_news(campaign, a_day_before + A_SECOND)


@pytest.mark.parametrize("name", ["campaign.toml", "texts/privacy-notice.md"])
def test_an_edited_text_is_news_also_when_size_and_time_stay_the_same(campaign, name):
    text = campaign / name
    before = text.stat()
    edited = text.read_text(encoding="utf-8").replace("จังหวัด", "จ้งหวัด", 1)
    text.write_text(edited, encoding="utf-8")
    os.utime(text, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert text.stat().st_size == before.st_size
    assert is_news(campaign)
    assert not is_news(campaign)


def test_last_year_s_figures_are_news(campaign):
    place = campaign / "last-year" / "summary.json"
    place.parent.mkdir()
    place.write_text("{}", encoding="utf-8")
    assert is_news(campaign)
    assert not is_news(campaign)


def test_a_file_that_was_only_touched_is_no_news(campaign):
    (campaign / "texts" / "privacy-notice.md").touch()
    assert not is_news(campaign)


def test_a_download_dropped_or_taken_away_is_news(campaign):
    dropped = campaign / "inbox" / "signoff" / "a.csv"
    dropped.write_text(A_DOWNLOAD, encoding="utf-8")
    assert is_news(campaign)
    assert not is_news(campaign)
    dropped.unlink()
    assert is_news(campaign)


def test_excel_s_own_lock_file_is_no_news(campaign):
    (campaign / "~$ตั้งค่า.xlsx").write_bytes(b"who has it open")
    assert not is_news(campaign)


def test_a_download_that_comes_while_a_refresh_is_at_work_is_news_to_the_next(campaign):
    dropped = campaign / "inbox" / "signoff" / "late.csv"
    steps = []

    def drop(step):
        steps.append(step)
        if len(steps) == 3:  # collecting is done by then
            dropped.write_text(A_DOWNLOAD, encoding="utf-8")

    (campaign / "texts" / "privacy-notice.md").write_text("ใหม่", encoding="utf-8")
    refresh(campaign, now=MARCH, progress=drop)
    assert dropped.exists()
    outcome = refresh(campaign, now=MARCH)
    assert outcome.run is not None
    assert [file["origin"] for file in outcome.run["refused_files"]] == ["late.csv"]


def test_a_report_without_collecting_leaves_the_inbox_to_the_next_refresh(campaign):
    dropped = campaign / "inbox" / "signoff" / "a.csv"
    dropped.write_text(A_DOWNLOAD, encoding="utf-8")
    report_only(campaign, now=MARCH, progress=lambda _step: None)
    assert is_news(campaign)
    assert not is_news(campaign)


def test_what_another_step_recorded_is_news(campaign):
    recorded = RawTable(
        "signoff", "inbox", "a.csv", headings(signoff_form()),
        (signoff_row("สมมติ", "3/4/2023, 9:00:00"),), (2,), 0, MARCH,
    )  # fmt: skip
    with Ledger(campaign / LEDGER) as ledger:
        changes = ledger.compare([recorded], form="signoff", source="inbox")
        ledger.record([changes], now=MARCH)
    assert is_news(campaign)


@pytest.mark.parametrize("name", ["public/index.html", "internal/review.csv"])
def test_a_report_that_is_not_what_was_published_is_made_again(campaign, name):
    page = out_of(campaign) / name
    whole = page.read_bytes()
    page.write_bytes(whole[:-1] + b"?")
    assert is_news(campaign)
    assert page.read_bytes()[-1:] == whole[-1:]
    page.unlink()
    assert is_news(campaign)
    assert page.exists()


@pytest.mark.parametrize("failed", [False, True])
def test_a_source_that_failed_is_asked_again_whatever_else_was_wrong(tmp_path, failed):
    inputs = Inputs(program="1", files="2", ledger="3")
    last = LastRun(inputs, "", exit_code=ExitCode.FORM_REFUSED, published={}, failed=failed)
    assert still_holds(last, tmp_path, inputs=inputs, now=MARCH) is not failed


def test_a_record_that_another_rapsap_wrote_is_none_to_rely_on(campaign):
    record = out_of(campaign) / ".last-run.json"
    record.write_text('{"inputs": "0b5c", "valid_until": "", "exit_code": 0, "files": {}}')
    assert is_news(campaign)
    assert not is_news(campaign)


@pytest.fixture
def program(tmp_path):
    """Return a copy of this program's own files."""
    copy = tmp_path / "program"
    for room in ("config", "collector", "aggregate", "report", "rapsap"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(HOME / room, copy / room, ignore=ignored)
    return copy


def test_the_program_is_known_by_what_it_consists_of(program):
    assert program_digest(program) == program_digest(HOME)
    (program / "report" / "__pycache__").mkdir()
    (program / "report" / "__pycache__" / "x.pyc").write_bytes(b"compiled")
    assert program_digest(program) == program_digest(HOME)


@pytest.mark.parametrize(
    "part", ["rapsap/__init__.py", "report/templates/index.html.j2", "aggregate/rounding.py"]
)
def test_another_version_is_another_program(program, part):
    with (program / part).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert program_digest(program) != program_digest(HOME)


def test_another_version_of_a_library_is_another_program(program, tmp_path, monkeypatch):
    before = program_digest(program)
    (tmp_path / "pandas-99.dist-info").mkdir()
    assert program_digest(program) == before
    monkeypatch.syspath_prepend(tmp_path)
    assert program_digest(program) != before


@pytest.mark.slow
def test_a_new_version_of_rapsap_writes_the_report_anew(campaign, program):
    def refresh_with_it():
        said = subprocess.run(
            [sys.executable, "-m", "rapsap", "refresh", "--lang", "en", campaign],
            cwd=program, env={"SOURCE_DATE_EPOCH": "1678420800"},
            capture_output=True, check=True, text=True, encoding="utf-8",
        )  # fmt: skip
        return "Nothing new" not in said.stdout

    refresh_with_it()
    assert not refresh_with_it()
    version = Path(program, "rapsap", "__init__.py")
    version.write_text(version.read_text().replace("0.1.0", "0.1.1"))
    assert refresh_with_it()
    assert not refresh_with_it()


def test_a_record_that_cannot_be_written_costs_the_next_run_its_work_and_nothing_else(campaign):
    drop_signoffs(campaign, "a.csv", ("สมมติ", "1/3/2023, 9:00:00"))
    (out_of(campaign) / ".last-run.json.new").mkdir()  # in the way of the record alone
    assert is_news(campaign)
    assert is_news(campaign)
    (out_of(campaign) / ".last-run.json.new").rmdir()
    assert is_news(campaign)
    assert not is_news(campaign)
