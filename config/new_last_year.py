"""Last year's published risk goes along into the new campaign, to stand beside the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.last_year import LAST_YEAR, newest_published
from config.origin import THE_TEMPLATE

if TYPE_CHECKING:
    from pathlib import Path

    from config.origin import Origin


def carry_figures(folder: Path, origin: Origin, year: int) -> None:
    """Copy the figures of last year's newest edition; a draft is nobody's published figure."""
    if origin == THE_TEMPLATE or year != origin.year + 1:
        return
    if published := newest_published(origin.folder):
        place = folder / LAST_YEAR
        place.parent.mkdir()
        place.write_bytes(published.read_bytes())
