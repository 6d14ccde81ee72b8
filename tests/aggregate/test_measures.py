"""What O43 says of each measure: both sides of complete, and every guideline answered."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from builders import GUIDELINE, MEASURE, coi_row, signoff_row
from stored import stored, summed

from config.campaign import DeclaredHeads

if TYPE_CHECKING:
    from aggregate import Summary

BEFORE_VERSION_2, AFTER_VERSION_2 = "9/4/2023, 23:59:59", "10/4/2023, 0:00:00"
OF_THE_FORM = MEASURE.model_copy(update={"id": "m2", "number": 2, "notice": "", "form": "coi"})
WRITTEN = MEASURE.model_copy(update={"id": "m3", "number": 3, "notice": "", "result": "จัดอบรมแล้ว"})
SILENT = MEASURE.model_copy(update={"id": "m4", "number": 4, "notice": ""})
UNANSWERED = GUIDELINE.model_copy(update={"id": "e-service"})


def heads(agency: str, number: int) -> tuple[DeclaredHeads, ...]:
    return (DeclaredHeads(agency=agency, staff_type="official", heads=number, on=date(2023, 3, 1)),)


def row(summary: Summary, number: int) -> dict[str, Any]:
    found: dict[str, Any] = summary.measures.set_index("number").loc[number].to_dict()
    return found


def signed(number: int, declared: int) -> Summary:
    rows = [signoff_row(f"ก{'ข' * (n + 1)}", AFTER_VERSION_2) for n in range(number)]
    return summed(stored("signoff", rows), headcount=heads("provincial-office", declared))


@pytest.mark.parametrize(("declared", "complete"), [(4, 0), (3, 1), (2, 0)])
def test_an_agency_is_complete_when_exactly_all_its_heads_signed(declared, complete):
    measure = row(signed(3, declared), 1)
    assert measure["agencies_complete"] == complete
    assert measure["agencies_incomplete"] == 3 - complete
    assert measure["agencies"] == 3


def test_an_agency_beyond_its_heads_counts_at_most_its_heads():
    measure = row(signed(3, 2), 1)
    assert (measure["acknowledged"], measure["headcount"], measure["percent"]) == (2, 2, 100.0)


def test_an_outdated_sign_off_completes_nothing():
    rows = [
        signoff_row("กขค", BEFORE_VERSION_2),
        signoff_row("กขง", AFTER_VERSION_2, agency="สสจ."),
    ]
    summary = summed(stored("signoff", rows), headcount=heads("provincial-office", 1))
    measure = row(summary, 1)
    assert (measure["acknowledged"], measure["agencies_complete"]) == (0, 0)


def test_signers_of_agencies_without_a_basis_stand_apart():
    rows = [signoff_row("กขค", AFTER_VERSION_2, agency="สสจ.")]
    summary = summed(stored("signoff", rows), headcount=heads("provincial-office", 4))
    measure = row(summary, 1)
    assert (measure["acknowledged"], measure["headcount"]) == (0, 4)
    assert measure["acknowledged_undeclared"] == 1


def test_without_any_head_there_is_no_percentage():
    summary = summed(stored("signoff", [signoff_row("กขค", AFTER_VERSION_2)]), headcount=())
    assert pd.isna(row(summary, 1)["percent"])


@pytest.mark.parametrize(("answers", "shown"), [(9, False), (10, True)])
def test_from_ten_respondents_the_form_is_spoken_of(answers, shown):
    rows = [
        coi_row("สสจ." if place % 2 else "สำนักงานจังหวัด", f"3/4/2023, 08:{place:02}:00")
        for place in range(answers)
    ]
    measure = row(summed(stored("coi", rows), measures=(MEASURE, OF_THE_FORM)), 2)
    assert measure["source"] == "form"
    assert pd.notna(measure["respondents"]) is shown
    assert pd.notna(measure["agencies_answered"]) is shown
    if shown:
        assert (measure["respondents"], measure["agencies_answered"]) == (10, 2)
        assert measure["agencies_silent"] == 1


def test_a_written_result_is_told_from_none():
    summary = summed(stored("signoff", []), measures=(SILENT, WRITTEN, MEASURE))
    assert summary.measures["number"].to_list() == [1, 3, 4]
    assert summary.measures["source"].to_list() == ["notice", "text", "none"]


def test_a_guideline_that_no_measure_carries_out_is_a_further_row():
    summary = summed(stored("signoff", []), guidelines=(UNANSWERED, GUIDELINE))
    assert summary.measures[["number", "measure_id", "guideline_id"]].to_numpy().tolist() == [
        [1, "m1", "g1"],
        [2, "", "e-service"],
    ]


def test_the_answers_of_the_matrix_are_counted_at_both_sides_of_high():
    spread = summed(stored("coi", [
        coi_row("สสจ.", f"3/4/2023, 08:{place:02}:00",
                coi__benefits__likelihood=likelihood,
                coi__benefits__impact="๓ สร้างบรรยากาศในการทำงานที่ไม่เหมาะสม หรือถูกทักท้วง")
        for place, likelihood in enumerate(["๓ บางครั้ง"] * 9 + ["๔ บ่อยครั้ง"])
    ])).risk_spread  # fmt: skip
    assert spread == {"answers": 20, "high_answers": 1, "high_percent": 5.0, "high_kinds": 0}


def test_without_answers_the_spread_claims_no_percentage():
    spread = summed(stored("coi", [])).risk_spread
    assert spread == {"answers": 0, "high_answers": 0, "high_percent": None, "high_kinds": 0}
