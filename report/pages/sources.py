"""Where the answers came from, as a page says it: one line per form and way of reading."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from report.pages.moments import moment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zoneinfo import ZoneInfo

    from report.rows import Row

STALE_STATES = ("refused", "failed")
_WAYS = {"inbox": "ไฟล์ที่ดาวน์โหลด", "google-sheets": "Google Sheets", "google-forms": "Google Forms"}


def sources_read(run: dict[str, Any], zone: ZoneInfo) -> list[Row]:
    """Return a line for each form and way; several sheets of one form are told together.

    An inbox that is empty beside Google is not told. ``by`` names the way where a form has
    several; the least good of several states, and the oldest of their dates, stand for all.
    """
    by_form_and_way = groupby(sorted(run["sources"], key=_form_and_way), key=_form_and_way)
    lines = [_line(list(same), zone) for _, same in by_form_and_way]
    shown = [line for line in lines if line["state"] != "empty" or not _has_other(line, lines)]
    told = [line | {"by": _way(line, shown)} for line in shown]
    order = list(dict.fromkeys(source["form"] for source in run["sources"]))
    return sorted(told, key=lambda line: order.index(line["form"]))


def _form_and_way(source: Row) -> tuple[str, str]:
    return source["form"], source["source"]


def _line(same: Sequence[Row], zone: ZoneInfo) -> Row:
    stale = [source for source in same if source["state"] in STALE_STATES]
    least_good = (stale or [s for s in same if s["state"] == "ok"] or same)[0]
    dates = [moment(source["last_good"], zone) for source in stale or same]
    known = [date for date in dates if isinstance(date, datetime)]
    return least_good | {
        "stale": bool(stale),
        "last_good": min(known) if len(known) == len(dates) else None,
        "files": sum(source["files"] for source in same),
        "rows": sum(source["rows"] for source in same),
    }


def _has_other(line: Row, lines: Sequence[Row]) -> bool:
    return any(other["form"] == line["form"] and other is not line for other in lines)


def _way(line: Row, shown: Sequence[Row]) -> str:
    way = str(line["source"])
    return _WAYS.get(way, way) if _has_other(line, shown) else ""
