"""Respondents beside heads: only where an agency has declared them, and never of a handful."""

from __future__ import annotations

import pandas as pd

from aggregate.response_rate import response_rate


def agencies(*rows):
    return pd.DataFrame(rows, columns=["agency_id", "headcount", "basis"]).astype(
        {"headcount": "Int64"}
    )


def assessed(**by_agency):
    return pd.DataFrame(
        {"agency_id": [agency for agency, n in by_agency.items() for _ in range(n)]}
    )


def test_only_agencies_with_a_basis_enter_either_side():
    rate = response_rate(
        assessed(land=9, labour=3),
        agencies(("land", 20, "headcount"), ("labour", pd.NA, "none"), ("energy", 10, "roster")),
    )
    assert rate == {
        "agencies": 3,
        "agencies_answered": 2,
        "heads": 30,
        "respondents_of_heads": 9,
        "percent": 30.0,
    }


def test_more_answers_than_heads_are_shown_as_such():
    rate = response_rate(assessed(land=12), agencies(("land", 10, "headcount")))
    assert rate["percent"] == 120.0


def test_without_any_heads_there_is_no_rate():
    rate = response_rate(assessed(land=10), agencies(("land", pd.NA, "none")))
    assert (rate["heads"], rate["percent"]) == (0, None)


def test_nine_respondents_are_not_spoken_of():
    rate = response_rate(assessed(land=9), agencies(("land", 10, "headcount")))
    assert set(rate.values()) == {None}
