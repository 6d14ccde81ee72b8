"""``python -m bench``: measure, print the table, and write it where asked."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from bench.agreement import require_same_figures
from bench.measures import GOALS, measured, refreshed_copy
from bench.table import page, row
from bench.workload import make_workload


def main() -> None:
    """Measure every goal and print the page."""
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="rapsap-bench-") as place:
        campaign = Path(place, "campaign")
        make_workload(campaign, people=asked.people, assessments=asked.assessments)
        refreshed = refreshed_copy(campaign, Path(place, "refreshed"))
        require_same_figures(campaign, refreshed)
        rows = []
        for goal in GOALS:
            rows.append(row(goal, measured(goal, campaign, refreshed, asked.runs)))
            print(rows[-1], file=sys.stderr, flush=True)
    printed = page(
        rows, asked.command, people=asked.people, assessments=asked.assessments, runs=asked.runs
    )
    print(printed)
    if asked.write:
        asked.write.parent.mkdir(exist_ok=True)
        asked.write.write_text(printed, encoding="utf-8", newline="\n")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--people", type=int, default=15_000)
    parser.add_argument("--assessments", type=int, default=12_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", type=Path, help="also write the page to this file")
    parser.add_argument("--command", default="python -m bench", help="what the page calls itself")
    return parser.parse_args()


if __name__ == "__main__":
    main()
