"""The value that leaves this room: one file's name and bytes, and who may read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Audience = Literal["public", "internal"]


@dataclass(frozen=True, slots=True)
class Document:
    """One file of a release; ``name`` is its path below the published folder, with ``/``."""

    name: str
    content: bytes
    audience: Audience
