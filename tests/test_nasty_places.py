"""Where the report is written, and what changes while it is (rows P7 and K16)."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime

import pytest
from promises import Run, assert_kept, new_campaign
from promises import refresh as refresh_by_command
from small_campaign import drop_signoffs

from rapsap.refreshing import refresh

NOW = datetime(2023, 4, 20, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    new_campaign(tmp_path / "campaign")
    drop_signoffs(tmp_path / "campaign", "a.csv", ("สมมุติ", "3/4/2566, 9:00:00"))
    return tmp_path / "campaign"


def test_p7_a_link_to_another_folder_is_followed(folder, tmp_path) -> None:
    elsewhere = tmp_path / "ที่อื่น"
    elsewhere.mkdir()
    (folder / "out").symlink_to(elsewhere, target_is_directory=True)
    assert_kept(refresh_by_command(folder))
    assert (folder / "out").is_symlink()
    assert (elsewhere / "public" / "index.html").is_file()


def test_k16_a_campaign_edited_during_a_run_counts_for_the_next_one(folder) -> None:
    settings = folder / "campaign.toml"
    old = settings.read_text(encoding="utf-8")
    steps = []

    def edit_after_reading(step: str) -> None:
        steps.append(step)
        if len(steps) == 2:
            settings.write_text(old.replace("เชียงราย", "สมมุติ"), encoding="utf-8")

    refresh(folder, now=NOW, progress=edit_after_reading)
    assert len(steps) > 2
    first = Run(folder, 0, "")
    assert "สมมุติ" not in first.text("public/index.html")
    assert "สมมุติ" not in first.text("internal/index.html")
    assert refresh(folder, now=NOW).summary is not None
    assert "สมมุติ" in Run(folder, 0, "").text("public/index.html")


@pytest.mark.skipif(sys.platform != "linux", reason="file names and links as Linux has them")
def test_files_in_no_alphabet_or_unreadable_are_told_and_the_others_count(folder) -> None:
    inbox = folder / "inbox" / "signoff"
    (inbox / "link.csv").symlink_to("nowhere")
    (inbox / "memory.csv").symlink_to("/proc/self/mem")  # opens, but cannot be read
    (inbox / "แตกไฟล์").mkdir()
    text = (inbox / "a.csv").read_bytes().replace("สมมุติ".encode(), "สมหมาย".encode())
    with open(os.fsencode(inbox) + b"/\xe0\xb8.csv", "wb") as file:  # noqa: PTH123 - bytes
        file.write(text)
    run = refresh_by_command(folder)
    assert_kept(run, raw=["สมหมาย"])
    assert set(run.refused) == {"signoff/link.csv", "signoff/memory.csv", "signoff/แตกไฟล์"}
    assert run.summary["rows"]["accepted"] == 2
    assert_kept(refresh_by_command(folder))
