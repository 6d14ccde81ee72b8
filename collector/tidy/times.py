"""When a response was sent: the timestamp of every row, in the campaign's own zone."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pandas as pd

from collector.technical import zone_named
from collector.tidy.columns import in_column, mark
from config.dates import DateFault, parse_timestamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import tzinfo
    from zoneinfo import ZoneInfo

    from config.campaign import Campaign, Source
    from config.dates import Notation

_CLOCKS_DIFFER_BY = timedelta(hours=24)


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
