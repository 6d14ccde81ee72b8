"""Thai text as a person reads it, and as two writings of it are compared (domain.md §6)."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_THAI_DIGIT = re.compile("[๐-๙]")

_TONES = "\u0e48-\u0e4b"
_ABOVE_OR_BELOW = "\u0e31\u0e34-\u0e39\u0e47\u0e4d"
_FOLLOWING = "\u0e30\u0e32\u0e33\u0e45"
_ONCE_ONLY = f"{_FOLLOWING}\u0e40-\u0e44{_ABOVE_OR_BELOW}\u0e3a\u0e4c\u0e4e"
_HANGING = f"{_ABOVE_OR_BELOW}{_TONES}\u0e3a\u0e4c\u0e4e"

# Whatever pythainlp or our own table would change; a test holds it to that. It may be too
# suspicious, never too trusting: normalize costs 60 µs, and nearly all text needs none.
# Looking first whether a fault can begin here at all makes the search three times as fast.
_SUSPECT = re.compile(
    f"(?=[\u0e24\u0e26{_HANGING}{_ONCE_ONLY}])(?:"
    f"(?<![^ ])[{_HANGING}]"  # nothing to stand on
    "|\u0e40\u0e40"  # two SARA E, the look of SARA AE
    f"|[{_TONES}\u0e4c][{_ABOVE_OR_BELOW}{_TONES}]|[{_FOLLOWING}][{_TONES}]"  # wrong order
    f"|\u0e4d[{_TONES}]*[\u0e32\u0e33]"  # SARA AM in two pieces, or with one ring too many
    "|\u0e34\u0e4d|\u0e4d\u0e34"  # SARA UE in two pieces
    "|\u0e45|[\u0e24\u0e26]\u0e32"  # LAKKHANGYAO and SARA AA, each other's look
    f"|([{_ONCE_ONLY}]) ?\\1)"
)

# What pythainlp leaves although it looks the same on screen.
_LOOK_ALIKES = (
    (re.compile(f"\u0e4d([{_TONES}]*)\u0e33"), "\\1\u0e33"),
    (re.compile("\u0e34\u0e4d|\u0e4d\u0e34"), "\u0e36"),
    (re.compile("([\u0e24\u0e26])\u0e32"), "\\1\u0e45"),
)


def thai_digits(text: str) -> str:
    """Return ``text`` with ๐-๙ for 0-9."""
    return text.translate(_TO_THAI)


def arabic_digits(text: str) -> str:
    """Return ``text`` with 0-9 for ๐-๙; ``²`` and ``①`` stay what they are."""
    return text.translate(_TO_ARABIC) if _THAI_DIGIT.search(text) else text


def number(value: float | Decimal, places: int = 0) -> str:
    """Return ``14,200`` or, with ``places=1``, ``14,200.0``: rounded half up."""
    step = Decimal(1).scaleb(-places)
    return f"{Decimal(str(value)).quantize(step, ROUND_HALF_UP):,}"


def clean(text: str) -> str:
    """Return what a person would read in ``text``.

    Invisible characters go, white space becomes single spaces, Thai marks stand in their
    order and once. Digits, case and wide letters stay as they are written.
    """
    plain = " ".join(_visible(text).split())
    return _normalised(plain) if _SUSPECT.search(plain) else plain


@lru_cache(maxsize=8192)
def match_key(text: str) -> str:
    """Return what two writings of one name, header or answer have in common."""
    key = arabic_digits(clean(text)).casefold()
    return clean(key.replace(" ", "")) if " " in key else key


def email_key(text: str) -> str:
    """Return an e-mail address as mail servers compare it; also for ids typed by hand."""
    return clean(unicodedata.normalize("NFKC", text)).replace(" ", "").lower()


def _visible(text: str) -> str:
    """Return ``text`` without control and format characters; odd spaces become plain ones."""
    if text.isprintable():
        return text
    return "".join(
        " " if character.isspace() else character
        for character in text
        if character.isspace() or unicodedata.category(character) not in {"Cc", "Cf"}
    )


@lru_cache(maxsize=4096)
def _normalised(text: str) -> str:
    """Return the one spelling of text that looks the same: rules feed each other, so to the end."""
    from pythainlp.util import normalize  # noqa: PLC0415  # 90 ms that clean text never needs

    before = None
    while text != before:
        before, text = text, normalize(text)
        for pattern, spelling in _LOOK_ALIKES:
            text = pattern.sub(spelling, text)
    return text
