"""The texts of the province's documents, which the office may edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = "texts"

Texts = dict[str, bytes | None]
"""Each text by its path below the folder; None for one that cannot be opened."""


def read_texts(folder: Path) -> Texts:
    """Return the texts of a campaign folder, as they are: what is wrong in one stays its own."""
    place = folder / TEXTS
    return {
        path.relative_to(place).as_posix(): _content(path)
        for path in sorted(place.rglob("*.md"))
        if path.is_file()
    }


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
