"""Invariant 5, first half: the same ledger, campaign and clock give the same bytes everywhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from rapsap.refreshing import out_of, refresh

ROOT = Path(__file__).parent.parent


def files_below(folder):
    """Return every file's bytes by its path, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differing(one, other):
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


@pytest.fixture
def copy(refreshed_demo, tmp_path):
    """Return the rehearsal with its ledger, in another folder, as if never reported."""
    folder = tmp_path / "โฟลเดอร์ อื่น"
    shutil.copytree(refreshed_demo, folder, ignore=shutil.ignore_patterns("out"))
    return folder


def test_a_second_folder_gets_the_same_bytes(refreshed_demo, refreshed_at, copy) -> None:
    refresh(copy, now=refreshed_at)
    written, again = files_below(out_of(refreshed_demo)), files_below(out_of(copy))
    assert len(written) > 15
    assert differing(written, again) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["0", "1", "2566"])
def test_another_process_elsewhere_writes_the_same_bytes(
    refreshed_demo, refreshed_at, copy, tmp_path, seed
) -> None:
    surroundings = {
        "PYTHONHASHSEED": seed,
        "SOURCE_DATE_EPOCH": str(int(refreshed_at.timestamp())),
        "TZ": "America/Los_Angeles",
        "LC_ALL": "C",
        "PYTHONPATH": str(ROOT),
    }
    subprocess.run(
        [sys.executable, "-m", "rapsap", "refresh", copy],
        cwd=tmp_path,
        env=os.environ | surroundings,
        capture_output=True,
        check=True,
    )
    assert differing(files_below(out_of(refreshed_demo)), files_below(out_of(copy))) == []
