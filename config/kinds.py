"""What a file is by its content, whatever its name says (ASVS 5.0, 5.2.2)."""

from __future__ import annotations

import codecs
import re
import zipfile
from io import BytesIO
from typing import NoReturn

from config.messages import marked
from config.unreadable import UnreadableFileError, refuse_empty
from config.zip_faults import DAMAGED_ZIP, LOCKED_ZIP

TEXT = marked("text (CSV)")
XLSX = marked("an Excel workbook (.xlsx)")
ZIP = "ZIP"
LOCKED = marked("a workbook with a password")
_OLD = marked("an old Excel workbook (.xls)")
_MACROS = marked("a workbook with macros (.xlsm)")
_BINARY = marked("a binary workbook (.xlsb)")
_OPEN_DOCUMENT = marked("an OpenDocument file (.ods)")

_KINDS_BY_MAGIC = (
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD),
    (b"%PDF", "PDF"),
    (b"\x1f\x8b", "GZIP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"SQLite format 3\x00", "SQLite"),
)
_KINDS_BY_MEMBER = (  # the first that is there: a workbook with macros is a workbook too
    ("xl/vbaproject.bin", _MACROS),
    ("xl/workbook.bin", _BINARY),
    ("xl/workbook.xml", XLSX),
    ("word/document.xml", "DOCX"),
    ("ppt/presentation.xml", "PPTX"),
    ("mimetype", _OPEN_DOCUMENT),
)
_OF_A_WORKBOOK = b"[Content_Types].xml"  # stands first in it, also in one cut short
_FIRST_BYTES = 4096
_OF_A_LOCKED_WORKBOOK = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(rb"\s*<(?:!doctype|html|head|body|table|\?xml)\b", re.IGNORECASE)

_SAVE_AS_XLSX = marked("open it in Excel, save it as “Excel Workbook (.xlsx)”, and drop that here")
_DOWNLOAD_CSV = marked("in Google Forms choose Responses, then Download responses (.csv)")
_TAKE_THE_PASSWORD_OFF = marked(
    "open it in Excel, take the password off (File, Info, Protect Workbook), and save it as .xlsx"
)
_REMEDIES = {
    LOCKED: _TAKE_THE_PASSWORD_OFF,
    **dict.fromkeys((_OLD, _BINARY, _MACROS, _OPEN_DOCUMENT), _SAVE_AS_XLSX),
}


def kind_of(content: bytes) -> str:
    """Return `TEXT`, `XLSX`, `ZIP` or the name of a kind that nobody reads here, a msgid.

    Raises `UnreadableFileError` for an empty file.
    """
    if not content.strip():
        refuse_empty()
    kind = next((kind for magic, kind in _KINDS_BY_MAGIC if content.startswith(magic)), TEXT)
    if kind == ZIP:
        return _kind_of_zip(content)
    if kind == _OLD and _OF_A_LOCKED_WORKBOOK in content:
        return LOCKED
    if kind == TEXT and _HTML.match(content.removeprefix(codecs.BOM_UTF8)):
        return "HTML"
    return kind


def refuse_kind(kind: str) -> NoReturn:
    """Raise `UnreadableFileError` for a kind of file that cannot be read."""
    raise UnreadableFileError(
        marked("the file is {kind}, which is not read"),
        remedy=_REMEDIES.get(kind, _DOWNLOAD_CSV),
        kind=kind,
    )


def refuse_ending(ending: str, right: str) -> NoReturn:
    """Raise `UnreadableFileError` for a file whose name says that it is nothing for us."""
    raise UnreadableFileError(
        marked("files ending in {ending} are not read"),
        remedy=marked("if these are the form's answers, save them as {right}; else take it out"),
        ending=ending,
        right=right,
    )


def refuse_name(ending: str, kind: str, right: str) -> NoReturn:
    """Raise `UnreadableFileError` for a file whose name says another kind than its content."""
    raise UnreadableFileError(
        marked("the file is named {ending}, but it is {kind}"),
        remedy=marked("open it and save it as {right}, or rename it so that it ends in {right}"),
        ending=ending,
        kind=kind,
        right=right,
    )


def _kind_of_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = {name.lower().replace("\\", "/") for name in archive.namelist()}
    except (*DAMAGED_ZIP, *LOCKED_ZIP):
        return XLSX if _OF_A_WORKBOOK in content[:_FIRST_BYTES] else ZIP
    return next((kind for member, kind in _KINDS_BY_MEMBER if member in names), ZIP)
