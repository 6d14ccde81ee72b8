"""``rapsap verify``: what it compares, what it says, and what it ends with."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime, timedelta

import pytest
from small_campaign import drop_signoffs, new_small_campaign

from rapsap.__main__ import main
from rapsap.approving import approve
from rapsap.refreshing import refresh
from report.edition import Edition
from report.evidence import keep

NOW = datetime(2023, 4, 20, 3, tzinfo=UTC)
EDITION = Edition("ฉบับเสนอ", "ชร 1", date(2023, 4, 20))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return a campaign with an approved edition, and the ledger's file from before it."""
    folder = tmp_path_factory.mktemp("verify") / "campaign"
    new_small_campaign(folder)
    drop_signoffs(folder, "a.csv", ("สมหญิง", "3/4/2566, 9:00:00"))
    refresh(folder, now=NOW)
    shutil.copy(folder / "ledger.sqlite", folder.parent / "older.sqlite")
    drop_signoffs(folder, "b.csv", ("สมชาย", "4/4/2566, 9:00:00"))
    refresh(folder, now=NOW + timedelta(hours=1))
    approve(
        folder, EDITION, now=NOW + timedelta(hours=2), accept="", progress=lambda _step: None
    )  # fmt: skip
    return folder


@pytest.fixture
def campaign(made, tmp_path):
    return shutil.copytree(made, tmp_path / "campaign")


def verify(campaign, capsys, *options):
    code = main(["verify", str(campaign), "--json", *options])
    return code, json.loads(capsys.readouterr().out)


def test_what_was_published_and_approved_fits(campaign, capsys):
    code, said = verify(campaign, capsys)
    assert (code, said["sound"], said["faults"]) == (0, True, [])
    assert [reference["where"] for reference in said["references"]] == [
        "out/public/run.json", "out/internal/run.json", "out/previous/public/run.json",
        "out/previous/internal/run.json", "out/editions/2023-04-20-ฉบับเสนอ/run.json",
    ]  # fmt: skip
    assert said["ledger_reference"].startswith("2-")
    assert said["streams"] == [
        {"form": "signoff", "source": "inbox", "added": 2, "changed": 0, "vanished": 0}
    ]


def test_the_reference_at_the_foot_of_a_page_fits_in_whatever_digits(campaign, capsys):
    page = (campaign / "out/public/index.html").read_text(encoding="utf-8")
    printed = page.partition('class="reference">')[2].partition("<")[0]
    typed = printed.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")).replace("-", " ")
    code, said = verify(campaign, capsys, "--reference", typed)
    assert code == 0
    assert said["references"][0] == {"where": "รหัสที่ระบุ", "reference": printed, "fits": True}


def test_a_reference_that_is_none_is_a_slip(campaign, capsys):
    assert main(["verify", str(campaign), "--reference", "2-abcd"]) == 2
    assert "ไม่ใช่รหัสท้ายสมุดบันทึก" in capsys.readouterr().err


def test_an_older_file_put_back_ends_with_2_and_is_named_by_each_copy(made, campaign, capsys):
    shutil.copy(made.parent / "older.sqlite", campaign / "ledger.sqlite")
    code, said = verify(campaign, capsys)
    assert code == 2
    (fault,) = said["faults"]
    assert fault["kind"] == "older"
    for copy in ("out/public/run.json", "out/editions/2023-04-20-ฉบับเสนอ/run.json"):
        assert copy in fault["place"]
    assert "out/previous" not in fault["place"]
    assert main(["verify", str(campaign)]) == 2
    shown = capsys.readouterr().out
    assert "นำไฟล์เก่ากลับมาวาง" in shown
    assert "✓ out/previous/public/run.json" in shown


def test_an_edition_that_somebody_touched_is_named_with_the_file(campaign, capsys):
    page = campaign / "out/editions/2023-04-20-ฉบับเสนอ/index.html"
    page.chmod(0o644)
    page.write_bytes(page.read_bytes() + b" ")
    code, said = verify(campaign, capsys)
    assert code == 2
    (fault,) = said["faults"]
    assert (fault["kind"], fault["place"]) == (
        "files altered", "out/editions/2023-04-20-ฉบับเสนอ",
    )  # fmt: skip
    assert "index.html" in fault["fault"]


def test_kept_evidence_that_somebody_touched_is_named_too(campaign, capsys):
    place = keep([("a.pdf", b"%PDF")], date(2023, 4, 20), campaign / "out")
    assert verify(campaign, capsys)[0] == 0
    (place / "a.pdf").unlink()
    code, said = verify(campaign, capsys)
    assert code == 2
    (fault,) = said["faults"]
    assert (fault["kind"], fault["place"]) == ("files altered", "out/evidence/2023-04-20")


def test_a_campaign_without_a_ledger_and_a_folder_that_is_none(campaign, tmp_path, capsys):
    (campaign / "ledger.sqlite").unlink()
    assert main(["verify", str(campaign)]) == 2
    assert "ไม่มีสมุดบันทึกที่นี่" in capsys.readouterr().err
    assert not (campaign / "ledger.sqlite").exists()
    (tmp_path / "empty").mkdir()
    assert main(["verify", str(tmp_path / "empty")]) == 2


def test_it_changes_no_byte_and_makes_no_file(campaign):
    before = {p: p.read_bytes() for p in campaign.rglob("*") if p.is_file()}
    assert main(["verify", str(campaign)]) == 0
    assert {p: p.read_bytes() for p in campaign.rglob("*") if p.is_file()} == before


def test_a_record_that_is_broken_or_of_before_claims_nothing(campaign, capsys):
    (campaign / "out/public/run.json").write_text("{", encoding="utf-8")
    (campaign / "out/internal/run.json").write_text('{"ledger": 7}', encoding="utf-8")
    code, said = verify(campaign, capsys)
    assert code == 0
    assert len(said["references"]) == 3
