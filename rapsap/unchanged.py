"""What the last refresh was made from, so that the next one knows whether anything is new.

Imported on every run, also when nothing changed: standard library only.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import blake2b
from typing import TYPE_CHECKING

from rapsap import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_RECORD = ".last-run.json"
_INPUTS = ("campaign.toml", "*.xlsx", "*.csv", "texts/**/*", "inbox/**/*")
_EXCEL_IS_OPEN = "~$"


@dataclass(frozen=True, slots=True)
class LastRun:
    """The record of the last refresh, beside the published folders.

    ``inputs``: digest of all that was read; ``valid_until``: the next moment at which the same
    inputs give another report (ISO 8601, "" for never); ``exit_code``: what the run ended with;
    ``files``: size of each published file by its path below ``out/``.
    """

    inputs: str
    valid_until: str
    exit_code: int
    files: dict[str, int]


def inputs_digest(folder: Path, ledger_head: str) -> str:
    """Return a digest of the campaign folder's inputs, the ledger and this version of rapsap."""
    digest = blake2b(f"{__version__}\0{ledger_head}\0".encode(), digest_size=16)
    for path in _input_files(folder):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _input_files(folder: Path) -> Iterator[Path]:
    found = {path for pattern in _INPUTS for path in folder.glob(pattern)}
    return (
        path
        for path in sorted(found)
        if path.is_file() and not path.name.startswith(_EXCEL_IS_OPEN)
    )


def read_last_run(out: Path) -> LastRun | None:
    """Return the record of the last refresh, or None where there is none to rely on."""
    try:
        return LastRun(**json.loads((out / _RECORD).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def still_holds(last: LastRun, out: Path, *, inputs: str, now: datetime) -> bool:
    """Say whether a new refresh would write what stands there already."""
    in_time = not last.valid_until or now < datetime.fromisoformat(last.valid_until)
    return in_time and last.inputs == inputs and _all_there(last, out)


def _all_there(last: LastRun, out: Path) -> bool:
    return all(_size(out / name) == size for name, size in last.files.items())


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def write_last_run(last: LastRun, out: Path) -> None:
    """Put the record in place, whole or not at all."""
    fresh = out / f"{_RECORD}.new"
    fresh.write_text(json.dumps(asdict(last), indent=1), encoding="utf-8")
    fresh.replace(out / _RECORD)
