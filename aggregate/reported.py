"""What agencies report in numbers, without names: shown, and never counted as sign-offs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from collector.tidy.signoff import question_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from config.campaign import Notice

_COLUMNS = ["response_id", "agency_id", "notice_id", "people", "reported_at", "scan"]


def reported(reports: pd.DataFrame, notices: Sequence[Notice]) -> pd.DataFrame:
    """Return the latest number that each agency reports for each notice.

    ::

        agency  hr   ethics  people  day          agency  notice  people
        land    yes  yes     40      3 April  ->  land    hr      45
        land    yes          45      9 April      land    ethics  40

    ``reports``: see `collector.tidy.paper.tidy_paper`. Columns: ``response_id`` (of the row in
    force), ``agency_id``, ``notice_id``, ``people`` (int64), ``reported_at`` (datetime64[s,
    zone]), ``scan`` (where the paper is kept). Of one day's numbers the largest stands.
    """
    latest_last = reports.sort_values(["submitted_at", "people", "response_id"])
    per_notice = [
        latest_last[latest_last[question_of(notice)] != ""].assign(notice_id=notice.id)
        for notice in notices
    ]
    return (
        pd.concat(per_notice)
        .drop_duplicates(["agency_id", "notice_id"], keep="last")
        .rename(columns={"submitted_at": "reported_at"})[_COLUMNS]
        .astype({"people": "int64"})
        .reset_index(drop=True)
    )


def awaiting_names(in_force: pd.DataFrame, completion: pd.DataFrame) -> set[str]:
    """Return the agencies that report more people for a notice than have signed by name."""
    both = in_force.merge(completion, on=["agency_id", "notice_id"])
    return set(both.loc[both["people"] > both["acknowledged"], "agency_id"])
