"""The texts of the province's documents, which the office may edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = "texts"
GARUDA = "ครุฑ.png"
"""The office's own picture for the head of memos and letters, beside the texts."""
LARGEST_PICTURE = 2_000_000

Texts = dict[str, bytes | None]
"""Each text by its path below the folder, and the Garuda; None for what cannot be opened."""


def read_texts(folder: Path) -> Texts:
    """Return the texts of a campaign folder, as they are: what is wrong in one stays its own."""
    place = folder / TEXTS
    garuda = {GARUDA: _content(place / GARUDA)} if (place / GARUDA).exists() else {}
    return garuda | {
        path.relative_to(place).as_posix(): _content(path)
        for path in sorted(place.rglob("*.md"))
        if path.is_file()
    }


def _content(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_PICTURE + 1) if path.name == GARUDA else file.read()
    except OSError:
        return None
