"""Percentages and means as printed, on both sides of every half."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregate.rounding import mean, percent


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        (0, 10, 0.0), (1, 3, 33.3), (2, 3, 66.7), (947, 1000, 94.7),
        (1, 2000, 0.1), (1, 2001, 0.0),      # 0.05 goes up, less does not
        (1999, 2000, 99.9), (9999, 10000, 99.9), (10000, 10000, 100.0),
        (12, 10, 120.0), (2001, 2000, 100.1),
    ],
)  # fmt: skip
def test_percent_rounds_half_up_and_never_up_to_all(part: int, whole: int, printed: float) -> None:
    assert percent(part, whole) == printed


def test_there_is_no_percentage_of_nobody() -> None:
    assert math.isnan(percent(0, 0))


@given(st.integers(0, 40_000), st.integers(1, 40_000))
def test_only_everybody_is_a_hundred(part: int, whole: int) -> None:
    assert (percent(part, whole) >= 100) == (part >= whole)


@pytest.mark.parametrize(
    ("total", "count", "printed"),
    [(9, 2, "4.50"), (899, 200, "4.50"), (999, 200, "5.00"), (1, 3, "0.33"), (1, 8, "0.13")],
)
def test_means_round_half_up_to_two_decimals(total: int, count: int, printed: str) -> None:
    assert mean(total, count) == Decimal(printed)
