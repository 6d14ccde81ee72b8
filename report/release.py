"""The release that is in place: what it consists of, and how to get it back."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from report.staging import PREFIX, read_or_none, write_to_disk

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from report.document import Document

MANIFEST = ".release.json"


@dataclass(frozen=True)
class Manifest:
    """The names of a release's files, and those of the release before it."""

    names: frozenset[str]
    former: frozenset[str] = field(default=frozenset())

    @classmethod
    def read(cls, out: Path) -> Manifest:
        """Return what is in place; nothing, when nothing was ever published."""
        written = read_or_none(out / MANIFEST)
        return cls(frozenset(json.loads(written)["files"] if written else ()))

    def after(self, documents: Sequence[Document]) -> Manifest:
        """Return the manifest of the release that follows this one."""
        return Manifest(frozenset(document.name for document in documents), self.names)

    def write_with_former(self, out: Path, aside: Path) -> None:
        """Name the files of both releases: while one gives way to the other, both may be there."""
        self._write(self.names | self.former, out, aside)

    def write(self, out: Path, aside: Path) -> None:
        """Name the files of this release."""
        self._write(self.names, out, aside)

    def _write(self, names: Iterable[str], out: Path, aside: Path) -> None:
        manifest = json.dumps({"files": sorted(names)}, ensure_ascii=False, indent=2)
        write_to_disk(aside / MANIFEST, manifest.encode())
        (aside / MANIFEST).replace(out / MANIFEST)


@dataclass(frozen=True)
class FormerRelease:
    """Copies of the files that were in place, waiting to become ``out/previous``."""

    folder: Path
    names: frozenset[str]

    def take_its_place(self, out: Path) -> None:
        """Become ``out/previous``; the release before goes with the staging folder."""
        if not self.names:
            return
        previous = out / "previous"
        older = self.folder.with_name("older")
        if previous.exists():
            previous.replace(older)
        try:
            self.folder.replace(previous)
        except OSError:
            if older.exists():
                older.replace(previous)
            raise


def keep_as_previous(names: Iterable[str], out: Path, aside: Path) -> FormerRelease:
    """Copy the files in place to ``aside/former``."""
    folder = aside / "former"
    kept = frozenset(name for name in names if (out / name).is_file())
    for name in kept:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(out / name, folder / name)
    _copy_manifest(out, folder)
    return FormerRelease(folder, kept)


def _copy_manifest(out: Path, folder: Path) -> None:
    if (out / MANIFEST).is_file():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy2(out / MANIFEST, folder / MANIFEST)


def restore(former: FormerRelease, touched: Iterable[str], out: Path) -> None:
    """Put back each touched file as it was; what was not there goes."""
    for name in touched:
        if name not in former.names:
            (out / name).unlink(missing_ok=True)
        elif read_or_none(former.folder / name) != read_or_none(out / name):
            (former.folder / name).replace(out / name)
    _restore_manifest(former, out)


def _restore_manifest(former: FormerRelease, out: Path) -> None:
    if (former.folder / MANIFEST).is_file():
        (former.folder / MANIFEST).replace(out / MANIFEST)
    else:
        (out / MANIFEST).unlink(missing_ok=True)


def sweep_leftovers(out: Path) -> None:
    """Remove what a killed run left aside."""
    for leftover in out.glob(f"{PREFIX}*"):
        shutil.rmtree(leftover, ignore_errors=True)
