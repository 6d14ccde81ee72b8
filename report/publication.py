"""A publication under way: its journal, and where its files are until it is done."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from report.release import digest_at
from report.staging import remove_aside, sync_folder, write_to_disk

if TYPE_CHECKING:
    from pathlib import Path

JOURNAL = ".publishing.json"


@dataclass(frozen=True)
class Publication:
    """One release on its way into ``out``; from `begin` to `end` it will be finished.

    ``files``: the SHA-256 of each new file by its name; ``former``: the names of the release that
    gives way; ``typed``: the SHA-256 of the files in which the office types, as they were read
    (None: not read); ``folders``: the inode of each new folder that is whole in ``aside/new`` and
    takes its place at once.
    """

    out: Path
    aside: Path
    files: dict[str, str]
    former: frozenset[str]
    typed: dict[str, str | None]
    folders: dict[str, int]

    @classmethod
    def find(cls, out: Path) -> Publication | None:
        """Return what a killed run has left to finish."""
        try:
            said = json.loads((out / JOURNAL).read_bytes())
            said |= {"aside": out / said["aside"], "former": frozenset(said["former"])}
            return cls(out=out, **said)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (ValueError, KeyError, TypeError):  # of a damaged disk: the next release stands
            return None

    def begin(self) -> None:
        """Write the journal, whole or not at all: from here on the release will stand."""
        said: dict[str, Any] = {
            "aside": self.aside.name,
            "files": self.files,
            "former": sorted(self.former),
            "typed": self.typed,
            "folders": self.folders,
        }
        fresh = self.aside / JOURNAL
        write_to_disk(fresh, json.dumps(said, ensure_ascii=False).encode())
        sync_folder(self.aside)
        fresh.replace(self.out / JOURNAL)
        sync_folder(self.out)

    def end(self) -> None:
        """Take the journal away, and what is left aside: nothing remains to be done."""
        sync_folder(self.out)
        (self.out / JOURNAL).unlink(missing_ok=True)
        remove_aside(self.aside)
        sync_folder(self.out)

    def is_settled(self) -> bool:
        """Say whether the former release has become ``out/previous``: the last thing to do."""
        return not self.old.exists()

    def left_as_typed(self) -> tuple[str, ...]:
        """Return the files that stand as the office has them, not as they were to be published."""
        return tuple(
            name
            for name in self.typed
            if name in self.files and digest_at(self.out / name) != self.files[name]
        )

    @property
    def new(self) -> Path:
        """Where the new files wait."""
        return self.aside / "new"

    @property
    def old(self) -> Path:
        """Where the files that gave way are kept, soon to be ``out/previous``."""
        return self.aside / "old"

    @property
    def ours(self) -> frozenset[str]:
        """The names of the new and of the former release; any other file is somebody else's."""
        return self.former | self.files.keys()

    @property
    def obsolete(self) -> frozenset[str]:
        """The names that the new release has no longer."""
        return self.former - self.files.keys()

    def has_taken_its_place(self, folder: str) -> bool:
        """Say whether what stands under a folder's name is the new one."""
        place = self.out / folder
        return place.exists() and place.stat().st_ino == self.folders[folder]

    def one_by_one(self) -> frozenset[str]:
        """Return the names that no new folder has brought along."""
        brought = tuple(f"{folder}/" for folder in self.folders if self.has_taken_its_place(folder))
        return frozenset(name for name in self.ours if not name.startswith(brought))
