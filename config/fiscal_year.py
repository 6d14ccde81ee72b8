"""The fiscal year, and carrying a campaign's words and days from one to another."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from config.months import BE_MINUS_CE
from config.thai import arabic_digits, thai_digits

TEMPLATE_YEAR = 2566
_FIRST_MONTH = 10  # domain.md §6

_LAST_DAY_OF_FEBRUARY = 28
_LEFT_ALONE = (
    r"https?://\S+"
    r"|(?:พระราชบัญญัติ|พ\.ร\.บ\.|พระราชกฤษฎีกา|กฎกระทรวง|ระเบียบ)"
    r"(?:(?!ประจำปี|ปีงบประมาณ)[^\n]){0,160}?พ\.ศ\. ?[๐-๙0-9]{4}"
)


def fiscal_year_days(year: int) -> tuple[date, date]:
    """Return the first and the last day: fiscal year พ.ศ. N begins on 1 October N-1."""
    christian = year - BE_MINUS_CE
    return date(christian - 1, _FIRST_MONTH, 1), date(christian, 9, 30)


def moved_text(text: str, *, year: int, years: int) -> str:
    """Return a text of a campaign of ``year`` (พ.ศ.) as it reads ``years`` later.

    Only that year and the one before it move, in the digits that they stand in; addresses and the
    years of laws stay as they are.
    """

    def moved(found: re.Match[str]) -> str:
        if found["alone"]:
            return found[0]
        if found["iso"]:
            return _moved_iso(found, years)
        later = str(int(arabic_digits(found["year"])) + years)
        return later if found["year"].isascii() else thai_digits(later)

    return _years_of(year).sub(moved, text)


@lru_cache(maxsize=4)
def _years_of(year: int) -> re.Pattern[str]:
    buddhist = [str(year - 1), str(year)]
    christian = [str(int(text) - BE_MINUS_CE) for text in buddhist]
    in_words = "|".join([*buddhist, *map(thai_digits, buddhist)])
    in_dates = "|".join([*buddhist, *christian])
    return re.compile(
        rf"(?P<alone>{_LEFT_ALONE})|(?<![\d๐-๙])(?:"
        rf"(?P<iso>(?:{in_dates})-\d\d-\d\d)|(?P<year>{in_words}))(?![\d๐-๙])"
    )


def _moved_iso(found: re.Match[str], years: int) -> str:
    year, month, day = found["iso"].split("-")
    moved = int(year) + years
    in_leap_year = (month, day) == ("02", "29") and years % 4
    return f"{moved}-{month}-{_LAST_DAY_OF_FEBRUARY if in_leap_year else day}"


def moved_day(day: date, years: int) -> date:
    """Return the same day ``years`` later; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=_LAST_DAY_OF_FEBRUARY)
