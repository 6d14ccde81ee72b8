"""Writes answers as Google hands them out (and as Excel saves them again): bytes, to the letter.

=============== ============================== ======================== ==============
dialect         timestamp                      quoting                  line ends
=============== ============================== ======================== ==============
linked sheet    ``3/4/2023, 16:39:00``         only where needed        CRLF
form download   ``2023/04/03 4:39:00 หลังเที่ยง GMT+7`` everything      LF, none at the end
Excel, Thai     as it stood in the sheet       ``;`` instead of commas  CRLF, code page 874
=============== ============================== ======================== ==============
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

Table = Iterable[Sequence[str]]
_NOON = 12


def sheet_time(moment: datetime) -> str:
    """Return a time as a Thai linked sheet shows it; months and days without zeros."""
    return f"{moment.day}/{moment.month}/{moment.year}, {moment.hour}:{moment:%M:%S}"


def form_time(moment: datetime) -> str:
    """Return a time as the form's own download has it for a Thai owner."""
    return _twelve_hours(moment, ("ก่อนเที่ยง", "หลังเที่ยง"))


def english_form_time(moment: datetime) -> str:
    """Return a time as the form's own download has it for an owner who reads English."""
    return _twelve_hours(moment, ("AM", "PM"))


def _twelve_hours(moment: datetime, halves: tuple[str, str]) -> str:
    hour = moment.hour % _NOON or _NOON
    half = halves[moment.hour >= _NOON]
    east = (moment.utcoffset() or timedelta(0)) // timedelta(hours=1)
    return f"{moment:%Y/%m/%d} {hour}:{moment:%M:%S} {half} GMT{east:+}"


def linked_sheet(table: Table) -> bytes:
    """Return «File > Download > .csv» of the linked sheet."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(table)
    return text.getvalue().removesuffix("\r\n").encode()


def form_download(table: Table) -> bytes:
    """Return the CSV inside «Download responses (.csv)»."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(table)
    return text.getvalue().removesuffix("\n").encode()


def saved_by_excel(table: Table) -> bytes:
    """Return what a Thai Excel saves; the table must hold nothing that code page 874 lacks."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(table)
    return text.getvalue().encode("cp874")


def fits_code_page(cells: Iterable[str]) -> bool:
    """Say whether Excel can save the cells without losing a letter."""
    try:
        "".join(cells).encode("cp874")
    except UnicodeEncodeError:
        return False
    return True


def zipped(name: str, content: bytes, on: datetime) -> bytes:
    """Return a ZIP of one file, dated ``on`` and not now."""
    archive = io.BytesIO()
    entry = zipfile.ZipInfo(name, (on.year, on.month, on.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # Unix, whatever machine writes it
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr(entry, content)
    return archive.getvalue()
