"""One cell of the office's tables: from the text that stands there to the value it means."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from config.dates import DateFault, parse_date
from config.messages import _
from config.months import BE_MINUS_CE
from config.nearest import did_you_mean
from config.thai import arabic_digits, clean, match_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from config.tables import Column, Kind

YES, NO = "ใช่", "ไม่ใช่"
_YES = frozenset({YES, "true", "yes", "y", "1", "✓", "ยืนยันแล้ว"})
_NO = frozenset({NO, "ไม่", "false", "no", "n", "0", "ยังไม่ยืนยัน"})
_WHOLE_NUMBER = re.compile(r"[+-]?\d+(\.0+)?")
_SCORE = re.compile(r"\d+(\.\d+)?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(\D|$))")
FIRST_BUDDHIST_YEAR = 2400
"""A year from here on is written in the Buddhist era (domain.md §6)."""
_SEPARATORS = re.compile(r"[|;,\n]")


class CellFault(ValueError):  # noqa: N818 - it is the cell's fault, told with place by the caller
    """What is wrong with a cell, and what to do about it; both whole phrases."""

    def __init__(self, fault: str, remedy: str) -> None:
        super().__init__(fault)
        self.fault = fault
        self.remedy = remedy


def cell_value(text: str, column: Column) -> object:
    """Return what a cell that is not blank means; raise `CellFault` where it means nothing."""
    return _READERS[column.kind](text, column)


def day(text: str) -> date:
    """Return the date that a cell holds, as parse_date reads it; raise `CellFault`."""
    try:
        return parse_date(text)
    except DateFault as fault:
        raise CellFault(
            _('"{text}" is not a date that can be: {reason}').format(
                text=text, reason=_date_reason(fault.code)
            ),
            _("write day, month and year, for example 30 เม.ย. 2566"),
        ) from fault


def _date_reason(code: str) -> str:
    reasons = {
        "impossible": _("no such day exists"),
        "year_only": _("day and month are missing"),
        "two_digit_year": _("the year has two digits only"),
        "out_of_range": _("the year is too far away"),
    }
    return reasons.get(code, _("it cannot be read"))


def _text(text: str, _column: Column) -> str:
    return clean(text)


def _long(text: str, _column: Column) -> str:
    return "\n".join(line for line in map(clean, text.splitlines()) if line)


def _whole_number(text: str, _column: Column) -> int:
    written = _THOUSANDS.sub("", arabic_digits(clean(text)))
    if not _WHOLE_NUMBER.fullmatch(written):
        raise CellFault(
            _('"{text}" is not a whole number').format(text=text),
            _("write digits only, for example 12"),
        )
    return int(written.split(".", maxsplit=1)[0])


def _year(text: str, column: Column) -> int:
    return buddhist_year(_whole_number(text, column))


def buddhist_year(year: int) -> int:
    """Return a year as it is written; raise `CellFault` for one of another era."""
    if year >= FIRST_BUDDHIST_YEAR:
        return year
    raise CellFault(
        _("{year} is not a year of the Buddhist era").format(year=year),
        _("write {year}").format(year=year + BE_MINUS_CE),
    )


def _score(text: str, _column: Column) -> Decimal:
    written = arabic_digits(clean(text))
    if not _SCORE.fullmatch(written):
        raise CellFault(
            _('"{text}" is not a score').format(text=text),
            _("write digits with a point, for example 84.25"),
        )
    return Decimal(written)


def _day(text: str, _column: Column) -> date:
    return day(text)


def _yes_or_no(text: str, _column: Column) -> bool:
    key = match_key(text)
    if key in _YES or key in _NO:
        return key in _YES
    raise CellFault(
        _('"{text}" is neither yes nor no').format(text=text),
        _('write "{yes}" or "{no}"').format(yes=YES, no=NO),
    )


def _list(text: str, _column: Column) -> tuple[str, ...]:
    return tuple(part for part in map(clean, _SEPARATORS.split(text)) if part)


def _choice(text: str, column: Column) -> str:
    choice_by_key = {match_key(written): choice for choice in column.choices for written in choice}
    choice = choice_by_key.get(match_key(text))
    if choice:
        return choice[0]
    labels = [label for _id, label in column.choices]
    raise CellFault(
        _('"{text}" is not one of the choices').format(text=text),
        did_you_mean(
            text,
            [word for choice in column.choices for word in choice],
            otherwise=_("choose one of: {choices}").format(choices=", ".join(labels)),
        ),
    )


_READERS: dict[Kind, Callable[[str, Column], object]] = {
    "text": _text,
    "long": _long,
    "int": _whole_number,
    "year": _year,
    "score": _score,
    "date": _day,
    "bool": _yes_or_no,
    "list": _list,
    "choice": _choice,
}
