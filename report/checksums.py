"""The manifest that anybody can check with ``sha256sum -c SHA256SUMS``."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CHECKSUMS = "SHA256SUMS"


def checksums(content_by_name: Mapping[str, bytes]) -> bytes:
    """Return a line per file: its SHA-256, two spaces, its path; in the order of the paths."""
    return checksum_lines({name: sha256_of(content) for name, content in content_by_name.items()})


def checksum_lines(digest_by_name: Mapping[str, str]) -> bytes:
    """Return the same of files whose SHA-256 is known."""
    return "".join(
        f"{digest}  {name}\n" for name, digest in sorted(digest_by_name.items())
    ).encode()


def sha256_of(content: bytes) -> str:
    """Return the SHA-256 of a file's content, in hexadecimal digits."""
    return sha256(content).hexdigest()
