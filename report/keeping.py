"""Keeping the release that gives way: ``out/previous``."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from report.publication import Publication

PREVIOUS = "previous"


def keep_copy(publication: Publication, name: str) -> None:
    """Keep what stands under a name, whole at once.

    A link is enough, but for a file that is typed into: the copy would change with it.
    """
    place, kept = publication.out / name, publication.old / name
    part = publication.aside / "part"
    part.unlink(missing_ok=True)
    kept.parent.mkdir(parents=True, exist_ok=True)
    if name not in publication.typed:
        with suppress(OSError):
            os.link(place, kept)
            return
    shutil.copy2(place, part)
    part.replace(kept)


def keep_as_previous(publication: Publication) -> None:
    """Let the former release become ``out/previous``; the one before goes.

    One that is open in another program stays, and the former goes: the new one matters more.
    """
    if not publication.former:
        return
    for name in publication.former:
        if not (publication.old / name).exists() and (publication.out / name).is_file():
            keep_copy(publication, name)
    previous, older = publication.out / PREVIOUS, publication.aside / "older"
    with suppress(OSError):
        if previous.exists():
            previous.rename(older)
        publication.old.rename(previous)
    if older.exists() and not previous.exists():
        with suppress(OSError):
            older.rename(previous)
