"""The table of a measurement, as it is printed and as it stands in docs/benchmarks.md."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.measures import Goal

_LIBRARIES = ("rapsap", "pandas", "numpy", "matplotlib", "pydantic", "jinja2", "click")
_GIGABYTE = 1024**3
_PAGE = """\
# Benchmarks

`{command}`: {people:,} people with 5 notices each and {assessments:,} assessments, {runs} runs.
A run measures both sides one after the other; times are medians, and the ratio is the median of
the runs' ratios.

| what | takes | beside | takes | ratio | goal | |
|---|---|---|---|---|---|---|
{rows}

Machine: {machine}. Python {python}, {libraries}.

“Process” is the whole life of one, imports and all; the compute part and the script's counting
alone are timed inside theirs, after the imports. The script (`tests/bench/script.py`) reads two
tidy CSV files, drops duplicates, groups, and writes two CSV files; rapsap reads the same files into
its ledger, tells people and spellings apart, says why a row does not count, and writes every page,
list and workbook. Both must count the same before anything is timed.

What misses, and why, as profiled: of the whole refresh the province's documents (Word, PDF and
pages) and the workbooks (the tracker and a list for each agency, some 350,000 cells) take about a
quarter each, neither of which the script writes; counting takes an eighth, imports and recording
in the ledger a tenth each, pages with every Thai word kept whole a twentieth. The compute part
reads every answer word by word (people, agencies, options, dates, times in two readings) where the
script compares cells. A refresh with nothing new reads every input and every published file, since
a date and a size prove nothing. Reads per refresh are counted in tests, not timed.
"""


def row(goal: Goal, taken: list[tuple[float, float]]) -> str:
    """Return a goal's row: medians, the median of the ratios run by run, and what to reach."""
    ratio = median(ours / theirs for ours, theirs in taken)
    ours, theirs = (median(side) for side in zip(*taken, strict=True))
    verdict = "reached" if ratio <= goal.reach else "**not reached**"
    reach = f"≤ {goal.reach:g} | {verdict}" if goal.reach else "– | –"
    return (
        f"| {goal.what} | {ours:.3f} s | {goal.reference_name} | {theirs:.3f} s "
        f"| {ratio:.2f} | {reach} |"
    )


def page(rows: list[str], command: str, *, people: int, assessments: int, runs: int) -> str:
    """Return the whole page: what was measured, where, with which versions."""
    return _PAGE.format(
        command=command,
        people=people,
        assessments=assessments,
        runs=runs,
        rows="\n".join(rows),
        machine=_machine(),
        python=platform.python_version(),
        libraries=", ".join(f"{name} {version(name)}" for name in _LIBRARIES),
    )


def _machine() -> str:
    """Return the machine's class, and nothing that names it."""
    memory = ""
    if hasattr(os, "sysconf"):
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / _GIGABYTE
        memory = f", {size:.0f} GB"
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{memory}"
