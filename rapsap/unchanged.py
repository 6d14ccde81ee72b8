"""What the last refresh was made from, so that the next one knows whether anything is new.

Everything is compared by its content. Size and time of change would be cheaper, but a copy that
keeps its time (a synchronised folder, an unpacked archive) would then pass for the old file, and
a sign-off would be missing without a word; reading 50 MB takes less time than starting Python.

Imported on every run, also when nothing changed: standard library only.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import file_digest, sha256
from typing import TYPE_CHECKING, Any, Self

from rapsap.program import program_digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from collector.ledger import Ledger

_RECORD = ".last-run.json"
_FILES = (
    "campaign.toml",
    "google.json",
    "*.xlsx",
    "*.csv",
    "texts/**/*",
    "inbox/**/*",
    "last-year/*",
)
_EXCEL_IS_OPEN = "~$"
_UNREADABLE = "?"
ANY = ""
"""The digest of a published file that the office may go on writing in."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Digests of all that a report is made from, but the clock."""

    program: str
    files: str
    ledger: str


@dataclass(frozen=True, slots=True)
class LastRun:
    """The record of the last refresh, beside the published folders.

    ``inputs``: what it was made from, None where not all of it was read; ``valid_until``: the
    next moment at which the same inputs give another report (ISO 8601, "" for never);
    ``exit_code``: what the run ended with; ``published``: the digest of each file by its path
    below ``out/``; ``live``: whether a source has to be asked before one knows that nothing is new;
    ``failed``: whether one could not be read.
    """

    inputs: Inputs | None
    valid_until: str
    exit_code: int
    published: dict[str, str]
    live: bool = False
    failed: bool = False

    @classmethod
    def of(cls, record: dict[str, Any]) -> Self:
        """Return the record as it was written; raise `TypeError` for one of another rapsap."""
        inputs = record["inputs"] and Inputs(**record["inputs"])
        return cls(**(record | {"inputs": inputs}))


def inputs_of(folder: Path, ledger: Ledger) -> Inputs:
    """Return what a refresh would be made from now.

    To be taken before anything is read: what is changed or dropped while a run is under way
    then counts as new at the next one.
    """
    return Inputs(program_digest(), _files_digest(folder), ledger.state())


def _files_digest(folder: Path) -> str:
    digest = sha256()
    for path in _input_files(folder):
        name = path.relative_to(folder).as_posix().encode("utf-8", "surrogatepass")
        digest.update(b"%b\0%b\0" % (name, _digest_at(path).encode()))
    return digest.hexdigest()


def _input_files(folder: Path) -> Iterator[Path]:
    found = {path for pattern in _FILES for path in folder.glob(pattern)}
    return (
        path
        for path in sorted(found)
        if path.is_file() and not path.name.startswith(_EXCEL_IS_OPEN)
    )


def _digest_at(path: Path) -> str:
    """Return the digest of a file's content, which is never in memory as a whole."""
    try:
        with path.open("rb") as file:
            return file_digest(file, sha256).hexdigest()
    except OSError:
        return _UNREADABLE  # the refresh that follows says so in words


def digest_of(content: bytes) -> str:
    """Return the digest of one published file."""
    return sha256(content).hexdigest()


def read_last_run(out: Path) -> LastRun | None:
    """Return the record of the last refresh, or None where there is none to rely on."""
    try:
        return LastRun.of(json.loads((out / _RECORD).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def still_holds(last: LastRun, out: Path, *, inputs: Inputs, now: datetime) -> bool:
    """Say whether a new refresh would write what stands there already.

    A run that a source failed never holds, for the source may be well again; nor does one with a
    live source, which has to be asked.
    """
    ask_again = last.failed or last.live
    return not ask_again and is_up_to_date(last, out, inputs=inputs, now=now)


def is_up_to_date(last: LastRun, out: Path, *, inputs: Inputs, now: datetime) -> bool:
    """Say whether the report stands as it was published, and nothing is new by what is here."""
    in_time = not last.valid_until or now < datetime.fromisoformat(last.valid_until)
    return in_time and last.inputs == inputs and _stands(last.published, out)


def _stands(published: dict[str, str], out: Path) -> bool:
    return all(
        (out / name).is_file() and digest in (ANY, _digest_at(out / name))
        for name, digest in published.items()
    )


def write_last_run(last: LastRun, out: Path) -> None:
    """Put the record in place, whole or not at all.

    What it tells of stands already: where the disk refuses it, the former one holds no longer, and
    the next run works again for nothing.
    """
    fresh = out / f"{_RECORD}.new"
    with suppress(OSError):
        fresh.write_text(json.dumps(asdict(last), indent=1), encoding="utf-8")
        fresh.replace(out / _RECORD)
