"""Whether a picture of the office's can be set: one that cannot would lose the document."""

from __future__ import annotations

import struct
from io import BytesIO

from PIL import Image

_END = b"IEND\xaeB`\x82"
_HEAD = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


def png_size(content: bytes) -> tuple[int, int]:
    """Return how many pixels a PNG says that it is wide and high; none for anything else."""
    size = content[len(_HEAD) : len(_HEAD) + 8]
    if not content.startswith(_HEAD) or len(size) < 8:  # noqa: PLR2004  # two numbers of 32 bits
        return 0, 0
    wide, high = struct.unpack(">II", size)
    return wide, high


def is_png(content: bytes) -> bool:
    """Return whether the bytes are a whole PNG."""
    if _END not in content:
        return False
    try:
        with Image.open(BytesIO(content), formats=["PNG"]) as picture:
            picture.verify()
        with Image.open(BytesIO(content), formats=["PNG"]) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
    return True
