"""Freezing an edition: whole under its own name at once, and never to be written again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.errors import CampaignError
from config.messages import _
from report.staging import said_plainly, staging_folder, sync_folder, write_to_disk

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from report.edition import Edition

EDITIONS = "editions"
_READ_ONLY = 0o444


def refuse_frozen(edition: Edition, out: Path) -> None:
    """Raise `CampaignError` where an edition of that name and date is frozen already."""
    for frozen in (out / EDITIONS).glob("*"):
        if frozen.name.casefold() == edition.folder.casefold():
            raise CampaignError(
                _("This edition is approved already, and an edition never changes again."),
                place=str(frozen),
                remedy=_("Give the new edition another name or another date."),
            )


def freeze(content_by_name: Mapping[str, bytes], edition: Edition, out: Path) -> Path:
    """Write the edition's files, read-only, and return their folder below ``out/editions``.

    They are written aside, down to the disk, and appear all at once; killed at any moment, there
    is the whole edition or none. Raises `CannotWriteError`, and `CampaignError` for an edition
    that is there already.
    """
    with said_plainly(out), staging_folder(out) as aside:
        refuse_frozen(edition, out)
        fresh, place = aside / "edition", out / EDITIONS / edition.folder
        for name, content in content_by_name.items():
            write_for_ever(fresh / name, content)
        put_at_once(fresh, place)
        return place


def write_for_ever(place: Path, content: bytes) -> None:
    """Write a file, read-only, down to the disk."""
    place.parent.mkdir(parents=True, exist_ok=True)
    write_to_disk(place, content)
    place.chmod(_READ_ONLY)


def put_at_once(fresh: Path, place: Path) -> None:
    """Put a folder that was written aside in its place, all of it in one step, on the disk."""
    for folder in (fresh, *(inner for inner in fresh.rglob("*") if inner.is_dir())):
        sync_folder(folder)
    place.parent.mkdir(exist_ok=True)
    fresh.rename(place)
    sync_folder(place.parent)
    sync_folder(place.parent.parent)
