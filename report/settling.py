"""After a folder has given way to a new one: what is not ours, or is typed into, moves along."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from report.release import digest_at

if TYPE_CHECKING:
    from pathlib import Path

    from report.publication import Publication


def keep_what_is_typed(publication: Publication) -> None:
    """Put back each file in which the office has typed since it was read, or that was not read."""
    for name, as_read in publication.typed.items():
        was = publication.old / name
        if name not in publication.one_by_one() and digest_at(was) not in (as_read, None):
            was.replace(publication.out / name)


def bring_over(publication: Publication) -> None:
    """Move the files that nobody published from the folders that gave way to those in place."""
    brought = [folder for folder in publication.folders if (publication.old / folder).is_dir()]
    for was in [was for folder in brought for was in (publication.old / folder).rglob("*")]:
        name = was.relative_to(publication.old).as_posix()
        if name in publication.ours or (was.is_dir() and not was.is_symlink()):
            continue
        place = publication.out / name
        if _is_linked(was, place):
            was.unlink()
            continue
        with suppress(IsADirectoryError, NotADirectoryError):  # it stays with the former release
            place.parent.mkdir(parents=True, exist_ok=True)
            was.replace(place)


def _is_linked(was: Path, place: Path) -> bool:
    return os.path.lexists(place) and os.path.samestat(was.lstat(), place.lstat())
