"""Whether a backup is what was packed: to the last byte, or it is refused."""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING

from collector.backup.manifest import MANIFEST, Manifest
from collector.backup.trailer import is_unaltered, is_whole
from collector.cells import printable
from config.errors import CampaignError, UserError
from config.messages import _
from config.zip_faults import DAMAGED_ZIP, LOCKED_ZIP

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from collector.backup.manifest import Entry

_LARGEST_MANIFEST = 100_000_000
_CHUNK = 1 << 20
_BROKEN = (*DAMAGED_ZIP, *LOCKED_ZIP)


def check(path: Path) -> Manifest:
    """Return a backup's manifest once every byte is found to be as it was packed.

    Raises `CampaignError` where there is no file; `UserError`, which names what is wrong, for one
    that was cut or altered, and for what is no backup.
    """
    if not path.is_file():
        raise CampaignError(
            _("There is no such file."),
            place=str(path),
            remedy=_("Name the ZIP that rapsap backup has made."),
        )
    if not is_whole(path):
        raise _refused(path, _("This is no backup of rapsap, or its end was cut off."))
    if not is_unaltered(path):
        raise _refused(path, _altered(_altered_files(path)))
    with opened(path) as packed:
        manifest = _manifest(packed)
        wrong = [entry.name for entry in manifest.files if not _is_as_packed(packed, entry)]
        more = set(packed.namelist()) - {MANIFEST, *(entry.stored for entry in manifest.files)}
    if wrong or more:
        raise _refused(path, _altered([*wrong, *sorted(more)]))
    return manifest


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Open a backup; whatever is wrong with the ZIP becomes a `UserError`."""
    try:
        with zipfile.ZipFile(path) as packed:
            yield packed
    except OSError:
        raise  # the disk's fault, not the backup's: its seal was whole
    except _BROKEN as fault:
        raise _refused(path, _("The backup is damaged or not one of rapsap.")) from fault


def content_of(packed: zipfile.ZipFile, entry: Entry) -> Iterator[bytes]:
    """Yield a file piece by piece, never more than the manifest says that it holds.

    Raises `ValueError` at its end if it is not what the manifest says.
    """
    digest, left = sha256(), entry.bytes
    with packed.open(entry.stored) as file:
        while content := file.read(_CHUNK):
            left -= len(content)
            if left < 0:
                break
            digest.update(content)
            yield content
    if left or digest.hexdigest() != entry.sha256:
        raise ValueError(entry.name)


def _manifest(packed: zipfile.ZipFile) -> Manifest:
    with packed.open(MANIFEST) as file:
        return Manifest.read(file.read(_LARGEST_MANIFEST))


def _is_as_packed(packed: zipfile.ZipFile, entry: Entry) -> bool:
    try:
        for _content in content_of(packed, entry):
            pass
    except _BROKEN:
        return False
    return True


def _altered_files(path: Path) -> list[str]:
    """Return which files of an altered backup differ from their manifest, if one can tell."""
    try:
        with zipfile.ZipFile(path) as packed:
            manifest = _manifest(packed)
            return [entry.name for entry in manifest.files if not _is_as_packed(packed, entry)]
    except _BROKEN:
        return []


def _altered(names: list[str]) -> str:
    told = ", ".join(map(printable, names)) or _("its table of contents")
    return _("The backup was altered: {names}.").format(names=told)


def _refused(path: Path, fault: str) -> UserError:
    return UserError(fault, place=str(path), remedy=_("Take another copy of it, or an older one."))
