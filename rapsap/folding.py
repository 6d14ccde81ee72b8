"""Lines for a terminal: broken at spaces and between Thai words, never within one."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from config.width import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK = re.compile(r"(?: ๆ|\S)+|\s+")  # «นาน ๆ» is never parted
_THAI = re.compile("[ก-๛]")


def fold(text: str, width: int, *, hanging: int = 0) -> list[str]:
    """Return the text in lines of at most ``width`` columns; all but the first are indented.

    A path, a word or a number is never parted, so that a line may be longer where one is.
    """
    if columns(text) <= width:
        return [text]
    lines = [""]
    for piece in _pieces(text):
        begun = lines[-1].strip()
        if begun and columns(lines[-1] + piece.rstrip()) > width:
            lines.append(" " * hanging + piece.lstrip())
        elif begun or len(lines) == 1:
            lines[-1] += piece
        else:
            lines[-1] += piece.lstrip()
    return [line.rstrip() for line in lines if line.strip()]


def _pieces(text: str) -> Iterator[str]:
    for chunk in _CHUNK.findall(text):
        yield from _words(chunk) if _THAI.search(chunk) else [chunk]


def _words(chunk: str) -> list[str]:
    """Return what may stand on lines of its own: Thai words, with the marks that touch them."""
    # The dictionary takes half a second to load: only a text too long for its line pays for it.
    from pythainlp.tokenize import word_tokenize

    words: list[str] = []
    for word in word_tokenize(chunk, engine="newmm", keep_whitespace=True):
        if words and not (_is_thai(words[-1][-1]) and _is_thai(word[0])):
            words[-1] += word
        else:
            words.append(word)
    return words


def _is_thai(letter: str) -> bool:
    return bool(_THAI.match(letter)) and unicodedata.category(letter) != "Nd" and letter != "ๆ"
