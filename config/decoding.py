"""Bytes of a downloaded table -> text, or what kind of file it is instead (domain.md §8)."""

from __future__ import annotations

import codecs
import re
from typing import NoReturn

from config.errors import UserError
from config.messages import _

SIZE_CAP = 100 * 1024 * 1024

_MARKED = (  # the longer marks first: UTF-16's begins UTF-32's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS_BY_MAGIC = {
    b"PK\x03\x04": "XLSX/ZIP",
    b"PK\x05\x06": "ZIP",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "XLS",
    b"%PDF": "PDF",
    b"\x1f\x8b": "GZIP",
    b"Rar!": "RAR",
    b"7z\xbc\xaf\x27\x1c": "7Z",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
}
_HTML = re.compile(rb"\s*<(?:!doctype|html|head|body|table|\?xml)\b", re.IGNORECASE)

_THAI_WORD = re.compile("[ก-๛]{3,}")
_CONSONANT = re.compile("[ก-ฮ]")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_SPELT_SHARE = 0.7
_CONSONANT_SHARE = 0.4


class UnreadableFileError(UserError):
    """A file that is not a table of text, or not a whole one."""


def decode(content: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding: UTF-8, UTF-16 by its mark, or CP874.

    Latin-1 is never tried, since it never fails. Raises `UnreadableFileError`.
    """
    refuse_other_kinds(content)
    for mark, encoding in _MARKED:
        if content.startswith(mark):
            return _strictly(content.removeprefix(codecs.BOM_UTF8), encoding), encoding
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as fault:
        if fault.end == len(content) and fault.reason == "unexpected end of data":
            refuse_cut()
    return _thai(content), "cp874"


def refuse_other_kinds(content: bytes) -> None:
    """Raise `UnreadableFileError` for an empty or huge file and for one that is no text."""
    if not content.strip():
        raise UnreadableFileError(
            _("the file is empty"), remedy=_("download the responses from Google Forms again")
        )
    if len(content) > SIZE_CAP:
        raise UnreadableFileError(
            _("the file is larger than {megabytes} MB").format(megabytes=SIZE_CAP // 1024**2),
            remedy=_("split it, or drop only the responses of this campaign here"),
        )
    kind = "HTML" if _HTML.match(content.removeprefix(codecs.BOM_UTF8)) else ""
    for magic, other in _KINDS_BY_MAGIC.items():
        kind = other if content.startswith(magic) else kind
    if kind:
        raise UnreadableFileError(
            _("the file is not CSV but {kind}").format(kind=kind),
            remedy=_("in Google Forms choose Responses, then Download responses (.csv)"),
        )


def refuse_cut() -> NoReturn:
    """Raise `UnreadableFileError` for a download that did not come to its end."""
    raise UnreadableFileError(
        _("the file ends in the middle of a row"),
        remedy=_("the download was cut short: download the responses again"),
    )


def refuse_encoding() -> NoReturn:
    """Raise `UnreadableFileError` for letters that are not those people wrote."""
    raise UnreadableFileError(
        _("wrong encoding: the text is garbled"),
        remedy=_("download it again from Google and do not open it in Excel first"),
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
