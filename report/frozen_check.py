"""Whether what was frozen (editions, evidence) is still what it was: files against manifests."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from report.checksums import CHECKSUMS
from report.freezing import EDITIONS

EVIDENCE = "evidence"
"""As in `report.evidence.keeping`, which would bring every writer with it."""

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def editions_in(out: Path) -> list[Path]:
    """Return the folders of the approved editions, the oldest first."""
    return sorted(place for place in (out / EDITIONS).glob("*") if place.is_dir())


def frozen_in(out: Path) -> list[Path]:
    """Return the folders that are never to change: editions, and evidence that was kept."""
    return [*editions_in(out), *sorted(p for p in (out / EVIDENCE).glob("*") if p.is_dir())]


def altered_files(frozen: Path) -> Iterator[str]:
    """Yield the files of a frozen folder that are not what its manifest tells, or are not there.

    Without a manifest that can be read, that is the file.
    """
    try:
        lines = (frozen / CHECKSUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        yield CHECKSUMS
        return
    for line in lines:
        digest, _spaces, name = line.partition("  ")
        if digest != _digest_of(frozen / name):
            yield name


def _digest_of(place: Path) -> str:
    try:
        return sha256(place.read_bytes()).hexdigest()
    except OSError:
        return ""
