"""The benchmark runs, compares like with like, and names no machine; its times prove nothing."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest
from bench.measures import GOALS
from bench.table import row

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("taken", "verdict"),
    [
        ([(4.0, 1.0)], "| 4.00 | ≤ 4 | reached |"),
        ([(4.1, 1.0)], "| 4.10 | ≤ 4 | **not reached** |"),
        ([(9.0, 1.0), (4.0, 1.0), (3.0, 1.0)], "| 4.00 | ≤ 4 | reached |"),
    ],
)
def test_a_goal_is_judged_by_the_median_of_the_ratios(taken, verdict):
    assert row(GOALS[0], taken).endswith(verdict)


@pytest.mark.slow
def test_the_benchmark_prints_and_writes_one_page(tmp_path):
    written = tmp_path / "benchmarks.md"
    size = ["--people", "200", "--assessments", "100", "--runs", "1"]
    ran = subprocess.run(
        [sys.executable, "-m", "bench", *size, "--write", written],
        cwd=ROOT, capture_output=True, check=True, text=True, encoding="utf-8",
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "tests")))},
    )  # fmt: skip
    page = written.read_text(encoding="utf-8")
    assert ran.stdout == page + "\n"
    assert all(f"| {goal.what} |" in page for goal in GOALS)
    assert platform.node() not in page
    assert "/" not in page.replace("tests/bench/script.py", "")
