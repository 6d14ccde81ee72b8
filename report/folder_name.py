"""A folder's name from what a person wrote: safe on every disk, still Thai."""

from __future__ import annotations

import unicodedata
from hashlib import sha256

from config.thai import clean

LONGEST = 40
"""Letters and marks: 120 bytes in Thai, far below what disks (255 bytes) and Windows bear."""
_DIGEST = 6
_FOLLOWING = "ะาำ"  # vowels that end no word's beginning, though no marks in Unicode's eyes
_LEADING = "เแโใไ"  # vowels that wait for their consonant


def folder_name(text: str) -> str:
    """Return the letters and digits of ``text``, in any script, with a hyphen for all else.

    A text that is too long keeps its beginning and gains a few letters of its own digest, so that
    two such texts stay apart. Without a letter or a digit there is no name: "".

    >>> folder_name("ฉบับเสนอ (ครั้งที่ ๒)"), folder_name("../x"), folder_name("..")
    ('ฉบับเสนอ-ครั้งที่-๒', 'x', '')
    """
    composed = unicodedata.normalize("NFC", clean(text))
    name = "-".join(_words(composed))
    return name if len(name) <= LONGEST else _shortened(name)


def _words(text: str) -> list[str]:
    """Return the runs of letters, each with the marks on it; a mark on nothing is none."""
    spoken = ""
    for sign in text:
        stands = _is_letter(sign) or (_is_mark(sign) and not spoken.endswith(" ") and spoken)
        spoken += sign if stands else " "
    return spoken.split()


def _shortened(name: str) -> str:
    end = LONGEST - _DIGEST - 1
    while end and (_is_mark(name[end]) or name[end] in _FOLLOWING):
        end -= 1
    beginning = name[:end].rstrip(f"-{_LEADING}")
    return f"{beginning}-{sha256(name.encode()).hexdigest()[:_DIGEST]}".lstrip("-")


def _is_letter(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category.startswith("L") or category == "Nd"


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")
