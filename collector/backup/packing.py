"""Making a backup: written aside, read again, and only then given its name."""

from __future__ import annotations

import os
import tempfile
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from collector.auditing import Audit, audit
from collector.backup.checking import check
from collector.backup.contents import LEDGER, is_key, kept_files
from collector.backup.copying import copy_ledger
from collector.backup.manifest import MANIFEST, Entry, Manifest
from collector.backup.trailer import COMMENT, seal_file
from collector.cells import printable
from config.disk_faults import why
from config.errors import CampaignError, CannotReadError
from config.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

_OWNER_ONLY = 0o600
_PART = ".part"


@dataclass(frozen=True, slots=True)
class Packed:
    """A finished backup.

    ``left_out``: files that hold a key; ``ledger``: how it was found, None where there is none.
    """

    place: Path
    manifest: Manifest
    left_out: tuple[str, ...]
    ledger: Audit | None


def pack(folder: Path, place_for: Callable[[str], Path], *, now: datetime, version: str) -> Packed:
    """Write a backup of a campaign folder to the place that its ledger's reference is given.

    There is a whole backup or none; ``now`` knows its zone. Raises `CampaignError` where
    something stands there already, `CannotReadError`, and what reading the ledger raises.
    """
    with tempfile.TemporaryDirectory(prefix="rapsap-") as aside:
        copy = Path(aside) / LEDGER
        ledger = _copied(folder / LEDGER, copy)
        reference = ledger.reference if ledger else ""
        place = place_for(reference)
        with _part_of(place) as (part, file):
            files = dict(_files(folder, copy if ledger else None))
            left_out = [name for name, path in files.items() if name != LEDGER and _holds_key(path)]
            kept = {name: path for name, path in files.items() if name not in left_out}
            entries = _write(file, kept, now)
            manifest = Manifest(
                made_at=now.isoformat(timespec="seconds"),
                version=version,
                campaign=folder.resolve().name,
                ledger_reference=reference,
                sound=not (ledger and ledger.faults),
                files=entries,
            )
            _finish(file, manifest, now)
            check(part)
            _give_name(part, place)
    return Packed(place, manifest, tuple(left_out), ledger)


def _copied(path: Path, copy: Path) -> Audit | None:
    """Copy the ledger and examine the copy; a campaign that was never refreshed has none."""
    if not path.exists():
        return None
    copy_ledger(path, copy)
    return audit(copy)


def _files(folder: Path, ledger: Path | None) -> Iterator[tuple[str, Path]]:
    if ledger:
        yield LEDGER, ledger
    for path in kept_files(folder):
        yield path.relative_to(folder).as_posix(), path


def _holds_key(path: Path) -> bool:
    return is_key(_content(path))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise CannotReadError(
            _("the file cannot be opened: {why}").format(why=_(why(fault))),
            place=str(path),
            remedy=_("Close it in other programs and see that you may read it."),
        ) from fault


@contextmanager
def _part_of(place: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """Give a file beside the place, for its owner alone; it is gone afterwards."""
    _refuse_taken(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".rapsap-", suffix=_PART, dir=place.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield part, file
    finally:
        part.unlink(missing_ok=True)


def _refuse_taken(place: Path) -> None:
    if place.exists():
        raise CampaignError(
            _("Something of this name is there already, and no backup is ever overwritten."),
            place=str(place),
            remedy=_("Give the backup another name, or name a folder."),
        )


def _write(file: BinaryIO, path_by_name: dict[str, Path], now: datetime) -> tuple[Entry, ...]:
    """Write the files one after another; return what each is."""
    entries = []
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for number, (name, path) in enumerate(path_by_name.items()):
            content = _content(path)
            stored = printable(name)
            stored = stored if stored == name else f"{number}-{stored}"
            packed.writestr(_member(stored, now), content)
            entries.append(Entry(name, stored, sha256(content).hexdigest(), len(content)))
    return tuple(entries)


def _finish(file: BinaryIO, manifest: Manifest, now: datetime) -> None:
    """Write the manifest and the hash over all, down to the disk."""
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(_member(MANIFEST, now), manifest.as_bytes())
        packed.comment = COMMENT
    seal_file(file)
    file.flush()
    os.fsync(file.fileno())


def _member(name: str, now: datetime) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, now.timetuple()[:6])
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = _OWNER_ONLY << 16
    return member


def _give_name(part: Path, place: Path) -> None:
    """Let the finished file appear under its name, never over another one."""
    try:
        os.link(part, place)
    except FileExistsError:
        _refuse_taken(place)
    except OSError:  # a stick that knows no second names
        _refuse_taken(place)
        part.rename(place)
