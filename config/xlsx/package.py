"""The parts of a workbook's ZIP: only those that hold cells, each unpacked within bounds.

What reads the cells afterwards unpacks whatever an archive says of itself. It is therefore given
a copy made here, in which every size is true.
"""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, NoReturn

from config.messages import marked
from config.unreadable import UnreadableFileError, refuse_bytes
from config.xlsx.markup import FAULTS, attributes_of, check
from config.zip_faults import DAMAGED_ZIP, LOCKED_ZIP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_BYTES = 200 * 1024**2
_WORKBOOK = "xl/workbook.xml"
_LINKS = "xl/_rels/workbook.xml.rels"
_NEEDED = ("[Content_Types].xml", "_rels/.rels", _WORKBOOK, _LINKS)
_WELCOME = ("xl/styles.xml", "xl/sharedStrings.xml")


@dataclass(frozen=True)
class Package:
    """A workbook's parts by name, and which of them is which sheet."""

    part_by_name: dict[str, bytes]
    name_by_sheet: dict[str, str]

    @property
    def shared_strings(self) -> bytes:
        """The texts that cells refer to by number."""
        return self.part_by_name.get("xl/sharedStrings.xml", b"")

    def sheet(self, title: str) -> bytes:
        """Return the XML of the sheet of that title."""
        return self.part_by_name[self.name_by_sheet[title]]

    def as_zip(self) -> BytesIO:
        """Return the parts as an archive that says the truth about itself."""
        archive = BytesIO()
        with zipfile.ZipFile(archive, "w") as file:
            for name, content in self.part_by_name.items():
                file.writestr(name, content)
        archive.seek(0)
        return archive


def open_package(content: bytes) -> Package:
    """Return the parts of a workbook. Raises `UnreadableFileError`."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = dict(_unpacked(archive, (*_NEEDED, *_WELCOME), left=MOST_BYTES))
            _require(parts, _NEEDED)
            for part in parts.values():
                check(part)
            sheets = _sheets(parts)
            left = MOST_BYTES - sum(map(len, parts.values()))
            parts |= dict(_unpacked(archive, tuple(sheets.values()), left=left))
            _require(parts, sheets.values())
    except (*DAMAGED_ZIP, *LOCKED_ZIP, *FAULTS):
        refuse_damaged()
    return Package(parts, sheets)


def _require(parts: dict[str, bytes], names: Iterable[str]) -> None:
    if not all(name in parts for name in names):
        refuse_damaged()


def refuse_damaged() -> NoReturn:
    """Raise `UnreadableFileError` for a workbook of which a part is missing or broken."""
    raise UnreadableFileError(
        marked("the workbook is damaged or was not downloaded whole"),
        remedy=marked("download it again, or open it in Excel and save it as .xlsx"),
    )


def _unpacked(
    archive: zipfile.ZipFile, names: tuple[str, ...], *, left: int
) -> Iterator[tuple[str, bytes]]:
    """Yield those of the parts that are there; no more than ``left`` bytes leave the archive.

    Like Excel, take a name in other capitals and with backslashes for the same name.
    """
    there = {part.filename.replace("\\", "/").lower(): part for part in archive.infolist()}
    for name in dict.fromkeys(names):
        if part := there.get(name.lower()):
            left -= part.file_size
            if left < 0:
                refuse_bytes(MOST_BYTES)
            yield name, archive.read(part)


def _sheets(parts: dict[str, bytes]) -> dict[str, str]:
    """Return the part of each sheet by its title."""
    target_by_id = {
        link.get("Id", ""): posixpath.normpath(posixpath.join("/xl", link.get("Target", "")))[1:]
        for link in attributes_of(parts[_LINKS], "Relationship")
    }
    return {
        sheet.get("name", ""): target_by_id.get(_link_of(sheet), "")
        for sheet in attributes_of(parts[_WORKBOOK], "sheet")
    }


def _link_of(sheet: dict[str, str]) -> str:
    """Return the sheet's ``r:id``, whatever prefix the writer chose."""
    return next((value for name, value in sheet.items() if name.endswith(":id")), "")
