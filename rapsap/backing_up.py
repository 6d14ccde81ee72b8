"""Where a backup goes and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.backup import Packed, pack
from rapsap import __version__
from rapsap.refreshing import require_campaign

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

BACKUPS = "backup"
_ENDING = ".zip"


def back_up(folder: Path, to: Path | None, *, now: datetime) -> Packed:
    """Write a backup of a campaign: to a file, into a folder, or into its own ``backup/``.

    Raises `CampaignError` for what is no campaign, and what `pack` raises.
    """
    require_campaign(folder)
    here = now.astimezone()

    def place_for(reference: str) -> Path:
        if to and to.suffix.casefold() == _ENDING and not to.is_dir():
            return to
        name = folder.resolve().name
        stem = "-".join(filter(None, (name, f"{here:%Y-%m-%d-%H%M}", reference)))
        return _free(to or folder / BACKUPS, stem)

    return pack(folder, place_for, now=here, version=__version__)


def _free(folder: Path, stem: str) -> Path:
    """Return a name in the folder that nothing bears: the second of a minute gets a number."""
    place, number = folder / f"{stem}{_ENDING}", 1
    while place.exists():
        number += 1
        place = folder / f"{stem}-({number}){_ENDING}"
    return place
