"""Dates as people and Google write them, in either calendar and either kind of digits."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from config.clock import TIME_PATTERN, time_of, zone_of
from config.date_fault import DateFault, FaultCode
from config.months import BE_MINUS_CE, is_thai_month, long_date, month_number, short_date
from config.thai import clean

if TYPE_CHECKING:
    from datetime import tzinfo

__all__ = [
    "DateFault",
    "FaultCode",
    "Notation",
    "Order",
    "TwoDigitYear",
    "long_date",
    "parse_date",
    "parse_timestamp",
    "short_date",
]

# "form" is the form's own download, "sheet" the linked sheet, "typed" whatever else can be read.
Notation = Literal["form", "sheet", "typed"]
Order = Literal["dmy", "mdy"]
TwoDigitYear = Literal["refuse", "be", "ce"]

# Both kinds of digits are spelt out: \d would let in those of other scripts.
_DAY = (
    r"(?:(?P<first>[0-9๐-๙]{1,2}|[0-9๐-๙]{4})(?P<mark>[/.-])(?P<middle>[0-9๐-๙]{1,2})(?P=mark)"
    r"(?P<last>[0-9๐-๙]{4}|[0-9๐-๙]{1,2})"
    r"|(?:วัน\S*ที่ ?)?(?P<day>[0-9๐-๙]{1,2}) ?(?:เดือน ?)?(?P<month>[ก-์a-z][ก-์a-z. ]*?)"
    r" ?(?P<era>[พค]\.? ?ศ\.?)? ?(?P<year>[0-9๐-๙]{4}|[0-9๐-๙]{2}))"
)
_DATE = re.compile(_DAY)
_TIMESTAMP = re.compile(rf"{_DAY}(?:(?:, ?| |t| เวลา ?){TIME_PATTERN})?")
_YEAR_ONLY = re.compile(r"(?:ปี ?)?(?:[พค]\.? ?ศ\.? ?)?[0-9๐-๙]{4}")

_FIRST_BE_YEAR = 2400
_EARLIEST, _LATEST = 2000, 2100
_FOUR_DIGITS = 4


def parse_date(text: str, *, order: Order = "dmy", two_digit_year: TwoDigitYear = "refuse") -> date:
    """Return the day that ``text`` names; a year from 2400 on is BE (domain.md §6).

    ``order`` is that of numeric dates that do not begin with the year: it is never guessed.
    Raises `DateFault`.
    """
    return _day_of(_find(_DATE, text), order, two_digit_year)


def parse_timestamp(
    text: str, *, zone: tzinfo, order: Order = "dmy", two_digit_year: TwoDigitYear = "refuse"
) -> tuple[datetime, Notation]:
    """Return the moment in ``zone``, cut to the second, and how it was written.

    A text without an offset is taken to be in ``zone``; a date alone is its first moment.
    Raises `DateFault`.
    """
    found = _find(_TIMESTAMP, text)
    day = _day_of(found, order, two_digit_year)
    written_in = zone_of(found)
    moment = datetime.combine(day, time_of(found), written_in or zone)
    return moment.astimezone(zone) if written_in else moment, _notation(found)


def _find(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    """Return what the pattern finds in the whole of ``text``, whatever its digits and spaces."""
    found = pattern.fullmatch(text.lower())
    if found:
        return found
    plain = clean(text).lower()
    found = pattern.fullmatch(plain)
    if found:
        return found
    if not plain:
        raise DateFault("empty", text)
    raise DateFault("year_only" if _YEAR_ONLY.fullmatch(plain) else "unreadable", text)


def _day_of(found: re.Match[str], order: Order, two_digit_year: TwoDigitYear) -> date:
    if found["month"]:
        year, month, day = _named_parts(found, two_digit_year)
    else:
        year, month, day = _numeric_parts(found, order, two_digit_year)
    if not _EARLIEST <= year <= _LATEST:
        raise DateFault("out_of_range", found.string)
    try:
        return date(year, month, day)
    except ValueError:
        raise DateFault("impossible", found.string) from None


def _named_parts(found: re.Match[str], two_digit_year: TwoDigitYear) -> tuple[int, int, int]:
    """Read ``13 พ.ค. 67`` and ``13 may 2024``: beside a Thai month, two digits are BE."""
    month = month_number(found["month"])
    if month is None:
        raise DateFault("unreadable", found.string)
    if found["era"]:
        two_digit_year = _stated_era(found)
    elif is_thai_month(found["month"]):
        two_digit_year = "be"
    year = _ce_year(found["year"], two_digit_year, found.string)
    return year, month, int(found["day"])


def _stated_era(found: re.Match[str]) -> Literal["be", "ce"]:
    """Return the era written before the year, unless the year cannot be of that era."""
    era: Literal["be", "ce"] = "be" if found["era"].startswith("พ") else "ce"
    year = found["year"]
    if len(year) == _FOUR_DIGITS and (int(year) >= _FIRST_BE_YEAR) != (era == "be"):
        raise DateFault("out_of_range", found.string)
    return era


def _numeric_parts(
    found: re.Match[str], order: Order, two_digit_year: TwoDigitYear
) -> tuple[int, int, int]:
    """Read ``2023/04/03``, and ``3/4/2566`` in the order of its source."""
    first, middle, last = found["first"], int(found["middle"]), found["last"]
    if len(first) == _FOUR_DIGITS:
        if len(last) == _FOUR_DIGITS:
            raise DateFault("unreadable", found.string)
        return _ce_year(first, two_digit_year, found.string), middle, int(last)
    year = _ce_year(last, two_digit_year, found.string)
    return (year, middle, int(first)) if order == "dmy" else (year, int(first), middle)


def _ce_year(digits: str, two_digit_year: TwoDigitYear, text: str) -> int:
    year = int(digits)
    if len(digits) < _FOUR_DIGITS:
        if two_digit_year == "refuse" or len(digits) == 1:
            raise DateFault("two_digit_year", text)
        year += 2500 - BE_MINUS_CE if two_digit_year == "be" else 2000
    return year - BE_MINUS_CE if year >= _FIRST_BE_YEAR else year


def _notation(found: re.Match[str]) -> Notation:
    if found["mark"] != "/" or found["second"] is None:
        return "typed"
    if len(found["first"]) == _FOUR_DIGITS:
        return "form" if found["zone"] else "typed"
    return "sheet" if len(found["last"]) == _FOUR_DIGITS and not found["zone"] else "typed"
