"""Last year's scores: half-open intervals, and what is not filled in is not judged."""

from __future__ import annotations

from decimal import Decimal

import pytest

from aggregate.ita import ita_scores
from config.campaign import ItaScore


def indicator(number, score):
    return ItaScore(id=f"i{number}", indicator=number, name="ตัวชี้วัด", score=score)


@pytest.mark.parametrize(
    ("score", "need"),
    [
        ("0", "urgent"), ("84.99", "urgent"), ("84.995", "urgent"),
        ("85", "improve"), ("94.99", "improve"),
        ("95", "keep"), ("100", "keep"),
    ],
)  # fmt: skip
def test_what_a_score_asks_for(score, need):
    (row,) = ita_scores([indicator(1, Decimal(score))], 2565).to_dict("records")
    assert row["need"] == need


def test_the_lowest_is_an_indicator_never_an_instrument():
    table = ita_scores([
        ItaScore(id="total", name="รวม", score=Decimal(10)),
        indicator(1, Decimal("96.5")),
        indicator(2, Decimal("95.25")),
        indicator(3, Decimal("95.25")),
    ], 2565)  # fmt: skip
    assert table["lowest"].to_list() == [False, False, True, True]
    assert table["need"].to_list() == ["", "keep", "keep", "keep"]


def test_blank_scores_are_left_out():
    assert ita_scores([indicator(1, None)], 2565).empty
    assert ita_scores([], 2565).empty


@pytest.mark.parametrize(
    ("typed", "year", "level", "by_rule", "level_is"),
    [
        ("", 2565, "A", "A", "rule"),
        ("a ", 2565, "a", "A", "confirmed"),
        ("AA", 2565, "AA", "A", "disputed"),
        ("A", 2566, "A", "", "typed"),
        ("", 2566, "", "", ""),
    ],
)
def test_what_is_typed_stays_and_the_rule_stands_beside_it(typed, year, level, by_rule, level_is):
    scores = [
        ItaScore(id="total", name="รวม", score=Decimal("89.52"), level=typed),
        ItaScore(id="iit", name="IIT", score=Decimal(90), level="B"),
    ]
    whole, instrument = ita_scores(scores, year).to_dict("records")
    assert (whole["level"], whole["by_rule"], whole["level_is"]) == (level, by_rule, level_is)
    found = (instrument["level"], instrument["by_rule"], instrument["level_is"])
    assert found == ("B", "", "typed")
