"""Bytes of a downloaded table -> text (domain.md §8)."""

from __future__ import annotations

import codecs
import re

from config.kinds import TEXT, kind_of, refuse_kind
from config.messages import marked
from config.unreadable import UnreadableFileError, refuse_bytes, refuse_cut, refuse_encoding

SIZE_CAP = 100 * 1024 * 1024

_MARKED = (  # the longer marks first: UTF-16's begins UTF-32's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FIRST_BYTES = 4096
_NUL_SHARE = 0.05

_THAI_WORD = re.compile("[ก-๛]{3,}")
_CONSONANT = re.compile("[ก-ฮ]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_SPELT_SHARE = 0.7
_CONSONANT_SHARE = 0.4


def decode(content: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding: UTF-8, UTF-16 by its mark, or CP874.

    One encoding for the whole file, never one per row. Latin-1 is never tried, since it never
    fails. Raises `UnreadableFileError`.
    """
    if len(content) > SIZE_CAP:
        refuse_bytes(SIZE_CAP)
    kind = kind_of(content)
    if kind != TEXT:
        refuse_kind(kind)
    for mark, encoding in _MARKED:
        if content.startswith(mark):
            return _strictly(content.removeprefix(codecs.BOM_UTF8), encoding), encoding
    _refuse_unmarked(content)
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as fault:
        if fault.end == len(content) and fault.reason == "unexpected end of data":
            refuse_cut()
    return _thai(content), "cp874"


def _refuse_unmarked(content: bytes) -> None:
    """Refuse UTF-16 without its mark: each Thai letter would pass as two ASCII characters."""
    first = content[:_FIRST_BYTES]
    if first.count(0) > _NUL_SHARE * len(first):
        raise UnreadableFileError(
            marked("the text is UTF-16 without the mark that says so"),
            remedy=marked("save it as “CSV UTF-8”, or download it again from Google"),
        )


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as fault:
        if fault.end == len(content) and fault.reason in {
            "unexpected end of data",
            "truncated data",
        }:
            refuse_cut()
        refuse_encoding()


def _thai(content: bytes) -> str:
    """Decode CP874, of which TIS-620 is a part, if what comes out looks like Thai."""
    try:
        text = content.decode("cp874")
    except UnicodeDecodeError:
        refuse_encoding()
    words = [word for word in _THAI_WORD.findall(text) if _looks_spelt(word)]
    if sum(map(len, words)) < _SPELT_SHARE * len(_FOREIGN.findall(text)):
        refuse_encoding()
    return text


def _looks_spelt(word: str) -> bool:
    return len(_CONSONANT.findall(word)) >= _CONSONANT_SHARE * len(word)
