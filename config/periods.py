"""Days and months that a sentence names, and the period that a measure was given."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from config.dates import DateFault, parse_date
from config.fiscal_year import fiscal_year_days
from config.months import BE_MINUS_CE, month_number, month_pattern
from config.thai import clean

_DIGIT = "[0-9๐-๙]"
_SPAN = re.compile(
    rf"(?:(?<!{_DIGIT})(?P<day>{_DIGIT}{{1,2}})"
    rf"(?: ?(?:-|–|—|ถึง) ?(?P<until>{_DIGIT}{{1,2}}))? ?(?:เดือน ?)?)?"
    rf"(?P<month>{month_pattern()})"
    rf"(?: ?(?:พ\. ?ศ\. ?)?(?P<year>{_DIGIT}{{4}}|{_DIGIT}{{2}})(?!{_DIGIT}))?"
    rf"|(?<![{_DIGIT[1:-1]}/])(?P<numeric>{_DIGIT}{{1,2}}/{_DIGIT}{{1,2}}/{_DIGIT}{{4}})"
)
_WHOLE_YEAR = re.compile("ปีงบประมาณ")
_UNTIL = re.compile("ภายใน|ก่อน|ไม่เกิน")
_FROM = re.compile("ตั้งแต่|เริ่ม|เป็นต้นไป")
_FOUR_DIGITS = 4
_FIRST_MONTH = 10


@dataclass(frozen=True)
class Span:
    """What a text names, from its first to its last day; both None for days that cannot be."""

    text: str
    first: date | None
    last: date | None

    def overlaps(self, period: Span) -> bool:
        """Say whether a day of this span may lie in ``period``; an impossible one lies nowhere."""
        if not (self.first and self.last and period.first and period.last):
            return False
        return self.first <= period.last and period.first <= self.last


def spans_in(text: str, fiscal_year: int) -> tuple[Span, ...]:
    """Return the days and months that a text names: «๑๖ ก.พ. ๒๕๖๖», «๒๔ - ๒๕ มกราคม», «มีนาคม ๒๕๖๖».

    A year that is not written is that of the next date, else that of the fiscal year (พ.ศ.).
    A short name alone («สำนักงาน ก.พ.») names no month.
    """
    found = list(_SPAN.finditer(clean(text)))
    return tuple(
        _span(match, found[place + 1 :], fiscal_year)
        for place, match in enumerate(found)
        if match["numeric"] or match["day"] or match["year"] or "." not in match["month"]
    )


def period_of(text: str, fiscal_year: int) -> Span | None:
    """Return the period that a text states, or None where it names neither day nor month.

    «มีนาคม - เมษายน ๒๕๖๖», «๑ วัน (๒๔ มกราคม ๒๕๖๖)», «ภายใน ๓๐ เม.ย. ๒๕๖๖», «ตลอดปีงบประมาณ».
    """
    found = list(_SPAN.finditer(clean(text)))
    spans = [_span(match, found[i + 1 :], fiscal_year) for i, match in enumerate(found)]
    first_day, last_day = fiscal_year_days(fiscal_year)
    if not spans:
        return Span(text, first_day, last_day) if _WHOLE_YEAR.search(text) else None
    days = [day for span in spans for day in (span.first, span.last)]
    if None in days:
        return Span(text, None, None)
    known = [day for day in days if day]
    alone = len(spans) == 1
    return Span(
        text,
        first_day if alone and _UNTIL.search(text) else min(known),
        last_day if alone and _FROM.search(text) else max(known),
    )


def spans_outside(text: str, period: str, fiscal_year: int) -> tuple[Span, ...]:
    """Return the days and months of a text that lie outside the period that another states.

    A day of no calendar is none of them; nor is any while the period names no month.
    """
    stated = period_of(period, fiscal_year)
    if stated is None or stated.first is None:
        return ()
    return tuple(
        span
        for span in spans_in(text, fiscal_year)
        if span.first is not None and not span.overlaps(stated)
    )


def _span(match: re.Match[str], following: list[re.Match[str]], fiscal_year: int) -> Span:
    text = match[0].strip()
    try:
        if match["numeric"]:
            day = parse_date(match["numeric"])
            return Span(text, day, day)
        month = month_number(match["month"]) or 0
        year = _year(match, month, following, fiscal_year)
        if not match["day"]:
            return Span(text, date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        days = [date(year, month, int(match[name])) for name in ("day", "until") if match[name]]
        return Span(text, days[0], days[-1]) if days[0] <= days[-1] else Span(text, None, None)
    except (DateFault, ValueError):
        return Span(text, None, None)


def _year(
    match: re.Match[str], month: int, following: list[re.Match[str]], fiscal_year: int
) -> int:
    """Return the year (ค.ศ.) that is written, or that the next date or the fiscal year tells."""
    written = match["year"]
    if written and (len(written) == _FOUR_DIGITS or match["day"]):
        return parse_date(f"1 {match['month']} {written}").year
    dated = next((later for later in following if later["year"] and later["month"]), None)
    if dated:
        later = month_number(dated["month"]) or 0
        return parse_date(f"1 {dated['month']} {dated['year']}").year - (month > later)
    return fiscal_year - BE_MINUS_CE - (month >= _FIRST_MONTH)
