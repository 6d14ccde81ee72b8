"""The province's risk: means of products, bands, small numbers (domain.md §3, design.md §2)."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from builders import coi_row
from examples import one_in
from hypothesis import given
from hypothesis import strategies as st
from stored import Row, stored, summed

from aggregate.rounding import percent
from config.campaign import LEVELS, RiskMatrix

if TYPE_CHECKING:
    from aggregate import Summary

MATRIX_A = RiskMatrix(id="A", medium=5, high=10, very_high=15)
MATRIX_B = RiskMatrix(id="B", medium=4, high=9, very_high=15)
WORDS = {
    "likelihood": ["", "๑ เกิดขึ้นยาก", "๒ น้อยครั้ง", "๓ บางครั้ง", "๔ บ่อยครั้ง", "๕ เป็นประจำ"],
    "impact": [
        "",
        "๑ สร้างความไม่สะดวกต่อการปฏิบัติงานนาน ๆ ครั้ง",
        "๒ สร้างความไม่สะดวกต่อการปฏิบัติงานบ่อยครั้ง",
        "๓ สร้างบรรยากาศในการทำงานที่ไม่เหมาะสม หรือถูกทักท้วง",
        "๔ ถูกลงโทษวินัยไม่ร้ายแรง หรือถูกร้องเรียนผ่านสื่อ",
        "๕ ถูกลงโทษวินัยร้ายแรง หรือถูกดำเนินคดีอาญา",
    ],
}


def assessed(*scores: tuple[int, int] | str) -> list[Row]:
    """Return one assessment per (likelihood, impact), or per word instead of a likelihood."""
    return [
        coi_row(
            "สสจ.",
            f"3/4/2023, 08:{place:02}:00",
            coi__benefits__likelihood=(
                score if isinstance(score, str) else WORDS["likelihood"][score[0]]
            ),
            coi__benefits__impact="" if isinstance(score, str) else WORDS["impact"][score[1]],
        )
        for place, score in enumerate(scores)
    ]


def summary_of(rows: list[Row], matrix: RiskMatrix = MATRIX_A) -> Summary:
    return summed(stored("coi", rows), matrix=matrix)


def kind(summary: Summary, kind_id: str = "benefits") -> pd.Series:
    return summary.risk.set_index("kind_id").loc[kind_id]


@pytest.mark.parametrize(
    ("score", "matrix", "level"),
    [
        (4, MATRIX_A, "low"), (5, MATRIX_A, "medium"),
        (9, MATRIX_A, "medium"), (10, MATRIX_A, "high"),
        (14, MATRIX_A, "high"), (15, MATRIX_A, "very_high"), (25, MATRIX_A, "very_high"),
        (3, MATRIX_B, "low"), (4, MATRIX_B, "medium"),
        (8, MATRIX_B, "medium"), (9, MATRIX_B, "high"),
        (14, MATRIX_B, "high"), (15, MATRIX_B, "very_high"), (1, MATRIX_B, "low"),
    ],
)  # fmt: skip
def test_bands_are_open_at_their_upper_end(score: int, matrix: RiskMatrix, level: str) -> None:
    assert matrix.level(score) == level


@pytest.mark.parametrize(
    ("likelihood", "impact", "under_a", "under_b"),
    [(2, 2, "low", "medium"), (3, 3, "medium", "high")],
)
def test_scores_4_and_9_are_where_the_matrices_differ(
    likelihood: int, impact: int, under_a: str, under_b: str
) -> None:
    rows = assessed(*[(likelihood, impact)] * 10)
    for matrix, level in ((MATRIX_A, under_a), (MATRIX_B, under_b)):
        summary = summary_of(rows, matrix)
        assert kind(summary)["level"] == level
        levels = summary.risk_levels.query("kind_id == 'benefits'").set_index("level")["answers"]
        assert levels[level] == 10


def test_the_mean_is_of_the_products_and_not_the_product_of_means() -> None:
    summary = summary_of(assessed(*[(1, 5)] * 5, *[(5, 1)] * 5))
    row = kind(summary)
    assert row["mean_score"] == 5.00
    assert (row["mean_likelihood"], row["mean_impact"]) == (3.00, 3.00)
    assert row["level"] == "medium"


def test_the_printed_mean_is_the_one_banded() -> None:
    nearly = [(2, 2)] * 199 + [(1, 3)]  # 3.995 prints 4.00
    rows = [
        coi_row("สสจ.", f"3/4/2023, {n // 60:02}:{n % 60:02}:00",
                coi__benefits__likelihood=WORDS["likelihood"][a],
                coi__benefits__impact=WORDS["impact"][b])
        for n, (a, b) in enumerate(nearly)
    ]  # fmt: skip
    row = kind(summary_of(rows, MATRIX_B))
    assert (row["mean_score"], row["level"]) == (4.00, "medium")


def test_maximum_and_share_of_high_and_above_stand_beside_the_mean() -> None:
    row = kind(summary_of(assessed((5, 5), (2, 5), *[(1, 1)] * 8)))
    assert row["max_score"] == 25
    assert row["high_percent"] == 20.0


def test_not_applicable_blank_and_half_an_answer_are_three_things() -> None:
    half = coi_row("สสจ.", "4/4/2023, 08:00:00", coi__benefits__impact="")
    rows = [*assessed(*[(2, 2)] * 10, "ไม่เกี่ยวข้องกับงานของข้าพเจ้า", ""), half]
    summary = summary_of(rows)
    row = kind(summary)
    assert (row["responses"], row["not_applicable"]) == (10, 1)
    assert summary.respondents == 13


def test_nine_respondents_show_nothing_and_ten_do() -> None:
    nine, ten = (summary_of(assessed(*[(2, 2)] * n)) for n in (9, 10))
    assert nine.respondents is None
    assert nine.risk["mean_score"].isna().all()
    assert nine.risk_matrix.empty
    assert ten.respondents == 10
    assert kind(ten)["mean_score"] == 4.00


def test_a_kind_with_nine_answers_shows_no_figure_and_enters_no_picture() -> None:
    shown_by_ten = summary_of(assessed(*[(2, 2)] * 9, "ไม่เกี่ยวข้องกับงานของข้าพเจ้า"))
    row = kind(shown_by_ten)
    assert row["suppressed"]
    assert pd.isna(row["responses"])
    assert pd.isna(row["not_applicable"])
    assert row["level"] == ""
    assert shown_by_ten.risk_matrix["answers"].sum() == 10  # the other kind's alone


def test_equal_means_share_a_rank() -> None:
    summary = summary_of(assessed(*[(1, 1)] * 10))
    assert summary.risk["rank"].to_list() == [1, 1]


def test_an_assessment_given_twice_counts_twice_for_nobody_can_tell() -> None:
    row = assessed((2, 2))[0]
    assert summary_of([row] * 10).respondents == 10


@one_in(6)
@given(
    begins=st.lists(st.integers(2, 25), min_size=3, max_size=3, unique=True).map(sorted),
    scores=st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=10, max_size=15),
)
def test_6_one_function_tells_every_level(begins: list[int], scores: list[tuple[int, int]]) -> None:
    matrix = RiskMatrix(id="any", medium=begins[0], high=begins[1], very_high=begins[2])
    summary = summary_of(assessed(*scores), matrix)
    levels = [matrix.level(likelihood * impact) for likelihood, impact in scores]
    counted = summary.risk_levels.query("kind_id == 'benefits'").set_index("level")["answers"]
    assert {level: counted[level] for level in LEVELS} == {x: levels.count(x) for x in LEVELS}
    assert all(
        cell.level == matrix.level(cell.likelihood * cell.impact)
        for cell in summary.risk_matrix.itertuples()
    )
    high = sum(level in ("high", "very_high") for level in levels)
    printed = Decimal(str(kind(summary)["mean_score"]))
    assert kind(summary)["level"] == matrix.level(printed)
    assert kind(summary)["high_percent"] == percent(high, len(scores))
    (internal,) = summary.agency_risk.query("kind_id == 'benefits'").itertuples()
    assert (internal.level, internal.high_answers) == (kind(summary)["level"], high)


def test_6_nothing_that_shows_a_level_compares_a_score_with_a_band() -> None:
    rooms = [
        path for room in ("aggregate", "report", "rapsap") for path in Path(room).rglob("*.py")
    ]
    compared = re.compile(r"[<>]=?\s*matrix\.(?:medium|high|very_high)")
    assert [str(path) for path in rooms if compared.search(path.read_text("utf-8"))] == []
