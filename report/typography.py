"""How Thai is set: what may not be broken, where lines may end."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import escape
from typing import TYPE_CHECKING

from config.printable import printable
from config.width import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = "[0-9๐-๙][0-9๐-๙,.]*"
_MONTHS = "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
# What stays together beyond a word of the dictionary: a figure and its unit, an office's own words.
_UNBROKEN = "|".join(
    (
        rf"พ\.ศ\. ?{_DIGITS}",
        rf"{_DIGITS} (?:{_MONTHS}) {_DIGITS}",
        rf"{_DIGITS} (?:คน|คำตอบ|คะแนน|หน่วยงาน|ฉบับ|รายการ|แถว|ไฟล์|ประเด็น|ชั่วโมง|ประเภท|แห่ง|วัน|น\.)",
        rf"(?:ร้อยละ|ตัวชี้วัดที่) {_DIGITS}",
        "ส่วนราชการ|(?:ราย)?หน่วยงาน|ไม่เกี่ยวข้อง|ยอมรับไม่ได้|ยอมรับได้|ผู้รับผิดชอบ|ผู้ประเมิน|ผู้ตอบ|ความเสี่ยง",
        "ศูนย์ดำรงธรรม|ความโปร่งใส|กลุ่มงาน|ผู้ลงนาม|ต้องลงนาม|ลงนามรับทราบ|โปรดตรวจสอบ|วันที่|พนักงานราชการ|คิดเป็น",
    )
)
# พ.ศ., ป.ป.ช., เม.ย., ว่าที่ ร.ต.: an abbreviation and all its points.
_SHORTENED = "(?:[เแโ]?[ก-ฮ][ก-ฮิีา]?\\.)+"
_LONG, _LONGEST = 4, 30  # letters: shorter words are not broken, longer ones must be
_THAI = re.compile(f"[ก-ฺเ-๎]{{{_LONG},}}")
_TAG = re.compile(r"(<[^>]*>)")
_LEFT_ALONE = ("script", "style", "svg", "title")


def unbroken(html: str, names: tuple[str, ...] = ()) -> str:
    """Return a page whose lines end between words; ``names`` and figures with a unit stay whole.

    Browsers break Thai by a dictionary of their own, which knows fewer words (ปาน|กลาง).
    Only text between tags is touched: attributes hold ``&gt;``, never a bare ``>``.
    """
    known = _unbroken_with(names)
    pieces = _TAG.split(html)
    within = ""
    for place, piece in enumerate(pieces):
        if piece.startswith("<"):
            within = _element_left_alone(piece, within)
        elif not within and len(piece) >= _LONG:
            pieces[place] = _kept_whole(piece, known)
    return "".join(pieces)


@cache
def _unbroken_with(names: tuple[str, ...]) -> re.Pattern[str]:
    named = "|".join(re.escape(str(escape(name))) for name in names if name)
    return re.compile(f"({_UNBROKEN}|{named})" if named else f"({_UNBROKEN})")


def _kept_whole(text: str, known: re.Pattern[str]) -> str:
    """Return the text with a span around all that may not be broken: every second part is known."""
    parts = known.split(text)
    parts[1::2] = map(_span, parts[1::2])
    parts[::2] = [_THAI.sub(lambda run: _words_kept_whole(run[0]), part) for part in parts[::2]]
    return "".join(parts)


@lru_cache(maxsize=4096)
def _words_kept_whole(run: str) -> str:
    return "".join(
        _span(word) if _LONG <= columns(word) <= _LONGEST else word for word in _words(run)
    )


def _span(words: str) -> str:
    return f'<span class="whole">{words}</span>'


def _element_left_alone(tag: str, within: str) -> str:
    """Return the element that is not to be touched and in which the text after ``tag`` stands."""
    if within:
        return "" if tag == f"</{within}>" else within
    name = tag[1:-1].split(maxsplit=1)[0].lower() if tag[1:-1].strip() else ""
    return name if name in _LEFT_ALONE and not tag.endswith("/>") else ""


def whole_and_words(text: str, names: tuple[str, ...] = ()) -> Iterator[str]:
    """Return plain text as what stays together (names, figures with a unit) and single words.

    White space of one kind comes as it stands; joined again, the parts are the text.
    """
    for place, part in enumerate(_unbroken_with_plain(names).split(text)):
        if part:
            yield from (part,) if place % 2 else _words(part)


@cache
def _unbroken_with_plain(names: tuple[str, ...]) -> re.Pattern[str]:
    named = [re.escape(name) for name in sorted(names, key=len, reverse=True) if name]
    return re.compile(f"({'|'.join([*named, _UNBROKEN, _SHORTENED])})")


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


def _words(text: str) -> list[str]:
    # The dictionary takes half a second to load: only what is rendered pays for it.
    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415

    words: list[str] = word_tokenize(text, engine="newmm", keep_whitespace=True)
    return words
