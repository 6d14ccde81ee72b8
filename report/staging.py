"""Writing aside: files are whole and on the disk before any of them is put in place."""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from config.disk_faults import why
from config.errors import CannotWriteError
from config.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PREFIX = ".staging-"
_OWNER_ONLY = 0o700


@contextmanager
def staging_folder(out: Path) -> Iterator[Path]:
    """Give a folder beside the release, on its disk; it is gone afterwards."""
    aside = make_aside(out)
    try:
        yield aside
    finally:
        remove_aside(aside)


def make_aside(out: Path) -> Path:
    """Make a folder beside the release, on its disk, that nobody else looks into.

    Not by `tempfile`: on Windows what is made there keeps its owner alone as reader, also once it
    is published.
    """
    aside = out / f"{PREFIX}{os.urandom(4).hex()}"
    aside.mkdir()
    if os.name == "posix":
        aside.chmod(_OWNER_ONLY)
    return aside


def remove_aside(aside: Path) -> None:
    """Remove such a folder, as far as it goes; what is left goes with the next release."""
    if os.name != "posix":  # Windows removes no file that is read-only
        for path in aside.rglob("*"):
            path.chmod(stat.S_IWRITE)
    shutil.rmtree(aside, ignore_errors=True)


def sweep_leftovers(out: Path) -> None:
    """Remove what a killed run left aside."""
    for leftover in out.glob(f"{PREFIX}*"):
        remove_aside(leftover)


def write_to_disk(place: Path, content: bytes) -> None:
    """Write a file and wait until the disk has it."""
    with place.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the disk knows the folder's new names; Windows knows no such thing."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read_or_none(place: Path) -> bytes | None:
    """Return a file's content, or None if there is no such file."""
    try:
        return place.read_bytes()
    except FileNotFoundError:
        return None


@contextmanager
def said_plainly(out: Path) -> Iterator[None]:
    """Raise what the disk refuses as a `CannotWriteError` that says what to do."""
    try:
        yield
    except OSError as fault:
        name = fault.filename2 or fault.filename or out
        raise CannotWriteError(
            _("it cannot be written: {why}").format(why=_(why(fault))),
            place=str(name),
            remedy=_(
                "Close the file if it is open in Excel or another program, see that the disk has "
                "room, then refresh again. The former report is still whole."
            ),
        ) from fault
