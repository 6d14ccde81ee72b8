"""Workbooks as Google and Excel write them, spelt out by a test."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from xlsxwriter.worksheet import Worksheet

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
_FORMATS = {
    datetime: "d/m/yyyy, h:mm:ss",
    date: "d/m/yyyy",
    time: "h:mm:ss",
    timedelta: "[h]:mm:ss",
}


def workbook(
    sheets: Mapping[str, Iterable[Sequence[Any]]] | Iterable[Sequence[Any]],
    *,
    hidden: Iterable[str] = (),
    date1904: bool = False,
    touch: Callable[[Worksheet], None] = lambda _first: None,
) -> bytes:
    """Return an XLSX file; ``touch`` may do to the first sheet what else there is to do."""
    named = sheets if isinstance(sheets, dict) else {"การตอบแบบฟอร์ม 1": sheets}
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "date_1904": date1904}) as book:
        formats = {kind: book.add_format({"num_format": f}) for kind, f in _FORMATS.items()}
        for title, rows in named.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    _write(sheet, number, column, value, formats)
            if title in hidden:
                sheet.hide()
        touch(book.worksheets()[0])
    return content.getvalue()


def _write(sheet: Worksheet, row: int, column: int, value: object, formats: dict) -> None:
    """Write text as text, whatever it looks like."""
    if isinstance(value, str):
        sheet.write_string(row, column, value)
    elif type(value) in formats:
        sheet.write_datetime(row, column, value, formats[type(value)])
    elif value is not None:
        sheet.write(row, column, value)


def error_at(place: str, text: str) -> Callable[[Worksheet], None]:
    """Return a touch that leaves an error such as ``#REF!`` in a cell."""
    return lambda sheet: sheet.write_formula(place, "=1/0", None, text)


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return the archive with one part changed, or added where there was none."""
    old = zipfile.ZipFile(io.BytesIO(content))
    parts = {part: old.read(part) for part in old.namelist()}
    parts[name] = change(parts.get(name, b""))
    return zipped(parts)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP of these files."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in files.items():
            archive.writestr(name, member)
    return content.getvalue()
