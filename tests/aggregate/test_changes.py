"""What the last refresh brought, as a person reads it."""

from __future__ import annotations

import pandas as pd

from aggregate.changes import NEWS_COLUMNS, fold_changes
from collector.changes import RecordedEvent

AT = "2023-04-20T12:00:00+07:00"


def events(*rows: tuple[str, str, int, str, str]) -> pd.DataFrame:
    """Return events of (kind, file, row, before, after)."""
    return pd.DataFrame(
        [
            RecordedEvent(AT, "signoff", "inbox", kind, 1, origin, row, before, after)
            for kind, origin, row, before, after in rows
        ],
        columns=RecordedEvent._fields,
    )


def folded(*rows: tuple[str, str, int, str, str]) -> list[tuple[object, ...]]:
    table = fold_changes(events(*rows)).drop(columns="form")
    return list(table.itertuples(index=False, name=None))


def test_new_rows_are_told_file_by_file_and_all_else_one_by_one() -> None:
    assert folded(
        ("ADD", "a.csv", 2, "", "ก"),
        ("ADD", "a.csv", 5, "", "ข"),
        ("CHANGE", "a.csv", 3, "ค", "ง"),
        ("ADD", "b.csv", 9, "", "จ"),
        ("VANISH", "b.csv", 4, "ฉ", ""),
    ) == [
        ("CHANGE", "a.csv", 3, 3, 1, "ค", "ง"),
        ("VANISH", "b.csv", 4, 4, 1, "ฉ", ""),
        ("ADD", "a.csv", 2, 5, 2, "", ""),
        ("ADD", "b.csv", 9, 9, 1, "", ""),
    ]


def test_new_rows_only_and_nothing_at_all() -> None:
    assert folded(("ADD", "a.csv", 2, "", "ก")) == [("ADD", "a.csv", 2, 2, 1, "", "")]
    assert folded() == []
    assert list(fold_changes(events()).columns) == NEWS_COLUMNS
