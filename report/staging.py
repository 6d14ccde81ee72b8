"""Writing aside: files are whole and on the disk before any of them is put in place."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from config.disk_faults import why
from config.errors import CannotWriteError
from config.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from report.document import Document

PREFIX = ".staging-"


@contextmanager
def staging_folder(out: Path) -> Iterator[Path]:
    """Give a folder beside the release, on its disk; it is gone afterwards."""
    aside = Path(tempfile.mkdtemp(prefix=PREFIX, dir=out))
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def stage(documents: Sequence[Document], aside: Path) -> None:
    """Write every document below ``aside/new``, down to the disk."""
    for document in documents:
        place = aside / "new" / document.name
        place.parent.mkdir(parents=True, exist_ok=True)
        write_to_disk(place, document.content)


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
