"""When a response was sent, in the campaign's own zone, and what day it speaks of."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pandas as pd

from collector.technical import zone_named
from collector.tidy.columns import in_column, mark, read_each
from config.dates import DateFault, parse_timestamp
from config.thai import arabic_digits, clean, match_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import tzinfo
    from zoneinfo import ZoneInfo

    from config.campaign import Campaign, Source
    from config.dates import Notation

_CLOCKS_DIFFER_BY = timedelta(hours=24)
_DAY_ZERO = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 36_526, 73_051  # the days from 2000 to 2100, as a sheet counts them


def read_times(
    answers: pd.DataFrame, source_of: Callable[[str], Source], *, zone: ZoneInfo, now: datetime
) -> pd.DataFrame:
    """Add ``submitted_at`` (datetime64[s, zone]; NaT where unreadable) and ``notation`` (str).

    ``source_of`` a stream says in what order its dates are written. Rows without a readable time,
    or with one more than a day ahead of ``now``, are set aside.
    """
    source_by_stream = {stream: source_of(stream) for stream in answers["stream"].unique()}
    zones = {name: zone_named(name) if name else zone for name in answers["zone"].unique()}
    written = list(zip(answers["timestamp"], answers["stream"], answers["zone"], strict=True))
    read = {
        (text, stream, name): _read(text, source_by_stream[stream], zones[name], now)
        for text, stream, name in set(written)
    }
    moments = pd.to_datetime(in_column(read[each][0] for each in written), utc=True)
    reasons = in_column(read[each][2] for each in written)
    answers = answers.assign(
        submitted_at=moments.dt.tz_convert(zone).dt.as_unit("s"),
        notation=in_column(read[each][1] for each in written),
    )
    for reason in ("no_time", "bad_time", "future_time"):
        answers = answers.pipe(mark, reasons == reason, reason, answers["timestamp"])
    return answers


def read_days(answers: pd.DataFrame, question_id: str) -> pd.DataFrame:
    """Replace the texts of a question by dates (None where there is none); no guess at a day.

    Rows without a readable day, or with one after the day on which they were sent, go aside.
    """
    texts = answers[question_id]
    days = texts.pipe(read_each, said_day)
    unread = days.isna()
    blank = texts.map(clean) == ""
    pairs = zip(days, answers["submitted_at"].dt.date, strict=True)
    ahead = in_column((bool(day and not pd.isna(sent) and day > sent) for day, sent in pairs))
    return (
        answers.assign(**{question_id: days.astype(object).where(~unread, None)})
        .pipe(mark, unread & blank, "no_day")
        .pipe(mark, unread, "bad_day", texts)
        .pipe(mark, ahead.set_axis(answers.index).astype(bool), "day_ahead", texts)
    )


def said_day(text: str) -> date | None:
    """Return the day that a text names, a sheet's own number of it too; None for none."""
    number = arabic_digits(clean(text))
    if number.isdecimal() and _FIRST_SERIAL <= int(number) < _LAST_SERIAL:
        return _DAY_ZERO + timedelta(days=int(number))
    try:
        return parse_timestamp(text, zone=UTC)[0].date()
    except DateFault:
        return None


def day_said(text: str) -> str:
    """Return a day less spelling: «1 มี.ค. 2566» and «2023-03-01 00:00:00» say the same."""
    day = said_day(text)
    return day.isoformat() if day else match_key(text)


def comes_due(text: str, campaign: Campaign, form: str) -> Iterator[datetime]:
    """Yield when a row set aside as ``future_time`` may count, as each of its sources reads it."""
    for source in campaign.sources:
        with suppress(DateFault):
            if source.form == form:
                yield _moment(text, source, campaign.zone)[0] - _CLOCKS_DIFFER_BY


def _read(
    text: str, source: Source, zone: tzinfo, now: datetime
) -> tuple[datetime | None, str, str]:
    """Return the moment, the notation it was written in, and the reason it cannot count."""
    try:
        moment, notation = _moment(text, source, zone)
    except DateFault as fault:
        return None, "", "no_time" if fault.code == "empty" else "bad_time"
    return moment, notation, "future_time" if moment > now + _CLOCKS_DIFFER_BY else ""


def _moment(text: str, source: Source, zone: tzinfo) -> tuple[datetime, Notation]:
    return parse_timestamp(
        text, zone=zone, order=source.date_order, two_digit_year=source.two_digit_year
    )
