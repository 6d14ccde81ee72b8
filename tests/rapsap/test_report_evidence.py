"""``rapsap report --evidence``: made when asked for, and no refresh ever touches it."""

from __future__ import annotations

import pytest
from small_campaign import AGENCY, drop_signoffs, new_small_campaign

from rapsap.__main__ import main

pytestmark = pytest.mark.slow  # four times the whole way


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    folder = tmp_path_factory.mktemp("evidence") / "campaign"
    new_small_campaign(folder)
    return folder


def files_below(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_evidence_stands_as_it_was_whatever_is_refreshed_later(campaign, capsys):
    assert main(["report", str(campaign), "--evidence"]) == 2  # nobody has answered yet
    assert "ยังไม่มีคำตอบ" in capsys.readouterr().err
    drop_signoffs(campaign, "march.csv", ("สมมติ", "3/3/2566, 9:00:00"))
    assert main(["refresh", str(campaign)]) == 0
    assert not (campaign / "out" / "evidence").exists()

    assert main(["report", str(campaign), "--evidence"]) == 0
    first = campaign / "out" / "evidence" / "2023-03-03"
    said = capsys.readouterr()
    assert str(first) in said.out
    assert f"{AGENCY} (1 จาก 1)" in said.err
    kept = files_below(campaign / "out" / "evidence")
    assert len([path for path in kept if path.suffix == ".pdf"]) == 5

    drop_signoffs(campaign, "april.csv", ("จำลอง", "4/4/2566, 9:00:00"))
    assert main(["refresh", str(campaign)]) == 0
    assert files_below(campaign / "out" / "evidence") == kept
    assert main(["report", str(campaign), "--evidence"]) == 0
    assert sorted(path.name for path in (campaign / "out" / "evidence").iterdir()) == [
        "2023-03-03",
        "2023-04-04",
    ]
    assert files_below(first) == kept
