"""Cells as the ledger stores them: every string comes back to the letter."""

from __future__ import annotations

import json


def to_bytes(cells: tuple[str, ...]) -> bytes:
    """Return the cells as JSON in UTF-8; lone surrogates and NUL survive."""
    return json.dumps(cells, ensure_ascii=False).encode("utf-8", "surrogatepass")


def to_cells(content: bytes) -> tuple[str, ...]:
    """Return the cells that `to_bytes` was given."""
    return tuple(json.loads(content.decode("utf-8", "surrogatepass")))


def printable(text: str) -> str:
    r"""Return text that every store and terminal takes: what UTF-8 lacks stands as ``\udce0``."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
