"""An agency's risk: who may be spoken of apart, and what must be hidden beside the small."""

from __future__ import annotations

from collections import Counter

import pandas as pd
import pytest
from builders import COI_KINDS, MATRIX
from examples import one_in
from hypothesis import given
from hypothesis import strategies as st

from aggregate.agency_risk import agency_risk
from aggregate.disclosure import too_small_alone
from aggregate.risk import risk
from aggregate.risk_units import SMALL_OFFICES, risk_units
from config.campaign import Agency, RiskMatrix

KINDS = COI_KINDS  # benefits, outside-work
SCORED, NOT_APPLICABLE, BLANK = (2, 3), "not_applicable", "blank"
Answer = tuple[int, int] | str


def register(*ids: str) -> list[Agency]:
    return [Agency(id=each, name=f"หน่วยงาน {each}", short_name=each, verified=True) for each in ids]


def answered(by_agency: dict[str, list[tuple[Answer, ...]]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return assessments and scores of respondents, each with an answer per kind."""
    respondents, scores = [], []
    for agency, people in by_agency.items():
        for person in people:
            number = len(respondents)
            respondents.append((number, agency))
            for kind, answer in zip(KINDS, person, strict=True):
                pair = (pd.NA, pd.NA) if isinstance(answer, str) else answer
                state = answer if isinstance(answer, str) else "scored"
                scores.append((number, agency, kind.id, *pair, state))
    columns = ["response_id", "agency_id", "kind_id", "likelihood", "impact", "state"]
    return (
        pd.DataFrame(respondents, columns=columns[:2]),
        pd.DataFrame(scores, columns=columns).astype({"likelihood": "Int64", "impact": "Int64"}),
    )


def alike(**numbers: int) -> dict[str, list[tuple[Answer, ...]]]:
    """Return so many respondents per agency, all with the same scores."""
    return {agency: [(SCORED, SCORED)] * number for agency, number in numbers.items()}


def units_of(by_agency: dict[str, list[tuple[Answer, ...]]]) -> dict[str, str]:
    assessments, _ = answered(by_agency)
    units = risk_units(assessments, register(*by_agency))
    return dict(zip(units["agency_id"], units["unit_id"], strict=True))


def cells_of(
    by_agency: dict[str, list[tuple[Answer, ...]]], matrix: RiskMatrix = MATRIX
) -> pd.DataFrame:
    assessments, scores = answered(by_agency)
    units = risk_units(assessments, register(*by_agency))
    return agency_risk(scores, units, KINDS, matrix).set_index(["unit_id", "kind_id"])


def test_nine_respondents_are_grouped_and_ten_stand_alone() -> None:
    assert units_of(alike(a=9, b=10, c=9)) == {"a": SMALL_OFFICES, "b": "b", "c": SMALL_OFFICES}


def test_while_the_group_is_too_small_the_next_smallest_joins() -> None:
    assert units_of(alike(a=40, b=3, c=12, d=15)) == {
        "a": "a", "b": SMALL_OFFICES, "c": SMALL_OFFICES, "d": "d",
    }  # fmt: skip


def test_of_equals_the_one_higher_in_the_register_joins() -> None:
    assert units_of(alike(a=12, b=9, c=12)) == {"a": SMALL_OFFICES, "b": SMALL_OFFICES, "c": "c"}


def test_without_a_small_office_there_is_no_group() -> None:
    assert units_of(alike(a=10, b=11)) == {"a": "a", "b": "b"}


def test_an_office_without_a_respondent_has_no_unit_and_draws_nobody_into_a_group() -> None:
    assert units_of(alike(a=0, b=11, c=30)) == {"a": "", "b": "b", "c": "c"}


def test_the_group_stands_below_the_offices_that_stand_alone() -> None:
    cells = cells_of(alike(a=4, b=20, c=8)).reset_index()
    assert cells["unit_id"].drop_duplicates().to_list() == ["b", SMALL_OFFICES]


def test_a_province_of_nine_respondents_shows_nothing() -> None:
    cells = cells_of(alike(a=4, b=5))
    assert set(cells["hidden"]) == {"few"}
    assert cells[["responses", "mean_score", "max_score", "high_percent"]].isna().all(axis=None)


def test_without_any_assessment_there_is_no_row() -> None:
    assert cells_of(alike(a=0, b=0)).empty


def test_a_cell_shows_what_its_answers_come_to() -> None:
    people = [((5, 5), SCORED), ((2, 5), SCORED), *[((1, 1), SCORED)] * 8,
              (NOT_APPLICABLE, SCORED), (BLANK, SCORED)]  # fmt: skip
    cell = cells_of({"a": people, **alike(b=20)}).loc[("a", "benefits")]
    assert (cell["responses"], cell["not_applicable"]) == (10, 1)
    assert cell["mean_score"] == 4.30  # (25 + 10 + 8) / 10
    assert cell["max_score"] == 25
    assert (cell["high_answers"], cell["high_percent"]) == (2, 20.0)
    assert (cell["level"], cell["hidden"]) == ("low", "")


@pytest.mark.parametrize(("score", "level"), [((3, 3), "medium"), ((2, 5), "high")])
def test_levels_are_those_of_the_campaign_s_matrix(score: tuple[int, int], level: str) -> None:
    cells = cells_of({"a": [(score, SCORED)] * 10})
    assert cells.loc[("a", "benefits"), "level"] == level


def test_a_single_cell_with_too_few_answers_takes_the_next_smallest_along() -> None:
    nine_of_twelve = [(SCORED, SCORED)] * 9 + [(NOT_APPLICABLE, SCORED)] * 3
    cells = cells_of({"a": nine_of_twelve, **alike(b=30, c=20)})
    assert cells["hidden"].to_dict() == {
        ("a", "benefits"): "few", ("b", "benefits"): "", ("c", "benefits"): "company",
        ("a", "outside-work"): "", ("b", "outside-work"): "", ("c", "outside-work"): "",
    }  # fmt: skip
    hidden = cells[cells["hidden"] != ""]
    assert hidden.drop(columns=["unit", "kind", "level", "hidden"]).isna().all(axis=None)
    assert set(hidden["level"]) == {""}


def test_small_cells_that_are_together_enough_need_no_company() -> None:
    five_of_twelve = [(SCORED, SCORED)] * 5 + [(NOT_APPLICABLE, SCORED)] * 7
    cells = cells_of({"a": five_of_twelve, "b": five_of_twelve, **alike(c=20)})
    assert cells["hidden"].xs("benefits", level="kind_id").to_list() == ["few", "few", ""]


def test_a_unit_in_which_nobody_scored_a_kind_is_hidden_like_any_small_cell() -> None:
    nobody = [(NOT_APPLICABLE, SCORED)] * 12
    cells = cells_of({"a": nobody, **alike(b=20, c=30)})
    assert cells["hidden"].xs("benefits", level="kind_id").to_list() == ["few", "company", ""]


# --- whatever the answers are -----------------------------------------------------------------

offices = ("a", "b", "c", "d", "e", "f")
answers = st.sampled_from([(1, 1), (2, 3), (5, 5), (3, 3), NOT_APPLICABLE, NOT_APPLICABLE, BLANK])
people = st.lists(st.tuples(answers, answers), max_size=16)
provinces = st.fixed_dictionaries(dict.fromkeys(offices, people))
MANY = one_in(5)


@MANY
@given(st.dictionaries(st.sampled_from(offices), st.integers(0, 30)))
def test_no_unit_is_smaller_than_ten_unless_the_province_is(numbers: dict[str, int]) -> None:
    respondents: Counter[str] = Counter()
    for agency, unit in units_of(alike(**numbers)).items():
        respondents[unit] += numbers[agency]
        assert bool(unit) == bool(numbers[agency])  # everybody who answered stands in one unit
    del respondents[""]
    assert sum(respondents.values()) == sum(numbers.values())
    assert all(n >= 10 for n in respondents.values()) or sum(numbers.values()) < 10


@MANY
@given(provinces)
def test_what_is_hidden_cannot_be_had_back_from_the_province(
    by_agency: dict[str, list[tuple[Answer, ...]]],
) -> None:
    assessments, scores = answered(by_agency)
    cells = agency_risk(scores, risk_units(assessments, register(*offices)), KINDS, MATRIX)
    province = risk(scores, KINDS, MATRIX).set_index("kind_id")
    for kind_id, of_kind in cells.groupby("kind_id"):
        shown = of_kind[of_kind["hidden"] == ""]
        assert (shown["responses"] >= 10).all()
        scored = int((scores.query("kind_id == @kind_id")["state"] == "scored").sum())
        left_over = scored - int(shown["responses"].sum())
        if province.loc[kind_id, "suppressed"]:
            assert shown.empty
        elif len(shown) < len(of_kind):
            assert left_over >= 10  # the difference speaks of ten answers at least
            assert len(of_kind) - len(shown) >= 2  # and of more than one unit
        else:
            assert left_over == 0


@MANY
@given(provinces)
def test_all_kinds_know_the_same_units(by_agency: dict[str, list[tuple[Answer, ...]]]) -> None:
    cells = cells_of(by_agency).reset_index()
    of_kinds = [of_kind["unit_id"].to_list() for _, of_kind in cells.groupby("kind_id")]
    assert all(units == of_kinds[0] for units in of_kinds)


@MANY
@given(st.lists(st.integers(0, 40), max_size=12))
def test_those_left_out_are_together_enough_and_no_more_than_needed(numbers: list[int]) -> None:
    names = [str(place) for place in range(len(numbers))]
    answers_by_name = dict(zip(names, numbers, strict=True))
    together = too_small_alone(answers_by_name)
    assert {name for name in names if answers_by_name[name] < 10} <= set(together)
    sizes = [answers_by_name[name] for name in together]
    assert not sizes or sum(sizes) >= 10 or len(together) == len(names)
    assert sum(sizes[:-1]) < 10 or all(size < 10 for size in sizes)
