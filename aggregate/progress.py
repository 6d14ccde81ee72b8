"""What agencies report of the measures: who has reported, the newest day, numbers summed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from config.periods import period_of
from config.unroll import OF_A_GUIDELINE, reported_on

if TYPE_CHECKING:
    from datetime import date

    from config.campaign import Campaign

COMPLAINTS = ("received", "closed", "open")
ATTENDANCE = ("agencies", "local_bodies")
_REPORT_COLUMNS = [
    "response_id", "agency_id", "measure_id", "result", "on", "evidence", "obstacles",
    *COMPLAINTS, *ATTENDANCE,
]  # fmt: skip
_FIGURES = {
    "agencies_reported": "int64", "received": "Int64", "closed": "Int64", "open": "Int64",
    "complaints_from": "int64", "attended_agencies": "Int64", "attended_local": "Int64",
    "outside": "int64",
}  # fmt: skip


def latest_reports(reports: pd.DataFrame, campaign: Campaign) -> pd.DataFrame:
    """Return the latest report of each agency and measure; it takes the place of those before.

    Internal: its texts are what somebody wrote. Columns: ``response_id``, ``agency_id``,
    ``measure_id``, ``result``, ``on`` (date), ``evidence``, ``obstacles``, the numbers
    (`COMPLAINTS`, `ATTENDANCE`: Int64), ``outside`` (bool: dated outside the measure's period).
    In the order in which they count: the newest day last.
    """
    current = reports[~reports["replaced"]]
    newest_last = current.sort_values(["submitted_at", "content"], kind="stable")
    standing = newest_last.drop_duplicates(["agency_id", "measure_id"], keep="last")
    of_a_day = standing.sort_values("on", kind="stable", ignore_index=True)[_REPORT_COLUMNS]
    periods = {measure.id: measure.period for measure in campaign.measures}
    pairs = zip(of_a_day["measure_id"], of_a_day["on"], strict=True)
    return of_a_day.assign(
        outside=[_lies_outside(periods.get(row_id, ""), on, campaign) for row_id, on in pairs]
    ).astype({"outside": bool})


def progress(campaign: Campaign, reports: pd.DataFrame) -> pd.DataFrame:
    """Return each row of O43 with what agencies report of it: counts and days, no text.

    ::

        agency  complaints  received  closed         received  closed  complaints_from
        a       3 April     12        10       ->    19        12      2
        b       9 April     7         2

    ``reports``: see `latest_reports`. Columns: ``measure_id``, ``agencies_reported`` (int64),
    ``latest_on`` (date of the newest result, None if there is none), ``received``, ``closed``,
    ``open`` (Int64, summed over agencies; NA where nobody tells), ``complaints_from`` (how many
    agencies tell a number of complaints), ``attended_agencies``, ``attended_local`` (Int64, as
    the newest report that tells them has them), ``outside`` (reports dated outside the period).
    """
    rows = [
        _of_measure(option.id, reports[reports["measure_id"] == option.id])
        for option in reported_on(campaign.measures, campaign.guidelines)
    ]
    columns = ["measure_id", "latest_on", *_FIGURES]
    return pd.DataFrame(rows, columns=columns).astype(_FIGURES)


def _of_measure(measure_id: str, reports: pd.DataFrame) -> dict[str, object]:
    told = reports[list(COMPLAINTS)]
    newest = reports[list(ATTENDANCE)].ffill().tail(1).to_dict("records")
    attended = newest[0] if newest else dict.fromkeys(ATTENDANCE, pd.NA)
    return {
        "measure_id": measure_id,
        "latest_on": reports["on"].max() if len(reports) else None,
        "agencies_reported": len(reports),
        **{name: told[name].sum(min_count=1) for name in COMPLAINTS},
        "complaints_from": int(told.notna().any(axis="columns").sum()),
        "attended_agencies": attended["agencies"],
        "attended_local": attended["local_bodies"],
        "outside": int(reports["outside"].sum()),
    }


def _lies_outside(period: str, on: date, campaign: Campaign) -> bool:
    """Say whether a day is outside a period that names one; no period leaves nothing to compare."""
    span = period_of(period, campaign.fiscal_year) if period else None
    if span is None or span.first is None or span.last is None:
        return False
    return not span.first <= on <= span.last


def row_id(measure_id: str, guideline_id: str) -> str:
    """Return by which id reports speak of a row of O43."""
    return measure_id or f"{OF_A_GUIDELINE}{guideline_id}"
