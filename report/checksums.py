"""The manifest that anybody can check with ``sha256sum -c SHA256SUMS``."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CHECKSUMS = "SHA256SUMS"


def checksums(content_by_name: Mapping[str, bytes]) -> bytes:
    """Return a line per file: its SHA-256, two spaces, its path; in the order of the paths."""
    files = sorted(content_by_name.items())
    return "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in files).encode()
