"""The ZIP that Google sends: its files one by one, unpacked in memory and within bounds."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from config.messages import marked
from config.unreadable import UnreadableFileError, refuse_more
from config.zip_faults import DAMAGED_ZIP, LOCKED_ZIP

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_MEMBERS = 50
MOST_BYTES = 200_000_000
MOST_RATIO = 200
_HARMLESS_BYTES = MOST_BYTES // 100
_UTF8_NAME = 0x800


def members(content: bytes) -> Iterator[tuple[str, bytes | UnreadableFileError]]:
    """Yield each file's name and its bytes, or why it cannot be unpacked, in order of names.

    Raises `UnreadableFileError` for an archive that cannot be opened or that holds too much.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(content))
        files = [member for member in archive.infolist() if not member.is_dir()]
    except (*DAMAGED_ZIP, *LOCKED_ZIP) as fault:
        raise _damaged() from fault
    with archive:
        _refuse_bombs(files)
        for name, member in sorted(((_name(member), member) for member in files), key=_first):
            yield name, _unpacked(archive, member)


def _first(named: tuple[str, zipfile.ZipInfo]) -> str:
    return named[0]


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes | UnreadableFileError:
    try:
        return archive.read(member)
    except DAMAGED_ZIP:
        return _damaged()
    except LOCKED_ZIP:
        return UnreadableFileError(
            marked("the ZIP is locked with a password or packed in an unknown way"),
            remedy=marked("Unpack it and put the .csv file here."),
        )


def _refuse_bombs(files: list[zipfile.ZipInfo]) -> None:
    total = sum(member.file_size for member in files)
    packed = sum(member.compress_size for member in files)
    if len(files) > MOST_MEMBERS or total > MOST_BYTES:
        refuse_more()
    if total > MOST_RATIO * max(packed, 1) and total > _HARMLESS_BYTES:
        refuse_more()


def _damaged() -> UnreadableFileError:
    return UnreadableFileError(
        marked("the ZIP is damaged"),
        remedy=marked("The download was cut short: download the responses again."),
    )


def _name(member: zipfile.ZipInfo) -> str:
    """Return where a file stands in the archive, in the letters of whoever packed it.

    Google writes UTF-8; some packers do not say so, and a Thai Windows writes code page 874.
    """
    name = member.filename.replace("\\", "/")
    if member.flag_bits & _UTF8_NAME:
        return name
    for encoding in ("utf-8", "cp874"):
        try:
            return name.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return name
