"""The fiscal year, and carrying a campaign from one to another."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from config.months import BE_MINUS_CE
from config.thai import arabic_digits, thai_digits

if TYPE_CHECKING:
    from config.tables import Table

TEMPLATE_YEAR = 2566

# Only the campaign's own year and the one before it: the years of laws stay as they are.
_YEAR = re.compile(
    r"(?<![\d๐-๙])(?:(?P<thai>๒๕๖[๕๖])|(?P<be>256[56])|(?P<ce>202[23])(?=-\d\d-\d\d))(?![\d๐-๙])"
)
_FIRST_MONTH = 10  # domain.md §6
_DAY_OF_MONTH = re.compile(r"[๐-๙]{1,2} (?=[ก-์]+ ๒๕)")


def fiscal_year_days(year: int) -> tuple[date, date]:
    """Return the first and the last day: fiscal year พ.ศ. N begins on 1 October N-1."""
    christian = year - BE_MINUS_CE
    return date(christian - 1, _FIRST_MONTH, 1), date(christian, 9, 30)


def shifted_text(text: str, years: int) -> str:
    """Return the text with the template's years moved, in the digits that they stand in."""

    def moved(found: re.Match[str]) -> str:
        year = str(int(arabic_digits(found[0])) + years)
        return thai_digits(year) if found["thai"] else year

    return _YEAR.sub(moved, text)


def shifted_row(values: dict[str, Any], table: Table, years: int) -> dict[str, Any]:
    """Return a row for another year: what was done in the old one is gone, the rest is a draft."""
    if not years:
        return values
    moved: dict[str, Any] = {name: _shifted(value, years) for name, value in values.items()}
    names = {column.name for column in table.columns}
    if "period" in moved:
        moved["period"] = _DAY_OF_MONTH.sub("", moved["period"])
    drafts = {"draft": True} if "draft" in names else {}
    unverified = {"verified": False} if "verified" in names else {}
    return {k: v for k, v in moved.items() if k != "result"} | drafts | unverified


def _shifted(value: object, years: int) -> object:
    if isinstance(value, str):
        return shifted_text(value, years)
    if isinstance(value, date):
        return value.replace(year=value.year + years)
    return value
