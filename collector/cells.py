"""Cells as the ledger stores them: every string comes back to the letter."""

from __future__ import annotations

import json
from typing import Any

_WITH_TYPES = b"{"
Cells = tuple[str, ...]


def to_bytes(cells: Cells, types: Cells = ()) -> bytes:
    """Return the cells as JSON in UTF-8; lone surrogates and NUL survive.

    Where a cell has a type in its workbook, the types stand beside the cells:
    ``{"cells": ["2023-04-03 16:39:00", "a"], "types": ["date", ""]}``, else ``["x", "a"]``.
    """
    said = {"cells": cells, "types": types} if any(types) else cells
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")


def to_cells(content: bytes) -> Cells:
    """Return the cells that `to_bytes` was given."""
    said: Any = json.loads(content.decode("utf-8", "surrogatepass"))
    return tuple(said["cells"] if isinstance(said, dict) else said)


def without_types(content: bytes) -> bytes:
    """Return what `to_bytes` makes of the same cells without their types."""
    return to_bytes(to_cells(content)) if content.startswith(_WITH_TYPES) else content


def printable(text: str) -> str:
    r"""Return text that every store and terminal takes: what UTF-8 lacks stands as ``\udce0``."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
