"""Before anything is timed: both sides count the same, or the comparison means nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bench.script import count
from rapsap.refreshing import out_of

if TYPE_CHECKING:
    from pathlib import Path


def require_same_figures(campaign: Path, refreshed: Path) -> None:
    """Raise `ValueError` unless script and rapsap agree on people and on assessments."""
    completion, risk = count(campaign)
    summary = out_of(refreshed) / "public" / "data" / "summary.json"
    figures = json.loads(summary.read_text(encoding="utf-8"))
    kinds = figures["risk"]["kinds"]
    ours = (
        [notice["acknowledged"] for notice in figures["notices"]],
        [kind["responses"] for kind in kinds],
        [kind["max_score"] for kind in kinds],
    )
    theirs = (
        [int(total) for total in completion.sum()[: len(figures["notices"])]],
        [int(answers) for answers in risk["count"]],
        [int(score) for score in risk["max"]],
    )
    if ours != theirs:
        raise ValueError(f"rapsap counts {ours}, the script {theirs}")
