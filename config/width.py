"""How wide a Thai text is. Apart from `config.thai`, for help pages need only this."""

from __future__ import annotations

import unicodedata


def columns(text: str) -> int:
    """Return how many columns a text takes: marks above and below a letter take none."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)
