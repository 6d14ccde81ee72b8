"""What is measured: each a run of a process of its own on a fresh copy of the campaign."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SCRIPT = str(HERE / "script.py")
NOW = datetime(2023, 5, 20, tzinfo=UTC)

Measure = "Callable[[Path, Path], float]"


class Goal(NamedTuple):
    """A row of the table: what is measured, beside what, and the ratio to reach (0 for none)."""

    what: str
    measure: Callable[[Path, Path], float]
    reference_name: str
    reference: Callable[[Path, Path], float]
    reach: float


def _whole_refresh(fresh: Path, _refreshed: Path) -> float:
    return _seconds("-m", "rapsap", "refresh", str(fresh))


def _script_with_charts(fresh: Path, _refreshed: Path) -> float:
    return _seconds(SCRIPT, str(fresh), "--charts")


def _compute(_fresh: Path, refreshed: Path) -> float:
    return float(_printed("-m", "bench.compute", str(refreshed), NOW.isoformat()))


def _script(fresh: Path, _refreshed: Path) -> float:
    return _seconds(SCRIPT, str(fresh))


def _script_s_count(fresh: Path, _refreshed: Path) -> float:
    return float(_printed(SCRIPT, str(fresh)))


def _nothing_new(_fresh: Path, refreshed: Path) -> float:
    return _seconds("-m", "rapsap", "refresh", str(refreshed))


def _bare_python(_fresh: Path, _refreshed: Path) -> float:
    return _seconds("-c", "pass")


def _help(_fresh: Path, _refreshed: Path) -> float:
    return _seconds("-m", "rapsap", "--help")


def _click(_fresh: Path, _refreshed: Path) -> float:
    return _seconds("-c", "import click")


GOALS = (
    Goal(
        "whole first refresh (process)", _whole_refresh,
        "script with two charts (process)", _script_with_charts, 4.0,
    ),
    Goal(
        "its compute part: tidy + aggregate", _compute,
        "script without charts (process)", _script, 1.5,
    ),
    Goal(
        "the same, beside counting alone", _compute,
        "script's counting, imports apart", _script_s_count, 0,
    ),
    Goal("refresh when nothing is new", _nothing_new, "`python -c pass`", _bare_python, 10.0),
    Goal("`rapsap --help`", _help, '`python -c "import click"`', _click, 1.5),
)  # fmt: skip


def refreshed_copy(campaign: Path, place: Path) -> Path:
    """Return a copy of the campaign that was refreshed once, in a process as those measured."""
    refreshed = shutil.copytree(campaign, place)
    _seconds("-m", "rapsap", "refresh", str(refreshed))
    return refreshed


def measured(goal: Goal, campaign: Path, refreshed: Path, runs: int) -> list[tuple[float, float]]:
    """Return seconds of goal and reference, run by turns so that both see the same machine."""
    taken = []
    for _run in range(runs):
        pair = []
        for measure in (goal.reference, goal.measure):
            fresh = shutil.copytree(campaign, campaign.with_name("fresh"))
            pair.append(measure(fresh, refreshed))
            shutil.rmtree(fresh)
        taken.append((pair[1], pair[0]))
    return taken


def _seconds(*arguments: str) -> float:
    began = perf_counter()
    _printed(*arguments)
    return perf_counter() - began


def _printed(*arguments: str) -> str:
    """Return what Python printed, run at the root with the clock pinned.

    Modules are compiled once, as wherever a program is installed, also where the environment of
    the bench forbids it: else each run would compile ours anew, and the libraries' never.
    """
    pinned = {
        "PYTHONDONTWRITEBYTECODE": "",
        "SOURCE_DATE_EPOCH": str(int(NOW.timestamp())),
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(HERE.parent))),
    }
    command = [sys.executable, *arguments]
    ran = subprocess.run(
        command, cwd=ROOT, env=os.environ | pinned, capture_output=True, check=True
    )
    return ran.stdout.decode()
