"""The short form of ``make soak``: everything it does, a few times each."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PATH = os.pathsep.join((str(ROOT), str(ROOT / "tests")))


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills by signal: not on Windows")
def test_killed_refused_and_crowded_nothing_is_lost_torn_or_stale(tmp_path):
    written = tmp_path / "soak.md"
    few = ["--seed", "7", "--damage", "0.1", "--kills", "4", "--refusals", "1", "--warm"]
    ran = subprocess.run(
        [sys.executable, "-m", "soak", *few, "--write", written],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8",
        env=os.environ | {"PYTHONPATH": PATH}, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    page = written.read_text(encoding="utf-8")
    assert "| refreshes at once: worked / ended with 75 | 1 / 19 |" in page
    assert page.count("| 0 |") == 6
