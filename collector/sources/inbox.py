"""The embedded source: downloads that a person drops into ``inbox/<form>/``."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from collector.raw import Fetched, RawTable, RefusedFile
from config.decoding import UnreadableFileError
from config.delimited import read_delimited
from config.disk_faults import why
from config.messages import thai

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

SOURCE = "inbox"
ANSWERS = frozenset({".csv", ".txt", ".tsv", ".zip"})

_NOT_FOR_US = ("~$", ".")
_SYSTEM = frozenset({"desktop.ini", "thumbs.db", "readme.txt", "อ่านก่อน.txt"})
_MOST_MEMBERS = 50
_MOST_BYTES = 200_000_000
_MOST_RATIO = 200

Part = tuple[str, bytes]
"""Where a table stands (``a.csv``, ``b.zip/inner.csv``) and its bytes."""


def fetch_inbox(form_id: str, folder: Path, now: datetime) -> Fetched:
    """Return every table below ``folder/inbox/<form>/``, files in the order of their names.

    What cannot be read is set aside whole, with reason and remedy; the rest is read all the same.
    """
    tables: list[RawTable] = []
    refused: list[RefusedFile] = []
    for path in _files(folder / SOURCE / form_id):
        for origin, content in _parts(form_id, path, refused):
            try:
                tables.append(_table(form_id, origin, content, now))
            except UnreadableFileError as fault:
                refused.append(_refused(form_id, origin, fault))
    return Fetched(form_id, SOURCE, tuple(tables), tuple(refused))


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.iterdir()
        if path.is_file()
        and not path.name.startswith(_NOT_FOR_US)
        and path.name.lower() not in _SYSTEM
    )


def _parts(form_id: str, path: Path, refused: list[RefusedFile]) -> Iterator[Part]:
    """Yield a file's tables: itself, or those inside the ZIP that Google sends."""
    try:
        _refuse_other_endings(path)
        _refuse_too_large(path)
        content = path.read_bytes()
        yield from _unzipped(path.name, content) if _is_zip(content) else [(path.name, content)]
    except OSError as fault:
        unreadable = UnreadableFileError(
            thai("the file cannot be opened: {why}").format(why=thai(why(fault))),
            remedy=thai("Close it in other programs and see that you may read it."),
        )
        refused.append(_refused(form_id, path.name, unreadable))
    except UnreadableFileError as fault:
        refused.append(_refused(form_id, path.name, fault))


def _refuse_other_endings(path: Path) -> None:
    if path.suffix.lower() not in ANSWERS:
        raise UnreadableFileError(
            thai("files ending in {ending} are not read").format(ending=path.suffix or "?"),
            remedy=thai("Download the responses as .csv, and take this file out."),
        )


def _refuse_too_large(path: Path) -> None:
    if path.stat().st_size > _MOST_BYTES:
        raise _too_large()


def _is_zip(content: bytes) -> bool:
    """Tell the ZIP that Google sends from a workbook, which is a ZIP too."""
    return content.startswith(b"PK") and b"[Content_Types].xml" not in content[:4000]


def _unzipped(name: str, content: bytes) -> list[Part]:
    """Return the CSV files inside a ZIP, in the order of their names; nothing touches the disk."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _refuse_bombs(members)
            answers = [m for m in members if m.filename.lower().endswith(".csv")]
            if not answers:
                raise UnreadableFileError(
                    thai("the ZIP holds no .csv file"),
                    remedy=thai("Download the responses from Google Forms again."),
                )
            named = sorted((f"{name}/{_name(member)}", member) for member in answers)
            return [(origin, archive.read(member)) for origin, member in named]
    except (zipfile.BadZipFile, zlib.error, EOFError) as fault:
        raise UnreadableFileError(
            thai("the ZIP is damaged"),
            remedy=thai("The download was cut short: download the responses again."),
        ) from fault
    except (RuntimeError, NotImplementedError) as fault:
        raise UnreadableFileError(
            thai("the ZIP is locked with a password or packed in an unknown way"),
            remedy=thai("Unpack it and put the .csv file here."),
        ) from fault


def _refuse_bombs(members: list[zipfile.ZipInfo]) -> None:
    total = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if len(members) > _MOST_MEMBERS or total > _MOST_BYTES:
        raise _too_large()
    if total > _MOST_RATIO * max(packed, 1) and total > _MOST_BYTES // 100:
        raise _too_large()


def _too_large() -> UnreadableFileError:
    return UnreadableFileError(
        thai("the file holds far more than the responses of one campaign"),
        remedy=thai("See what it is; put only the responses of this form here."),
    )


def _name(member: zipfile.ZipInfo) -> str:
    """Return a member's file name; Google writes UTF-8, some packers mark it as CP437."""
    name = member.filename.rpartition("/")[2]
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _table(form_id: str, origin: str, content: bytes, now: datetime) -> RawTable:
    text = read_delimited(content)
    return RawTable(
        form=form_id,
        source=SOURCE,
        origin=origin,
        header=text.header,
        rows=text.rows,
        row_numbers=text.row_numbers,
        blank_rows=text.blank_rows,
        fetched_at=now,
    )


def _refused(form_id: str, origin: str, fault: UnreadableFileError) -> RefusedFile:
    return RefusedFile(form_id, SOURCE, origin, fault.fault, fault.remedy)
