"""Restoring a backup: unpacked aside, proved by its own ledger, and only then given its name."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from collector.auditing import Audit, Claim, audit
from collector.backup.checking import check, content_of, opened
from collector.backup.contents import LEDGER
from collector.seals import parse_reference
from config.errors import CampaignError, CannotWriteError, UserError
from config.messages import _

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from collector.backup.manifest import Entry, Manifest

_READ_ONLY = 0o444
_FROZEN = ("out/editions/", "out/evidence/")


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored; ``ledger`` is how it was found, None where the backup had none."""

    manifest: Manifest
    ledger: Audit | None


def restore(backup: Path, folder: Path) -> Restored:
    """Restore a backup into a folder that is not there yet, or is empty; whole or not at all.

    Raises `UserError` for a backup that was cut or altered, or whose ledger is not what its
    reference says; `CampaignError` for a folder with something in it; `CannotWriteError`.
    """
    refuse_full(folder)
    manifest = check(backup)
    _require_room(manifest, folder)
    with _aside(folder) as fresh:
        with opened(backup) as packed:
            for entry in manifest.files:
                _unpack(packed, entry, fresh)
        ledger = _proved(fresh / LEDGER, manifest, backup)
        _take_its_place(fresh, folder)
    return Restored(manifest, ledger)


def refuse_full(folder: Path) -> None:
    """Raise `CampaignError` for a folder with something in it, or a file in its place."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CampaignError(
            _("Something is there already, and restoring never overwrites."),
            place=str(folder),
            remedy=_("Name a folder that does not exist yet."),
        )


def _require_room(manifest: Manifest, folder: Path) -> None:
    there = next(place for place in folder.absolute().parents if place.is_dir())
    needed = sum(entry.bytes for entry in manifest.files)
    if shutil.disk_usage(there).free < needed:
        raise CannotWriteError(
            _("The disk has no room for the {megabytes:,} MB of this backup.").format(
                megabytes=needed // 1_000_000
            ),
            place=str(there),
            remedy=_("make room on the disk"),
        )


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """Give a folder beside the one to restore into, on its disk; it is gone afterwards."""
    parent = folder.absolute().parent
    parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".rapsap-restore-", dir=parent))
    try:
        fresh = aside / "campaign"
        fresh.mkdir()
        yield fresh
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _unpack(packed: zipfile.ZipFile, entry: Entry, folder: Path) -> None:
    place = folder / entry.name
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("xb") as file:
        for content in content_of(packed, entry):
            file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if entry.name.startswith(_FROZEN):
        place.chmod(_READ_ONLY)


def _proved(path: Path, manifest: Manifest, backup: Path) -> Audit | None:
    """Return how the restored ledger was found; raise `UserError` if it proves something else."""
    reference = manifest.ledger_reference
    if not path.exists() and not reference:
        return None
    claimed = parse_reference(reference) if reference else None
    claims = [Claim(backup.name, claimed.events, claimed)] if claimed else []
    found = audit(path, claims)
    if found.faults or found.reference != reference:
        faults = " ".join(fault.fault for fault in found.faults)
        raise UserError(
            _("The ledger in this backup is not what its reference {reference} says. {faults}")
            .format(reference=reference or "–", faults=faults),
            place=str(backup),
            remedy=_("Take an older backup. To look into this one, unpack the ZIP by hand."),
        )  # fmt: skip
    return found


def _take_its_place(fresh: Path, folder: Path) -> None:
    refuse_full(folder)
    if folder.exists():
        folder.rmdir()
    fresh.rename(folder.absolute())
