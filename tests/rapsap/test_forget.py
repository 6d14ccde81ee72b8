"""``rapsap forget``: what goes, what stays, what it says of the rest, and that nothing returns."""

from __future__ import annotations

import html
import io
import json
import shutil
import sqlite3
import zipfile
from contextlib import closing, redirect_stdout
from datetime import UTC, datetime, timedelta

import openpyxl
import papers
import pytest
from small_campaign import drop_signoffs, keep_agencies

from collector.ledger import Ledger
from config.new import new_campaign
from rapsap.__main__ import main
from rapsap.backing_up import back_up
from rapsap.refreshing import refresh

NOW = datetime(2023, 4, 20, 3, tzinfo=UTC)
HERE, ELSEWHERE = "สำนักงานจังหวัดเชียงราย", "สำนักงานคลังจังหวัดเชียงราย"
FIRST, LAST = "นกขมิ้นสมมติ", "เหลืองอ่อนทดสอบ"
AT = "4/4/2566, 9:00:00"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return a refreshed campaign with the person on a form twice and on paper, and others."""
    folder = tmp_path_factory.mktemp("forget") / "campaign"
    new_campaign(folder)
    keep_agencies(folder, HERE, ELSEWHERE)
    drop_signoffs(folder, "a.csv", ("สมหญิง", "3/4/2566, 9:00:00"), ("สมชาย", AT))
    drop_signoffs(folder, "b.csv", (FIRST, AT), (FIRST, "5/4/2566, 9:00:00"), last_name=LAST)
    sheet = openpyxl.Workbook()
    sheet.active.append(papers.HEADINGS)
    sheet.active.append(papers.paper_row(FIRST, "6/4/2566", last_name=LAST))
    sheet.active.append(papers.paper_row("มานี", "6/4/2566"))
    sheet.save(folder / "inbox" / "paper" / "p.xlsx")
    refresh(folder, now=NOW)
    drop_signoffs(folder, "c.csv", ("ปิติ", "7/4/2566, 9:00:00"))
    refresh(folder, now=NOW + timedelta(hours=1))
    return folder


def at_that_time(patch):
    patch.setenv("SOURCE_DATE_EPOCH", str(int((NOW + timedelta(hours=2)).timestamp())))


@pytest.fixture(scope="module")
def forgotten(made, tmp_path_factory):
    """Return a campaign with copies here and there whose person was forgotten, and what it said."""
    folder = shutil.copytree(made, tmp_path_factory.mktemp("forgotten") / "campaign")
    back_up(folder, folder / "backup" / "b.zip", now=NOW)
    shutil.copy(folder / "ledger.sqlite", folder / "ledger-v2-7.sqlite")
    (folder / "บันทึก.txt").write_text(f"{FIRST}\t{LAST}", encoding="cp874")
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said):
        at_that_time(patch)
        assert forget(folder, "--yes") == 0
    return folder, said.getvalue()


@pytest.fixture
def campaign(made, tmp_path, monkeypatch):
    at_that_time(monkeypatch)
    return shutil.copytree(made, tmp_path / "campaign")


@pytest.fixture
def afterwards(forgotten, tmp_path):
    return shutil.copytree(forgotten[0], tmp_path / "campaign")


def forget(folder, *options, name=f"นาย{FIRST} {LAST}", agency=HERE, reason="คำขอที่ ๑", by="จังหวัด"):
    return main([
        "forget", str(folder), "--agency", agency, "--name", name, "--reason", reason,
        "--by", by, *options,
    ])  # fmt: skip


def holding(campaign, word=LAST):
    """Return the files in whose bytes a word stands, also inside of archives."""
    return {
        path.relative_to(campaign).as_posix()
        for path in campaign.rglob("*")
        if path.is_file() and word.encode() in _bytes(path.read_bytes())
    }


def _bytes(content):
    if not content.startswith(b"PK\x03\x04"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = b"".join(_bytes(archive.read(member)) for member in archive.namelist())
    return html.unescape(parts.decode("utf-8", "replace")).encode()


def rows(campaign):
    return json.loads((campaign / "out/public/data/summary.json").read_text("utf-8-sig"))["rows"]


STAYS = {"inbox/signoff/b.csv", "inbox/paper/p.xlsx", "backup/b.zip"}


def test_the_name_stands_nowhere_but_where_it_says(made, forgotten):
    before, (folder, said) = holding(made), forgotten
    assert "ledger.sqlite" in before
    assert {name.split("/")[1] for name in before if name.startswith("out/")} == {
        "internal", "previous",
    }  # fmt: skip
    assert holding(folder) == STAYS
    for told in ("inbox/signoff/b.csv แถว 2, 3", "inbox/paper/p.xlsx/Sheet แถว 2", "backup/b.zip",
                 "backup/:", "บันทึก.txt"):  # fmt: skip
        assert told in said
    assert "ledger.sqlite" not in said


def test_copies_of_our_own_are_gone(forgotten):
    names = {path.name for path in forgotten[0].rglob("*")}
    assert names & {"ledger.sqlite-wal", "ledger-v2-7.sqlite", "previous", ".forgetting"} == set()


def test_it_lists_the_rows_with_their_days(forgotten):
    for told in ("3 แถว", "4 เม.ย. 2566 09.00 · b.csv แถว 2", "5 เม.ย. 2566 09.00 · b.csv แถว 3",
                 "6 เม.ย. 2566 · p.xlsx/Sheet แถว 2"):  # fmt: skip
        assert told in forgotten[1]


def test_every_row_is_accounted_for_before_and_after(made, forgotten):
    assert rows(made) == {
        "read": 7, "accepted": 5, "superseded": 2, "set_aside": 0, "erased": 0,
    }  # fmt: skip
    assert rows(forgotten[0]) == {
        "read": 7, "accepted": 4, "superseded": 0, "set_aside": 0, "erased": 3,
    }  # fmt: skip


def test_the_next_refresh_does_not_bring_it_back_in_whatever_notation(afterwards):
    times = (AT, "4/4/2023, 9:00:00", "2023/04/04 9:00:01 AM GMT+7")
    for place, at in enumerate(times):
        drop_signoffs(afterwards, f"d{place}.csv", (FIRST, at), last_name=LAST, position="ย้าย")
    refresh(afterwards, now=NOW + timedelta(hours=3))
    assert (rows(afterwards)["erased"], rows(afterwards)["read"]) == (3, 7)
    assert holding(afterwards) == STAYS | {f"inbox/signoff/d{place}.csv" for place in range(3)}


def test_what_the_person_sends_later_is_a_new_row(afterwards):
    drop_signoffs(afterwards, "d.csv", (FIRST, "4/4/2566, 9:00:02"), last_name=LAST)
    refresh(afterwards, now=NOW + timedelta(hours=3))
    assert (rows(afterwards)["erased"], rows(afterwards)["read"]) == (3, 8)


def test_a_namesake_in_another_agency_stays_and_is_told(campaign, capsys):
    drop_signoffs(campaign, "d.csv", (FIRST, AT), last_name=LAST, agency=ELSEWHERE)
    refresh(campaign, now=NOW + timedelta(hours=2))
    assert forget(campaign, "--yes") == 0
    assert "1 แถวที่มีชื่อเดียวกัน" in capsys.readouterr().out
    assert rows(campaign)["erased"] == 3
    with Ledger(campaign / "ledger.sqlite") as ledger:
        stored = [row for table in ledger.answers("signoff") for row in table.rows]
    assert sum(LAST in row for row in stored) == 1


def test_verify_finds_the_chain_whole_and_counts_the_erased(forgotten, capsys):
    assert main(["verify", str(forgotten[0]), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["sound"], said["events"], said["erased"]) == (True, 7, 3)


def test_the_decision_is_recorded_under_a_seal_and_without_the_name(forgotten):
    with closing(sqlite3.connect(forgotten[0] / "ledger.sqlite")) as reader:
        number, at, reason = reader.execute(
            "SELECT id, at, accepted_reason FROM refreshes ORDER BY id DESC LIMIT 1"
        ).fetchone()
        told = reader.execute("SELECT refresh, form, signature, fault FROM acceptances").fetchall()
        (sealed,) = reader.execute("SELECT max(refresh) FROM seals").fetchone()
    assert (datetime.fromisoformat(at), reason) == (NOW + timedelta(hours=2), "คำขอที่ ๑")
    assert told == [
        (number, "signoff", "erased:2", "ลบข้อมูลบุคคล 2 แถว โดยการตัดสินใจของ จังหวัด"),
        (number, "paper", "erased:1", "ลบข้อมูลบุคคล 1 แถว โดยการตัดสินใจของ จังหวัด"),
    ]
    assert sealed == number


@pytest.mark.parametrize("option", ["reason", "by"])
def test_a_decision_that_names_the_person_is_refused(campaign, capsys, option):
    before = (campaign / "ledger.sqlite").read_bytes()
    assert forget(campaign, "--yes", **{option: f"ตามคำขอของ {FIRST}  {LAST}"}) == 2
    assert f"--{option}" in capsys.readouterr().err
    assert (campaign / "ledger.sqlite").read_bytes() == before


def test_without_a_terminal_nothing_is_erased_unless_yes(campaign, capsys):
    before = (campaign / "ledger.sqlite").read_bytes()
    assert forget(campaign) == 2
    shown = capsys.readouterr()
    assert "b.csv แถว 2" in shown.out
    assert "--yes" in shown.err
    assert (campaign / "ledger.sqlite").read_bytes() == before


def test_nobody_of_that_name_or_agency(campaign, capsys):
    assert forget(campaign, "--yes", name=f"{FIRST} เหลืองอ่อนทดสอง") == 2
    assert f"{FIRST} {LAST}" in capsys.readouterr().err
    assert forget(campaign, "--yes", agency=ELSEWHERE) == 2
    assert ELSEWHERE in capsys.readouterr().err
    assert forget(campaign, "--yes", agency="กรมที่ไม่มี") == 2


@pytest.mark.slow
def test_a_doubtful_name_is_refused_and_the_position_tells(campaign, capsys):
    drop_signoffs(
        campaign, "d.csv", (FIRST, "8/4/2566, 9:00:00"), last_name=LAST, position="พนักงานขับรถ"
    )
    refresh(campaign, now=NOW + timedelta(hours=2))
    assert forget(campaign, "--yes") == 2
    said = capsys.readouterr().err
    assert "“พนักงานขับรถ”" in said
    assert "--position" in said
    assert forget(campaign, "--yes", "--position", "พนักงานขับรถ") == 0
    assert rows(campaign)["erased"] == 1


def test_a_fault_in_the_middle_leaves_the_former_ledger(campaign):
    with closing(sqlite3.connect(campaign / "ledger.sqlite")) as meddler, meddler:
        meddler.execute(
            "CREATE TRIGGER late BEFORE INSERT ON seals BEGIN SELECT RAISE(ABORT, 'late'); END"
        )
    assert forget(campaign, "--yes") != 0
    with Ledger(campaign / "ledger.sqlite") as ledger:
        assert ledger.erased_rows() == {}
        assert ledger.forgotten().marks == frozenset()
        assert sum(LAST in row for t in ledger.answers("signoff") for row in t.rows) == 2


def test_the_next_refresh_finishes_what_a_killed_run_left(campaign, monkeypatch):
    def killed(*_given, **_named):
        raise KeyboardInterrupt

    monkeypatch.setattr("rapsap.forgetting.report_only", killed)
    assert forget(campaign, "--yes") != 0
    assert "out/internal/tracker.xlsx" in holding(campaign)
    refresh(campaign, now=NOW + timedelta(hours=3))
    assert holding(campaign) == STAYS - {"backup/b.zip"}
