"""The names of the months, and dates printed with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from config.thai import clean, thai_digits

if TYPE_CHECKING:
    from datetime import date

BE_MINUS_CE = 543

_MONTHS = (
    ("มกราคม", "ม.ค.", "january"),
    ("กุมภาพันธ์", "ก.พ.", "february"),
    ("มีนาคม", "มี.ค.", "march"),
    ("เมษายน", "เม.ย.", "april"),
    ("พฤษภาคม", "พ.ค.", "may"),
    ("มิถุนายน", "มิ.ย.", "june"),
    ("กรกฎาคม", "ก.ค.", "july"),
    ("สิงหาคม", "ส.ค.", "august"),
    ("กันยายน", "ก.ย.", "september"),
    ("ตุลาคม", "ต.ค.", "october"),
    ("พฤศจิกายน", "พ.ย.", "november"),
    ("ธันวาคม", "ธ.ค.", "december"),
)
_DOTS = re.compile(r"[. ]")


def _letters(name: str) -> str:
    return _DOTS.sub("", clean(name))


_THAI = {_letters(name): i for i, names in enumerate(_MONTHS, 1) for name in names[:2]}
_NUMBERS = _THAI | {
    name: i for i, (*_, english) in enumerate(_MONTHS, 1) for name in (english, english[:3])
}


def month_pattern() -> str:
    """Return a pattern that finds a Thai month within a text: ``พฤษภาคม``, ``พ.ค.`` or ``พค``."""
    whole = "|".join(names[0] for names in _MONTHS)
    short = "|".join(r"\.? ?".join(names[1].split(".")) for names in _MONTHS)
    return rf"(?:{whole}|(?<![ก-์])(?:{short})(?![ก-์]))"


def month_number(name: str) -> int | None:
    """Return 1 to 12 for ``พฤษภาคม``, ``พ.ค.``, ``พค`` or ``may`` in lower case."""
    return _NUMBERS.get(_letters(name))


def is_thai_month(name: str) -> bool:
    """Tell whether a month's name is Thai, and so a year of two digits beside it BE."""
    return _letters(name) in _THAI


def long_date(day: date, *, digits: Literal["thai", "arabic"] = "thai") -> str:
    """Return ``๓๐ เมษายน ๒๕๖๖``, as documents print it (domain.md §6)."""
    text = f"{day.day} {_MONTHS[day.month - 1][0]} {day.year + BE_MINUS_CE}"
    return thai_digits(text) if digits == "thai" else text


def short_date(day: date) -> str:
    """Return ``30 เม.ย. 2566``, for tables."""
    return f"{day_and_month(day)} {day.year + BE_MINUS_CE}"


def day_and_month(day: date) -> str:
    """Return ``30 เม.ย.``, where the year is known."""
    return f"{day.day} {_MONTHS[day.month - 1][1]}"
