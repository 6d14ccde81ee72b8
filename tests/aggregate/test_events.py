"""Events by their score; a kind at high without a measure is told."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from builders import tiny_campaign

from aggregate.events import events, kinds_without_measure
from config.campaign import RiskEvent


def event(name, kind="gifts", likelihood=2, impact=3, **others):
    return RiskEvent(
        id=name, event=f"เหตุการณ์ {name}", kind=kind, likelihood=likelihood, impact=impact, **others
    )


def risk(*rows):
    return pd.DataFrame(rows, columns=["kind_id", "kind", "level"])


@pytest.mark.parametrize(
    ("likelihood", "impact", "level"),
    [
        (1, 4, "low"), (1, 5, "medium"), (3, 3, "medium"),
        (2, 5, "high"), (3, 5, "very_high"), (5, 5, "very_high"),
    ],
)  # fmt: skip
def test_the_level_is_the_matrix_of_the_campaign(likelihood, impact, level):
    campaign = tiny_campaign(events=(event("a", likelihood=likelihood, impact=impact),))
    [row] = events(campaign).to_dict("records")
    assert (row["score"], row["level"]) == (likelihood * impact, level)


def test_the_highest_comes_first_and_equals_stay_as_listed():
    campaign = tiny_campaign(
        events=(event("a"), event("b", impact=5), event("c"), event("d", due=date(2023, 9, 30)))
    )
    assert list(events(campaign)["event_id"]) == ["b", "a", "c", "d"]


def test_without_events_there_is_an_empty_table():
    assert events(tiny_campaign()).empty


def test_a_kind_at_high_needs_an_event_with_a_measure():
    table = events(
        tiny_campaign(
            events=(
                event("a", kind="gifts"),
                event("b", kind="contracts", measure="ตรวจทุกไตรมาส"),
            )
        )
    )
    kinds = risk(
        ("gifts", "รับผลประโยชน์", "high"),
        ("contracts", "คู่สัญญา", "very_high"),
        ("extra", "งานพิเศษ", "medium"),
        ("inside", "ข้อมูลภายใน", "high"),
    )
    found = kinds_without_measure(kinds, table)
    assert found.to_dict("records") == [
        {"kind_id": "gifts", "kind": "รับผลประโยชน์", "level": "high", "events": 1},
        {"kind_id": "inside", "kind": "ข้อมูลภายใน", "level": "high", "events": 0},
    ]
