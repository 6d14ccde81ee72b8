"""Putting a release in place, and taking it back: each step may be done again after a kill."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from report.exchange import exchange
from report.keeping import keep_copy
from report.release import MANIFEST, digest_at
from report.settling import bring_over
from report.staging import read_or_none

if TYPE_CHECKING:
    from pathlib import Path

    from report.publication import Publication

_PAUSES = (0.05, 0.1)  # a virus scanner on Windows holds a fresh file for a moment


def put_in_place(publication: Publication) -> None:
    """Make the new release stand: whole folders at once, else file by file, the entrance last."""
    for folder in publication.folders:
        _put_folder(publication, folder)
    left = publication.one_by_one()
    for name in in_order_of_appearance(left & publication.files.keys()):
        _put_file(publication, name)
    for name in left & publication.obsolete:
        if not _is_being_typed(publication, name):
            _take_out(publication, name)
    _put_file(publication, MANIFEST)


def in_order_of_appearance(names: frozenset[str]) -> list[str]:
    """Return what pages link first, the pages after it, the entrance last."""
    return sorted(names, key=lambda name: (name.endswith(".html"), "/index." in name, name))


def _put_folder(publication: Publication, folder: str) -> None:
    new, place, old = (root / folder for root in _roots(publication))
    inside = [name for name in publication.files if name.startswith(f"{folder}/")]
    waits = not old.exists() and all((publication.new / name).exists() for name in inside)
    if waits and not publication.has_taken_its_place(folder):
        with suppress(OSError):  # then file by file
            exchange(new, place) if place.exists() else new.rename(place)
    if publication.has_taken_its_place(folder) and new.exists():
        old.parent.mkdir(exist_ok=True)
        new.rename(old)


def _put_file(publication: Publication, name: str) -> None:
    new, place, old = (root / name for root in _roots(publication))
    if read_or_none(new) in (None, read_or_none(place)) or _is_being_typed(publication, name):
        return
    if place.exists() and not old.exists():
        keep_copy(publication, name)
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        _replace(new, place)
    except PermissionError:  # Windows, while Excel has it open
        if name not in publication.typed:
            raise


def _take_out(publication: Publication, name: str) -> None:
    place, old = publication.out / name, publication.old / name
    if place.exists():
        old.parent.mkdir(parents=True, exist_ok=True)
        _replace(place, old)


def _is_being_typed(publication: Publication, name: str) -> bool:
    """Say whether the office has typed something into a file since it was read."""
    if name not in publication.typed:
        return False
    return digest_at(publication.out / name) not in (publication.typed[name], None)


def take_back(publication: Publication) -> None:
    """Make the former release stand again; what is not ours stays where it is."""
    for name in publication.one_by_one():
        _take_file_back(publication, name)
    for folder in publication.folders:
        if publication.has_taken_its_place(folder):
            _take_folder_back(publication, folder)
    if (publication.old / MANIFEST).exists():
        _replace(publication.old / MANIFEST, publication.out / MANIFEST)


def _take_folder_back(publication: Publication, folder: str) -> None:
    new, place, old = (root / folder for root in _roots(publication))
    gave_way = new if new.exists() else old
    if gave_way.exists():
        exchange(gave_way, place)
        bring_over(publication)
    else:
        place.rename(new)


def _take_file_back(publication: Publication, name: str) -> None:
    """Restore a file, but not over one that has been written to since."""
    place, old = publication.out / name, publication.old / name
    stands = digest_at(place)
    if stands is not None and stands != publication.files.get(name):
        return
    if old.exists():
        _replace(old, place)
    elif name not in publication.former:
        place.unlink(missing_ok=True)


def _replace(new: Path, place: Path) -> None:
    for pause in _PAUSES:
        try:
            new.replace(place)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    new.replace(place)


def _roots(publication: Publication) -> tuple[Path, Path, Path]:
    return publication.new, publication.out, publication.old
