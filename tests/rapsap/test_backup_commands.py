"""``rapsap backup`` and ``rapsap restore`` from the command line: names, places, exit codes."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime

import pytest
from small_campaign import drop_signoffs, new_small_campaign

from rapsap.__main__ import main
from rapsap.refreshing import refresh

NOW = datetime(2023, 4, 20, 3, tzinfo=UTC)
NAME = re.compile(r"campaign-\d{4}-\d\d-\d\d-\d{4}-1(-[0-9a-f]{4}){4}(-\(2\))?\.zip")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("backup") / "campaign"
    new_small_campaign(folder)
    drop_signoffs(folder, "a.csv", ("สมหญิง", "3/4/2566, 9:00:00"))
    refresh(folder, now=NOW)
    return folder


@pytest.fixture
def campaign(made, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    return shutil.copytree(made, tmp_path / "campaign")


def data_of(folder):
    return {path.name: path.read_bytes() for path in sorted((folder / "out/public/data").iterdir())}


def test_without_a_place_it_lies_in_the_campaign_and_says_so(campaign, capsys):
    assert main(["backup", str(campaign)]) == 0
    assert main(["backup", str(campaign)]) == 0
    names = sorted(path.name for path in (campaign / "backup").iterdir())
    assert len(names) == 2
    assert all(map(NAME.fullmatch, names))
    assert "คัดลอกไปไว้ที่อื่น" in capsys.readouterr().err


def test_a_backup_is_no_news_to_a_refresh(campaign, capsys):
    assert main(["backup", str(campaign)]) == 0
    assert main(["refresh", str(campaign)]) == 0
    assert "ไม่มีข้อมูลใหม่" in capsys.readouterr().out


def test_what_is_restored_refreshes_to_the_same_figures(campaign, tmp_path, capsys):
    assert main(["backup", str(campaign), "--to", str(tmp_path / "สำรอง.zip")]) == 0
    capsys.readouterr()
    assert main(["restore", str(tmp_path / "สำรอง.zip"), str(tmp_path / "again")]) == 0
    said = capsys.readouterr().out
    page = (campaign / "out/public/index.html").read_text(encoding="utf-8")
    assert page.partition('class="reference">')[2].partition("<")[0] in said
    assert main(["verify", str(tmp_path / "again")]) == 0
    assert main(["refresh", str(tmp_path / "again")]) == 0
    assert data_of(tmp_path / "again") == data_of(campaign)


def test_a_folder_to_put_it_into_is_made(campaign, tmp_path):
    assert main(["backup", str(campaign), "--to", str(tmp_path / "ที่อื่น")]) == 0
    (place,) = (tmp_path / "ที่อื่น").iterdir()
    assert NAME.fullmatch(place.name)


def test_it_never_overwrites_and_a_cut_one_is_refused(campaign, tmp_path, capsys):
    place = tmp_path / "a.zip"
    assert main(["backup", str(campaign), "--to", str(place)]) == 0
    assert main(["backup", str(campaign), "--to", str(place)]) == 2
    place.chmod(0o600)
    place.write_bytes(place.read_bytes()[:-1])
    capsys.readouterr()
    assert main(["restore", str(place), str(tmp_path / "again")]) == 2
    assert "ไฟล์ถูกตัดท้าย" in capsys.readouterr().err
    assert not (tmp_path / "again").exists()


def test_a_folder_that_is_no_campaign_has_nothing_to_back_up(tmp_path):
    assert main(["backup", str(tmp_path)]) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_that_is_not_sound_is_backed_up_with_exit_code_2(campaign, tmp_path, capsys):
    path = campaign / "ledger.sqlite"
    path.write_bytes(path.read_bytes().replace("สมหญิง".encode(), "สมชาย".ljust(6, "ๆ").encode()))
    assert main(["backup", str(campaign), "--to", str(tmp_path / "a.zip")]) == 2
    assert (tmp_path / "a.zip").is_file()
    assert "rapsap verify" in capsys.readouterr().out
    assert main(["restore", str(tmp_path / "a.zip"), str(tmp_path / "again")]) == 2
