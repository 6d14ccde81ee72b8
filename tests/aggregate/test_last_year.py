"""Last year's risk beside this year's: only what both years show, and of the same question."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest
from builders import COI_KINDS, tiny_campaign

from aggregate.last_year import beside_last_year
from config.campaign import FormerKind, LastYear
from report.rows import rows_of

FIRST, *_ = COI_KINDS


def former(mean="6.20", responses=10, level="medium", **changes):
    fields = {"kind_id": FIRST.id, "kind": FIRST.name, "responses": responses, "level": level}
    return FormerKind(**fields | {"mean_score": mean and Decimal(mean)} | changes)


def beside(*kinds, mean=6.51, before=10, now=10, matrix="A"):
    risk = pd.DataFrame(
        [(FIRST.id, FIRST.name, mean)], columns=["kind_id", "kind", "mean_score"]
    ).astype({"mean_score": "float64"})
    last = LastYear(state="read", respondents=before, matrix=matrix, kinds=kinds)
    return beside_last_year(risk, now, tiny_campaign(last_year=last))


def row(*kinds, **years):
    [found] = rows_of(beside(*kinds, **years).kinds)
    return found


@pytest.mark.parametrize(
    ("then", "now", "difference", "counts"),
    [
        ("6.20", 6.51, 0.31, (1, 0, 0)),
        ("6.51", 6.2, -0.31, (0, 1, 0)),
        ("6.2", 6.2, 0.0, (0, 0, 1)),
        ("1.1", 1.11, 0.01, (1, 0, 0)),
    ],
)
def test_the_difference_is_that_of_the_printed_means(then, now, difference, counts):
    found = beside(former(then), mean=now)
    [only] = rows_of(found.kinds)
    assert (only["state"], only["difference"]) == ("compared", difference)
    assert (found.higher, found.lower, found.same) == counts
    assert found.state == "compared"


def test_a_kind_that_may_not_be_shown_this_year_is_not_compared():
    hidden = row(former(), mean=None)
    assert (hidden["state"], hidden["difference"], hidden["last_mean"]) == ("few", None, 6.2)


@pytest.mark.parametrize(("responses", "state"), [(9, "few"), (10, "compared")])
def test_what_last_year_should_have_hidden_is_hidden_whatever_its_file_says(responses, state):
    found = row(former(responses=responses))
    assert found["state"] == state
    shown = (found["last_responses"], found["last_mean"], found["difference"])
    assert shown == ((None, None, None) if state == "few" else (10, 6.2, 0.31))


@pytest.mark.parametrize(
    ("before", "now", "state"),
    [(9, 10, "few"), (None, 10, "few"), (10, None, "few"), (10, 10, "compared")],
)
def test_a_year_in_which_too_few_answered_is_not_compared(before, now, state):
    found = beside(former(), before=before, now=now)
    assert found.state == state
    if before == 9:
        assert found.respondents is None
        assert rows_of(found.kinds)[0]["last_mean"] is None


def test_another_question_is_another_kind():
    assert row(former(kind=f"  {FIRST.name} "))["state"] == "compared"
    assert row(former(kind="การรับของขวัญ"))["state"] == "reworded"
    assert row(former(kind="การรับของขวัญ"))["difference"] is None
    gone = beside(former(kind_id="gifts", kind="การรับของขวัญ"))
    assert (rows_of(gone.kinds)[0]["state"], gone.gone) == ("not_asked", ("การรับของขวัญ",))


def test_levels_are_of_one_scale_only_if_every_level_says_so():
    assert beside(former("4.99", level="low"), former("5", kind_id="b")).same_levels
    assert not beside(former(), matrix="B").same_levels
    assert not beside(former("4.50", level="medium")).same_levels  # A in name, not in its bands


@pytest.mark.parametrize("state", ["none", "unreadable", "other_shape", "other_year"])
def test_what_cannot_be_read_is_not_compared_and_says_why(state):
    risk = pd.DataFrame({"kind_id": [FIRST.id], "kind": [FIRST.name], "mean_score": [6.2]})
    found = beside_last_year(risk, 10, tiny_campaign(last_year=LastYear(state=state)))
    assert found.state == state
    assert rows_of(found.kinds)[0]["difference"] is None
