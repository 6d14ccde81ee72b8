"""What runs often must start quickly: nothing heavy is loaded before there is work for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock
from small_campaign import new_small_campaign

from rapsap.refreshing import refresh

ROOT = Path(__file__).parent.parent.parent
NOW = datetime(2023, 3, 10, 3, tzinfo=UTC)
HEAVY = {
    "pandas", "numpy", "matplotlib", "jinja2", "pydantic", "pythainlp", "gspread", "google",
    "requests", "xlsxwriter", "python_calamine", "docx", "typst", "markdown_it", "rich",
}  # fmt: skip
_TOLD = """
import json, sys
from rapsap.__main__ import main
ended = main(sys.argv[1:])
loaded = sorted({name.partition(".")[0] for name in sys.modules})
print(json.dumps([ended, loaded]), file=sys.stderr)
"""


def loaded_by(*arguments):
    """Return the exit code of a run in its own process, what it printed, and what it loaded."""
    clock = {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp())), "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", _TOLD, *arguments],
        env=os.environ | clock, capture_output=True, check=True, text=True, encoding="utf-8",
    )  # fmt: skip
    ended, modules = json.loads(ran.stderr.splitlines()[-1])
    return ended, ran.stdout, set(modules)


@pytest.fixture(scope="module")
def campaign(tmp_path_factory):
    folder = tmp_path_factory.mktemp("light") / "campaign"
    new_small_campaign(folder)
    refresh(folder, now=NOW)
    return folder


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_refresh_with_nothing_new_loads_nothing_heavy(campaign, form):
    ended, printed, modules = loaded_by("refresh", str(campaign), "--lang", "en", *form)
    assert ended == 0
    assert '"as_of"' in printed if form else "Nothing new" in printed
    assert modules & HEAVY == set()


def test_a_refresh_with_a_log_loads_nothing_heavy(campaign, tmp_path):
    log = tmp_path / "refresh.log"
    ended, _printed, modules = loaded_by("refresh", str(campaign), "--log", str(log))
    assert ended == 0
    assert " new=0 " in log.read_text(encoding="ascii")
    assert modules & (HEAVY | {"urllib.request"}) == set()


def test_a_run_that_finds_another_at_work_writes_its_line_and_loads_nothing_heavy(
    campaign, tmp_path
):
    log = tmp_path / "refresh.log"
    with FileLock(campaign / ".rapsap.lock"):
        ended, _printed, modules = loaded_by("refresh", str(campaign), "--log", str(log))
    assert ended == 75
    assert " exit=75 read=- " in log.read_text(encoding="ascii")
    assert modules & HEAVY == set()


def test_verifying_loads_nothing_heavy(campaign):
    ended, _printed, modules = loaded_by("verify", str(campaign), "--json")
    assert ended == 0
    assert modules & HEAVY == set()


def test_backing_up_and_restoring_load_nothing_heavy(campaign, tmp_path):
    place = tmp_path / "a.zip"
    for line in (["backup", str(campaign), "--to", str(place)],
                 ["restore", str(place), str(tmp_path / "again")]):  # fmt: skip
        ended, _printed, modules = loaded_by(*line)
        assert ended == 0
        assert modules & HEAVY == set()


@pytest.mark.parametrize("words", [["--help"], ["refresh", "--help"], ["--version"]])
def test_help_loads_neither_these_nor_the_ledger(words):
    ended, printed, modules = loaded_by(*words)
    assert ended == 0
    assert "rapsap" in printed
    assert modules & (HEAVY | {"sqlite3", "filelock", "collector", "report"}) == set()


def test_the_doors_of_the_rooms_are_light():
    program = "import config, collector, report, rapsap, sys; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, text=True
    )
    assert HEAVY & {name.partition(".")[0] for name in ran.stdout.split()} == set()
