"""What would keep a report from being written or from being believed; looks only."""

from __future__ import annotations

import os
import shutil
from datetime import timedelta
from typing import TYPE_CHECKING

from config.dates import short_date
from config.disk_faults import why
from config.errors import ExitCode
from config.finding import Finding
from config.messages import _
from report.checked import last_checked
from report.release import Manifest
from report.typeface import BOLD, LICENCE, REGULAR

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

_FONT_MARK = b"\x00\x01\x00\x00"
_LEAST_ROOM = 200_000_000
_COPIES = 3  # the report, the one before it, and the next one while it is written
_MEGABYTE = 1_000_000
_PERIODS = 2  # a page that is older says so by itself (design.md §3)


def inspect_fonts() -> Iterator[Finding]:
    """Look whether the typeface is installed whole."""
    for path in (REGULAR, BOLD):
        if not path.is_file() or path.read_bytes()[:4] != _FONT_MARK:
            yield Finding(
                str(path),
                _("the typeface Sarabun is missing or damaged"),
                _("install the program again"),
                ExitCode.CANNOT_WRITE,
            )
    if not LICENCE.is_file():
        yield Finding(
            str(LICENCE),
            _("the licence of the typeface is missing"),
            _("install the program again"),
            ExitCode.CANNOT_WRITE,
        )


def inspect_output(out: Path) -> Iterator[Finding]:
    """Look whether the report can be written: the folder, and each file that stands there."""
    there = next(place for place in (out, *out.parents) if place.exists())
    if not there.is_dir():
        yield _unwritable(there, _("a file stands where a folder should"))
    elif not os.access(there, os.W_OK | os.X_OK):
        yield _unwritable(there, _("it is open in another program, or you have no permission"))
    else:
        for name in sorted(Manifest.read(out).names):
            yield from _of_file(out / name)


def _of_file(path: Path) -> Iterator[Finding]:
    """Open a published file as if to write: Excel on Windows keeps others from it."""
    if not path.exists():
        return
    try:
        path.open("r+b").close()
    except OSError as fault:
        yield _unwritable(path, _(why(fault)))


def _unwritable(path: Path, reason: str) -> Finding:
    return Finding(
        str(path),
        _("it cannot be written: {why}").format(why=reason),
        _("close it in other programs, or ask for permission to write there"),
        ExitCode.CANNOT_WRITE,
    )


def inspect_room(folder: Path, out: Path) -> Iterator[Finding]:
    """Compare the room on the disk with what the report and its former one take."""
    published = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    needed = max(_LEAST_ROOM, _COPIES * published)
    free = shutil.disk_usage(folder).free
    if free < needed:
        yield Finding(
            str(folder),
            _("the disk has {free} MB left, a refresh needs {needed} MB").format(
                free=free // _MEGABYTE, needed=needed // _MEGABYTE
            ),
            _("make room on the disk"),
            ExitCode.CANNOT_WRITE,
        )


def inspect_schedule(out: Path, *, every_hours: int, now: datetime) -> Iterator[Finding]:
    """Look whether the last refresh is older than two periods; a new folder has had none."""
    checked = last_checked(out)
    if checked and now - checked > _PERIODS * timedelta(hours=every_hours):
        yield Finding(
            str(out),
            _("the last refresh was on {day}, though one is due every {hours} hours").format(
                day=short_date(checked.astimezone(now.tzinfo).date()), hours=every_hours
            ),
            _(
                "see whether the schedule still runs, and what the last lines of log/refresh.log "
                "say; refresh now"
            ),
        )
