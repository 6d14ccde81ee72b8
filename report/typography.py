"""How Thai is set: what may not stand in XML, what may not be broken, where lines may end."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# What XML 1.0 §2.2 cannot carry: one such character loses a whole page or workbook.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

_DIGITS = "[0-9๐-๙][0-9๐-๙,.]*"
_MONTHS = "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
# Browsers break inside these, or between a figure and its unit.
_UNBROKEN = "|".join(
    (
        r"ผู้ว่าราชการ(?:จังหวัด)?",
        rf"พ\.ศ\. ?{_DIGITS}",
        rf"{_DIGITS} (?:{_MONTHS}) {_DIGITS}",
        rf"{_DIGITS} (?:คน|คำตอบ|คะแนน|หน่วยงาน|ฉบับ|รายการ|แถว|ชั่วโมง|ประเภท|น\.)",
        rf"ร้อยละ {_DIGITS}",
        "ส่วนราชการ|รับทราบ|ลงนาม|(?:ราย)?หน่วยงาน|ผลกระทบ|ความเสี่ยง|ผู้ประเมิน|ผู้ตอบ",
        "ยอมรับไม่ได้|ยอมรับได้|เร่งด่วน|ของขวัญ|พวกพ้อง|คุ้มครอง|ตรวจสอบ|ตอบสนอง",
    )
)
_LONG = 6  # letters: a shorter word is hardly ever broken
_TAG = re.compile(r"(<[^>]*>)")
_LEFT_ALONE = ("script", "style", "svg", "title")


def printable(text: str) -> str:
    """Return the text without the characters that no document can carry."""
    return _ILLEGAL.sub("", text)


def long_words(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the words of the texts that are long enough for a browser to break, longest first."""
    words = {word for text in texts for word in _words(text) if columns(word) >= _LONG}
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def unbroken(html: str, words: tuple[str, ...] = ()) -> str:
    """Return a page whose text keeps ``words``, a short list of others and figures on one line.

    Only text between tags is touched: attributes hold ``&gt;``, never a bare ``>``.
    """
    known = _unbroken_with(words)
    pieces = _TAG.split(html)
    within = ""
    for place, piece in enumerate(pieces):
        if piece.startswith("<"):
            within = _element_left_alone(piece, within)
        elif not within:
            pieces[place] = known.sub(r'<span class="whole">\g<0></span>', piece)
    return "".join(pieces)


@cache
def _unbroken_with(words: tuple[str, ...]) -> re.Pattern[str]:
    named = "|".join(escape(re.escape(word), quote=False) for word in words)
    return re.compile(f"{_UNBROKEN}|{named}" if named else _UNBROKEN)


def _element_left_alone(tag: str, within: str) -> str:
    """Return the element that is not to be touched and in which the text after ``tag`` stands."""
    if within:
        return "" if tag == f"</{within}>" else within
    name = tag[1:-1].split(maxsplit=1)[0].lower() if tag[1:-1].strip() else ""
    return name if name in _LEFT_ALONE and not tag.endswith("/>") else ""


def lines(text: str, width: int) -> list[str]:
    """Return the text in lines of at most ``width`` columns, broken between Thai words.

    Marks above and below a letter take no column. A single word may be wider than a line.
    """
    broken = [""]
    for word in _words(printable(text)):
        if broken[-1] and columns(broken[-1] + word.rstrip()) > width:
            broken.append("")
        broken[-1] += word if broken[-1] else word.lstrip()
    return [line.rstrip() for line in broken if line.strip()]


def columns(text: str) -> int:
    """Return how many columns the text takes."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def _words(text: str) -> list[str]:
    # The dictionary takes half a second to load: only a chart with long labels pays for it.
    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415

    words: list[str] = word_tokenize(text, engine="newmm", keep_whitespace=True)
    return words
