"""Answers written as Google writes them: the linked sheet's file and the form's own download."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from spreadsheets import workbook

from config.thai import thai_digits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

BANGKOK = ZoneInfo("Asia/Bangkok")


@dataclass(frozen=True)
class Answer:
    """One response: when it was sent, and the cells after the timestamp."""

    sent: datetime
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Dialect:
    """How a file is written; every field is something that must not matter."""

    notation: str = "sheet"
    encoding: str = "utf-8"
    buddhist: bool = False
    thai: bool = False
    columns: tuple[int, ...] = field(default=())

    def stamp(self, moment: datetime) -> str:
        """Return the timestamp as this dialect writes it."""
        local = moment.astimezone(BANGKOK)
        year = local.year + 543 if self.buddhist else local.year
        if self.notation == "sheet":
            written = f"{local.day}/{local.month}/{year}, {local:%H:%M:%S}"
        else:
            half = "ก่อนเที่ยง" if local.hour < 12 else "หลังเที่ยง"
            hour = local.hour % 12 or 12
            written = f"{year}/{local:%m/%d} {hour}:{local:%M:%S} {half} GMT+7"
        return thai_digits(written) if self.thai and self.notation == "sheet" else written

    def file(self, header: Sequence[str], answers: Sequence[Answer]) -> bytes:
        """Return the bytes of a download."""
        order = self.columns or tuple(range(len(header)))
        rows = [header, *((self.stamp(a.sent), *a.cells) for a in answers)]
        text = io.StringIO(newline="")
        quoting = csv.QUOTE_MINIMAL if self.notation == "sheet" else csv.QUOTE_ALL
        ends = "\r\n" if self.notation == "sheet" else "\n"
        csv.writer(text, quoting=quoting, lineterminator=ends).writerows(
            [row[column] for column in order] for row in rows
        )
        return text.getvalue().encode(self.encoding)

    def workbook(
        self, header: Sequence[str], answers: Sequence[Answer], *, date1904: bool = False
    ) -> bytes:
        """Return the linked sheet downloaded as XLSX: dates are dates, and numbers numbers."""
        order = self.columns or tuple(range(len(header)))
        rows = [header, *((_in_cell(a.sent), *map(_as_number, a.cells)) for a in answers)]
        return workbook([[row[column] for column in order] for row in rows], date1904=date1904)


def _in_cell(moment: datetime) -> datetime:
    """Return the time as a sheet holds it: its own clock's, with no zone."""
    return moment.astimezone(BANGKOK).replace(tzinfo=None)


def _as_number(text: str) -> str | int:
    return int(text) if text.isascii() and text.isdigit() else text
