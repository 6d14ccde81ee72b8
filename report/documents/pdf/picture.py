"""Whether the office's own picture can be set: one that cannot would lose the whole document."""

from __future__ import annotations

from io import BytesIO

from PIL import Image


def is_picture(content: bytes) -> bool:
    """Return whether the bytes are a whole PNG."""
    if not content:
        return False
    try:
        with Image.open(BytesIO(content), formats=["PNG"]) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
    return True
