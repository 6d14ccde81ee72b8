r"""Text in the pieces that a line may not break: words, figures with their unit, names.

The typesetter's own breaking tears Thai words (จัง|หวัด), so each piece is set whole where it
fits its column, and a line ends only between pieces.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from config.printable import printable
from config.width import columns
from report.typography import whole_and_words

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 30
"""Columns of the longest piece: what is longer (an address) is cut, for no line would hold it."""
_CUT = 10

_LINE_ENDS = re.compile("\r\n|[\n\r\u0085\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n\xa0]+")
# Invisible characters, and those that turn the text after them around.
_UNSEEN = re.compile("[\u200b\u2060\ufeff\xad\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CLOSING = "ๆฯ.,:;!?%)]}»”’/\"'"
_OPENING = "([{«“‘"
# What cannot begin a line, and what cannot end one: marks of the letter before, vowels of the next.
_HANGING = re.compile("[\u0e30-\u0e3a\u0e45-\u0e4e\u0300-\u036f\ufe0f\u200d]")
_LEADING = "เแโใไ"
_JOINED = re.compile("[!-~๐-๙][!-~๐-๙]")  # Latin letters, digits and their signs
_AFTER_SPACE = "ๆฯ"  # «ต่าง ๆ»: the sign stays with its word


@lru_cache(maxsize=16384)
def pieces(text: str, names: tuple[str, ...] = ()) -> tuple[str, ...]:
    r"""Return the text as pieces; ``" "`` and ``"\n"`` stand between those that they part.

    Nothing is lost but what no document carries and nobody sees; spaces in a row become one.
    """
    plain = _UNSEEN.sub("", _SPACES.sub(" ", _LINE_ENDS.sub("\n", printable(text))))
    kept: list[str] = []
    fitting = _fitting(names)
    for line in plain.split("\n"):
        for word in whole_and_words(line, fitting):
            _append(kept, word)
        kept.append("\n")
    return tuple(short for piece in kept[:-1] for short in _short(piece))


@lru_cache(maxsize=64)
def _fitting(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that stay whole: a longer one ends a line between its words."""
    return tuple(name for name in names if columns(name) <= LONGEST)


@lru_cache(maxsize=64)
def words_of_names(names: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the words of each name that `pieces` keeps whole: a narrow column parts it there."""
    return {name: list(whole_and_words(name)) for name in _fitting(names)}


def _append(kept: list[str], word: str) -> None:
    """Add a word to what is kept: to the last piece, where no line may end between the two."""
    last = kept[-1] if kept else "\n"
    if word[0] in _AFTER_SPACE and last == " " and len(kept) > 1 and kept[-2] != "\n":
        kept[-2:] = [kept[-2] + last + word]
    elif last in {" ", "\n"} or word == " " or not _clings(last, word):
        kept.append(word)
    else:
        kept[-1] += word


def _clings(last: str, word: str) -> bool:
    return bool(
        word[0] in _CLOSING
        or last[-1] in _OPENING
        or last[-1] in _LEADING
        or "\xa0" in {last[-1], word[0]}
        or _HANGING.match(word)
        or _JOINED.match(last[-1] + word[0])
    )


def _short(piece: str) -> Iterator[str]:
    """Cut what is too long for a line; never between a letter and its marks."""
    if columns(piece) <= LONGEST:
        yield piece.replace("\xa0", " ") if piece != "\xa0" else " "
        return
    cut = ""
    for letter in piece:
        clings = not cut or _HANGING.match(letter) or cut[-1] in _LEADING
        if columns(cut) >= _CUT and not clings:
            yield cut
            cut = ""
        cut += letter
    yield cut
