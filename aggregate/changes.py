"""What the last refresh brought: new rows file by file, edits and losses one by one."""

from __future__ import annotations

import pandas as pd

NEWS_COLUMNS = ["form", "kind", "origin", "first_row", "last_row", "rows", "before", "after"]


def fold_changes(events: pd.DataFrame) -> pd.DataFrame:
    """Return the ledger's events of one refresh, so that a person can read them.

    ::

        kind    origin  row_number        kind    origin  first_row  last_row  rows
        ADD     a.csv   2                 CHANGE  a.csv   7          7         1
        ADD     a.csv   3           ->    ADD     a.csv   2          3         2
        CHANGE  a.csv   7

    ``events``: `collector.changes.RecordedEvent`. Columns: `NEWS_COLUMNS`; of new rows the cells
    are left out: they stand in the other tables.
    """
    added = events["kind"] == "ADD"
    new = (
        events[added]
        .groupby(["form", "kind", "origin"], sort=False)["row_number"]
        .agg(first_row="min", last_row="max", rows="size")
        .reset_index()
        .assign(before="", after="")
    )
    single = events[~added].pipe(
        lambda rows: rows.assign(first_row=rows["row_number"], last_row=rows["row_number"], rows=1)
    )
    return pd.concat([single[NEWS_COLUMNS], new[NEWS_COLUMNS]], ignore_index=True).astype(
        {"first_row": "int64", "last_row": "int64", "rows": "int64"}
    )
