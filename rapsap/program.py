"""Which program this is: another version of it, or of a library, may write another report.

Imported on every run, also when nothing changed: standard library only.
"""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HOME = Path(__file__).parent.parent
_ROOMS = ("config", "collector", "aggregate", "report", "rapsap")
_COMPILED = "__pycache__"
_INSTALLED = ".dist-info"


def program_digest(home: Path = HOME) -> str:
    """Return a digest of our own files below ``home``, of Python and of what is installed.

    The content is read, not the version alone: a checkout brought up to date between two
    releases keeps its number and may still count differently. It takes two milliseconds.
    """
    digest = sha256("\0".join((sys.version, *_installed())).encode())
    for path in _own_files(home):
        content = Path(path).read_bytes()
        digest.update(f"\0{os.path.relpath(path, home)}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _own_files(home: Path) -> Iterator[str]:
    for room in _ROOMS:
        for folder, inner, files in os.walk(home / room):
            inner[:] = sorted(name for name in inner if name != _COMPILED)
            yield from (os.path.join(folder, name) for name in sorted(files))  # noqa: PTH118 - fast


def _installed() -> list[str]:
    """Return the names under which pip notes what is installed; they end in a version."""
    return sorted(
        name
        for place in sys.path
        if os.path.isdir(place)  # noqa: PTH112 - fast
        for name in os.listdir(place)  # noqa: PTH208 - fast
        if name.endswith(_INSTALLED)
    )
