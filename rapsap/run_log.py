"""One line of log for each run: figures alone, never a word of what was read.

Imported on every run that keeps a log, also when nothing changed: nothing heavy.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from config.disk_faults import why
from config.errors import CannotWriteError
from config.messages import _

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from config.errors import ExitCode

MOST_BYTES = 256_000  # some 1,500 runs: four years of days, two months of hours
KEPT = 4  # former files beside the one that is written
_WAIT = 5  # seconds, for another run that writes its line
_UNKNOWN = "-"


@dataclass(frozen=True)
class Counts:
    """What a line tells of the report; None for what this run did not come to know."""

    read: int | None = None
    accepted: int | None = None
    set_aside: int | None = None
    new: int | None = None
    complete: int | None = None


def counts_of(figures: dict[str, Any], new_rows: int) -> Counts:
    """Return the counts of a report from the content of ``summary.json``.

    ``complete`` counts everybody who acknowledged every notice, also where no number of staff is
    declared, which the headline of the pages leaves out.
    """
    rows, completion = figures["rows"], figures["completion"]
    return Counts(
        read=rows["read"],
        accepted=rows["accepted"],
        set_aside=rows["set_aside"],
        new=new_rows,
        complete=(completion["acknowledged_all"] or 0)
        + (completion["acknowledged_undeclared"] or 0),
    )


def log_line(ended: datetime, code: ExitCode, counts: Counts, seconds: float) -> str:
    """Return the line of a run, with its line end; ``ended`` knows its zone.

    ``2023-04-30T10:00:00+07:00 exit=0 read=9 accepted=7 set_aside=1 new=2 complete=5 seconds=1.2``
    """
    told = {
        "exit": int(code),
        "read": counts.read,
        "accepted": counts.accepted,
        "set_aside": counts.set_aside,
        "new": counts.new,
        "complete": counts.complete,
        "seconds": f"{seconds:.1f}",
    }
    shown = (f"{name}={_UNKNOWN if value is None else value}" for name, value in told.items())
    return " ".join((ended.isoformat(timespec="seconds"), *shown)) + "\n"


def write_line(line: str, log: Path) -> None:
    """Add a line to a log; a log that is full becomes ``log.1``, that one ``log.2`` and so on.

    Runs that write at the same moment wait for each other. The log's folder is made if only that
    is missing. Raises `CannotWriteError`.
    """
    try:
        log.parent.mkdir(exist_ok=True)
        with suppress(Timeout), FileLock(f"{log}.lock", timeout=_WAIT):
            _make_room(log, len(line))
        with log.open("a", encoding="ascii", newline="") as file:
            file.write(line)
    except OSError as fault:
        raise CannotWriteError(
            _("the log cannot be written: {why}").format(why=_(why(fault))),
            place=str(log),
            remedy=_("Name a file in a folder that is there, in which this user may write."),
        ) from fault


def _make_room(log: Path, size: int) -> None:
    """Move a full log out of the way; where it is open in another program it grows on."""
    if not log.is_file() or log.stat().st_size + size <= MOST_BYTES:
        return
    files = [log, *(log.with_name(f"{log.name}.{number}") for number in range(1, KEPT + 1))]
    with suppress(PermissionError):
        for older, newer in zip(reversed(files), reversed(files[:-1]), strict=False):
            if newer.exists():
                newer.replace(older)
