"""The latest answer: which acknowledgement of a person counts, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from collector.tidy.paper import FORM as PAPER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from config.campaign import Notice

_KEY = ["person", "notice_id", "version"]
_FLAGS = ("acknowledged", "outdated", "clarify", "late", "electronic", "paper")


def counting_rows(acknowledgements: pd.DataFrame) -> set[int]:
    """Return the ``response_id`` of the rows that count; the other rows are superseded.

    Per (person, notice version) the latest acknowledgement counts; a row that only asks for
    clarification counts unless the same was asked again later. What a live sheet has since
    changed counts no more.
    """
    current = acknowledgements[~acknowledgements["replaced"]]
    acknowledging = current[current["answer"] == "acknowledged"]
    asking = current[
        (current["answer"] == "clarify")
        & ~current["response_id"].isin(acknowledging["response_id"])
    ]
    return {
        response
        for rows in (acknowledging, asking)
        for response in rows.drop_duplicates(_KEY, keep="last")["response_id"].to_list()
    }


def standing(
    acknowledgements: pd.DataFrame, notices: Sequence[Notice], as_of: datetime | None
) -> pd.DataFrame:
    """Return where each person stands with each notice that they answered at all.

    Columns: ``person``, ``agency_id``, ``notice_id``, ``acknowledged`` (bool: of a version that
    still stands on ``as_of``), ``late`` (bool: so first acknowledged after the window),
    ``outdated`` (bool: only of a version since changed materially), ``clarify`` (bool: asked,
    and acknowledged none), ``acknowledged_at`` (datetime64[s, zone]: the earliest submission
    that the ledger has seen of what is acknowledged or outdated, else NaT), ``electronic``,
    ``paper`` (bool: so signed, in any version; both for who did both).
    """
    if as_of is None or acknowledgements.empty:
        return _nobody(acknowledgements)
    oldest = {notice.id: notice.valid_since(notice.version_on(as_of.date())) for notice in notices}
    valid = acknowledgements["version"] >= acknowledgements["notice_id"].map(oldest)
    acknowledged = acknowledgements["answer"] == "acknowledged"
    signed, on_paper = (
        acknowledged & ~acknowledgements["replaced"],
        acknowledgements["form"] == PAPER,
    )
    # The earliest submission that the ledger has seen dates an acknowledgement; rows stand in
    # order of time, so a group's first one is the earliest.
    per_version = acknowledgements.assign(
        acknowledged=signed & valid,
        outdated=signed & ~valid,
        electronic=signed & ~on_paper,
        paper=signed & on_paper,
        on_time=acknowledged & valid & ~acknowledgements["late"],
        clarify=(acknowledgements["answer"] == "clarify") & ~acknowledgements["replaced"],
        given_at=acknowledgements["submitted_at"].where(acknowledged),
        given_validly_at=acknowledgements["submitted_at"].where(acknowledged & valid),
    )
    states = (
        per_version.groupby(["person", "notice_id"], sort=False)
        .agg(
            agency_id=("agency_id", "first"),
            acknowledged=("acknowledged", "max"),
            outdated=("outdated", "max"),
            on_time=("on_time", "max"),
            clarify=("clarify", "max"),
            electronic=("electronic", "max"),
            paper=("paper", "max"),
            given_at=("given_at", "min"),
            given_validly_at=("given_validly_at", "min"),
        )
        .reset_index()
    )
    outdated = states["outdated"] & ~states["acknowledged"]
    return states.assign(
        late=states["acknowledged"] & ~states["on_time"],
        outdated=outdated,
        clarify=states["clarify"] & ~states["acknowledged"],
        acknowledged_at=states["given_validly_at"]
        .where(states["acknowledged"])
        .fillna(states["given_at"].where(outdated)),
    ).drop(columns=["on_time", "given_at", "given_validly_at"])


def _nobody(acknowledgements: pd.DataFrame) -> pd.DataFrame:
    texts = {name: pd.Series(dtype=object) for name in ("person", "notice_id", "agency_id")}
    flags = {name: pd.Series(dtype=bool) for name in _FLAGS}
    never = {"acknowledged_at": acknowledgements["submitted_at"].head(0)}
    return pd.DataFrame(texts | flags | never)
