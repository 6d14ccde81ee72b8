"""When a response was sent: the timestamp of every row, in the campaign's own zone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pandas as pd

from collector.tidy.columns import in_column, mark
from config.dates import DateFault, parse_timestamp

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from config.campaign import Source

_CLOCKS_DIFFER_BY = timedelta(hours=24)


def read_times(
    answers: pd.DataFrame, source: Source, *, zone: ZoneInfo, now: datetime
) -> pd.DataFrame:
    """Add ``submitted_at`` (datetime64[s, zone]; NaT where unreadable) and ``notation`` (str).

    Rows without a readable time, or with one more than a day ahead of ``now``, are set aside.
    """
    texts = answers["timestamp"]
    read = {text: _read(text, source, zone, now) for text in texts.unique()}
    moments = pd.to_datetime(in_column(read[text][0] for text in texts), utc=True)
    reasons = in_column(read[text][2] for text in texts)
    answers = answers.assign(
        submitted_at=moments.dt.tz_convert(zone).dt.as_unit("s"),
        notation=in_column(read[text][1] for text in texts),
    )
    for reason in ("no_time", "bad_time", "future_time"):
        answers = answers.pipe(mark, reasons == reason, reason, texts)
    return answers


def comes_due(text: str, source: Source, *, zone: ZoneInfo) -> datetime:
    """Return when a row set aside as ``future_time`` would no longer be."""
    moment, _notation = parse_timestamp(
        text, zone=zone, order=source.date_order, two_digit_year=source.two_digit_year
    )
    return moment - _CLOCKS_DIFFER_BY


def _read(
    text: str, source: Source, zone: ZoneInfo, now: datetime
) -> tuple[datetime | None, str, str]:
    """Return the moment, the notation it was written in, and the reason it cannot count."""
    try:
        moment, notation = parse_timestamp(
            text,
            zone=zone,
            order=source.date_order,
            two_digit_year=source.two_digit_year,
        )
    except DateFault as fault:
        return None, "", "no_time" if fault.code == "empty" else "bad_time"
    return moment, notation, "future_time" if moment > now + _CLOCKS_DIFFER_BY else ""
