"""The first file in a backup: what is in it, byte for byte, and the ledger's reference."""

from __future__ import annotations

import json
import os
import re
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Any

MANIFEST = "backup.json"
_FORMAT = 1
_MOST_FILES = 200_000
_MOST_BYTES = 50_000_000_000
_ODD = re.compile(r'[\\:*?"<>|\x01-\x1f]|[ .](/|$)')
"""What Windows takes for a drive, a folder or another name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: its path below the campaign folder, its name in the ZIP, and its content."""

    name: str
    stored: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup tells of itself; ``ledger_reference`` is "" where there was no ledger.

    ``sound``: whether the ledger was what it should be when the backup was made.
    """

    made_at: str
    version: str
    campaign: str
    ledger_reference: str
    sound: bool
    files: tuple[Entry, ...]

    def as_bytes(self) -> bytes:
        """Return the file."""
        return json.dumps({"format": _FORMAT, **asdict(self)}, indent=1).encode()

    @classmethod
    def read(cls, content: bytes) -> Manifest:
        """Return the manifest; raise `ValueError` for one that is none, or that is not safe."""
        said: dict[str, Any] = json.loads(content)
        try:
            if said.pop("format") != _FORMAT:
                raise ValueError("format")
            files = tuple(Entry(**entry) for entry in said.pop("files"))
            manifest = cls(**said, files=files)
        except (KeyError, TypeError, AttributeError) as fault:
            raise ValueError(str(fault)) from fault
        manifest._require_safe()
        return manifest

    def _require_safe(self) -> None:
        """Raise `ValueError` for paths that lead elsewhere, and for more than a campaign holds."""
        names = [entry.name for entry in self.files]
        stored = {entry.stored for entry in self.files}
        if len(set(names)) < len(names) or len(stored) < len(names) or MANIFEST in stored:
            raise ValueError("names")
        if len(names) > _MOST_FILES or sum(entry.bytes for entry in self.files) > _MOST_BYTES:
            raise ValueError("size")
        for entry in self.files:
            if not is_safe(entry.name) or entry.bytes < 0:
                raise ValueError(entry.name)


def is_safe(name: str, *, windows: bool = os.name == "nt") -> bool:
    """Say whether a path stays below the folder that it is put into."""
    path = PurePosixPath(name)
    stays = path.as_posix() == name and not path.is_absolute() and ".." not in path.parts
    return stays and bool(path.name) and "\0" not in name and not (windows and _ODD.search(name))
