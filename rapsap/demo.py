"""The rehearsal: a campaign folder with invented people in it, ready to be refreshed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.rehearsal import TRUTH, rehearse
from config.loading import load_campaign
from config.new import fill_in, new_campaign

if TYPE_CHECKING:
    from pathlib import Path


def is_rehearsal(folder: Path) -> bool:
    """Say whether the folder holds a rehearsal already."""
    return (folder / TRUTH).is_file()


def rehearse_in(folder: Path, *, people: int, seed: int) -> None:
    """Make a campaign and fill its inbox and its tables with invented people."""
    new_campaign(folder)
    rehearsal = rehearse(load_campaign(folder), folder, people=people, seed=seed)
    fill_in(folder, rehearsal.tables)
