"""The events of the yearly risk assessment with their level, and what still has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from config.campaign import HIGH_AND_ABOVE

if TYPE_CHECKING:
    from config.campaign import Campaign

_COLUMNS = [
    "event_id", "event", "kind_id", "likelihood", "impact", "score", "level", "control", "measure",
    "responsible", "due", "draft",
]  # fmt: skip


def events(campaign: Campaign) -> pd.DataFrame:
    """Return the events, the highest score first; of equals, as the working group lists them.

    Columns: ``event_id``, ``event``, ``kind_id``, ``likelihood``, ``impact``, ``score`` (int64,
    their product), ``level`` (by the campaign's matrix), ``control``, ``measure``,
    ``responsible`` ("" where not written), ``due`` (date or None), ``draft`` (bool).
    """
    rows = [
        event.model_dump(exclude={"id", "kind"})
        | {
            "event_id": event.id,
            "kind_id": event.kind,
            "score": event.score,
            "level": campaign.matrix.level(event.score),
        }
        for event in sorted(campaign.events, key=lambda event: -event.score)
    ]
    return pd.DataFrame(rows, columns=_COLUMNS).astype(
        {"likelihood": "int64", "impact": "int64", "score": "int64", "due": object}
    )


def kinds_without_measure(risk: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Return the kinds at high or above, by their mean, that no event with a measure answers.

    Columns: ``kind_id``, ``kind``, ``level``, ``events`` (int64: events without a measure), in
    the campaign's order.
    """
    answered = set(events.loc[events["measure"] != "", "kind_id"])
    high = risk["level"].isin(HIGH_AND_ABOVE) & ~risk["kind_id"].isin(answered)
    open_kinds = risk.loc[high, ["kind_id", "kind", "level"]]
    without = events["kind_id"].value_counts()
    counts = open_kinds["kind_id"].map(without).fillna(0).astype("int64")
    return open_kinds.assign(events=counts).reset_index(drop=True)
