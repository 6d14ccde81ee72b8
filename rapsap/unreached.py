"""What a forgetting cannot reach: where else in the campaign folder a person's name may stand."""

from __future__ import annotations

import html
import io
import re
import zipfile
from typing import TYPE_CHECKING

from collector.left_out import forgotten_rows
from collector.sources.inbox import SOURCE, fetch_inbox
from config.zip_faults import DAMAGED_ZIP, LOCKED_ZIP

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from collector.forgotten import Forgotten
    from config.campaign import Campaign

_CODES = ("utf-8", "utf-16-le", "utf-16-be", "cp874")
_BETWEEN = r"[^\u0e01-\u0e2e\u0e40-\u0e44]{0,200}"
"""What may stand between two cells: marks and tags, but no other Thai word."""
_NESTED = 3
_ARCHIVE = b"PK\x03\x04"
_LARGEST = 200_000_000
_KEPT = ("out/editions", "out/evidence", "backup")

Spellings = frozenset[tuple[str, str]]


def still_in_the_inbox(
    campaign: Campaign, folder: Path, forgotten: Forgotten, now: datetime
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the files of the inbox that hold forgotten rows, with the rows' numbers."""
    for source in campaign.sources:
        if source.kind == SOURCE:
            for table in fetch_inbox(source.form, folder, now).tables:
                if numbers := forgotten_rows(table, source, campaign, forgotten):
                    yield f"{SOURCE}/{source.form}/{table.origin}", numbers


def files_with(spellings: Spellings, folder: Path) -> Iterator[str]:
    """Yield the files below a folder in which a name may stand, also inside of archives.

    In a file of Office the two parts of a name may stand anywhere; of a PDF nobody can tell.
    """
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and path.stat().st_size <= _LARGEST:
            try:
                content = path.read_bytes()
            except OSError:
                continue
            if _holds(content, spellings, _NESTED):
                yield path.relative_to(folder).as_posix()


def kept_folders(folder: Path) -> Iterator[str]:
    """Yield the folders of frozen copies that are there and are not empty."""
    for name in _KEPT:
        if (folder / name).is_dir() and any((folder / name).iterdir()):
            yield name


def _holds(content: bytes, spellings: Spellings, depth: int) -> bool:
    if content.startswith(_ARCHIVE) and depth:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                parts = [
                    archive.read(member)
                    for member in archive.infolist()
                    if member.file_size <= _LARGEST
                ]
        except (*DAMAGED_ZIP, *LOCKED_ZIP):
            return False
        texts = [_written_out(part) for part in parts]
        return any(_holds(text, spellings, depth - 1) or _cells(text, spellings) for text in texts)
    return any(_near(content, first, last) for first, last in spellings)


def _near(content: bytes, first: str, last: str) -> bool:
    """Say whether the parts of a name stand one after the other, in whatever code."""
    name = re.compile(re.escape(first) + _BETWEEN + re.escape(last))
    return any(
        name.search(content.decode(code, "replace"))
        for code in _CODES
        if first.encode(code, "replace") in content
    )


def _written_out(part: bytes) -> bytes:
    """Return XML with its letters written out: some programs write ``&#3585;`` for each."""
    if not part.lstrip().startswith(b"<"):
        return part
    return html.unescape(part.decode("utf-8", "replace")).encode("utf-8", "replace")


def _cells(part: bytes, spellings: Spellings) -> bool:
    """Say whether a workbook's part holds both names as cells: Excel keeps each text once."""
    return part.lstrip().startswith(b"<") and any(
        f">{first}<".encode() in part and f">{last}<".encode() in part
        for first, last in spellings
        if last
    )
