"""The last bytes of a backup: a hash of all before them, so that no bit can change unseen.

They stand in the ZIP's own comment: other programs open the file as any ZIP.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path

_MARK = b"rapsap backup sha256 "
_DIGITS = 64
COMMENT = _MARK + b"0" * _DIGITS
"""What to write as the comment until the hash is known."""
_CHUNK = 1 << 20


def seal_file(file: BinaryIO) -> None:
    """Write the hash over the digits that end the file."""
    file.seek(-_DIGITS, 2)
    end = file.tell()
    digest = _digest(file, end)
    file.seek(end)
    file.write(digest)


def is_whole(path: Path) -> bool:
    """Say whether a file ends as a backup does: one that was cut does not."""
    if path.stat().st_size < len(COMMENT):
        return False
    with path.open("rb") as file:
        file.seek(-len(COMMENT), 2)
        return file.read(len(_MARK)) == _MARK


def is_unaltered(path: Path) -> bool:
    """Say whether every byte is as it was when the file was sealed."""
    with path.open("rb") as file:
        end = file.seek(-_DIGITS, 2)
        written = file.read(_DIGITS)
        return written == _digest(file, end)


def _digest(file: BinaryIO, end: int) -> bytes:
    """Return the hash of the first ``end`` bytes, in hex."""
    file.seek(0)
    digest = sha256()
    left = end
    while left:
        content = file.read(min(_CHUNK, left))
        digest.update(content)
        left -= len(content)
    return digest.hexdigest().encode()
