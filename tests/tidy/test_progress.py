"""The progress form: what agencies report of a measure, and what O43 makes of it."""

from __future__ import annotations

from datetime import date

import pytest
from agency_forms import PROGRESS_FORM, TABLES, asking, complaints, report
from builders import headings, tiny_campaign
from stored import stored, summed, tidied

from aggregate import inspect_figures

MORNING = "3/4/2023, 08:00:00"
LATER = "9/4/2023, 08:00:00"
OFFICE = "สำนักงานจังหวัดเชียงราย"
ASKING = {"forms": asking(PROGRESS_FORM)} | TABLES
GOOD = report(MORNING, **complaints("12", "10", "2"))


def reported(*rows, source="inbox", states=None):
    header = headings(PROGRESS_FORM)
    return stored("progress", rows, source=source, header=header, states=states)


def counted(*rows, **campaign):
    return summed(reported(*rows), **(ASKING | campaign))


def told(summary, number=2):
    (row,) = summary.measures[summary.measures["number"] == number].to_dict("records")
    return row


def reasons(*rows):
    return (
        tidied(reported(*rows), campaign=tiny_campaign(**ASKING)).set_aside["reason_id"].to_list()
    )


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (report(LATER, measure=""), "no_measure"),
        (report(LATER, measure="มาตรการอื่น"), "unknown_option"),
        (report(LATER, measure="๙. เรื่องร้องเรียน"), "unknown_option"),
        (report(LATER, result=""), "no_result"),
        (report(LATER, ""), "no_day"),
        (report(LATER, "31 เม.ย. 2566"), "bad_day"),
        (report(LATER, "10/4/2566"), "day_ahead"),
        (report(LATER, **complaints("สิบ")), "no_number"),
        (report(LATER, **complaints("-1")), "no_number"),
        (report(LATER, **complaints("100000")), "absurd_number"),
        (report(LATER, **complaints("12", "10", "3")), "complaints_differ"),
        (report(LATER, number__agencies="35"), "absurd_number"),
        (report(LATER, number__local_bodies="145"), "absurd_number"),
        (report(LATER, agency="สำนักงานใหม่"), "unknown_agency"),
    ],
)
def test_a_bad_report_is_set_aside_alone(bad, reason):
    summary = counted(bad, GOOD)
    assert summary.set_aside["reason_id"].to_list() == [reason]
    assert summary.rows_by_form["progress"] == {
        "read": 2, "accepted": 1, "superseded": 0, "set_aside": 1, "erased": 0,
    }  # fmt: skip
    assert told(summary)["received"] == 12


@pytest.mark.parametrize(
    "written", ["๒. เรื่องร้องเรียน/ร้องทุกข์", "2. เรื่องร้องเรียน/ร้องทุกข์", "เรื่องร้องเรียน/ร้องทุกข์",
                "2. ชื่อเดิมก่อนแก้ไข", "๒ ชื่อเดิม", "2"]
)  # fmt: skip
def test_a_measure_is_known_by_its_title_or_the_number_before_it(written):
    assert told(counted(report(MORNING, measure=written)))["agencies_reported"] == 1


def test_the_last_submission_of_an_agency_takes_the_place_of_those_before():
    rows = GOOD, report(LATER, "1 เม.ย. 2566", **complaints("13", "13", "0"))
    for order in (rows, rows[::-1]):
        row = told(summary := counted(*order))
        assert (row["agencies_reported"], row["received"], row["open"]) == (1, 13, 0)
        assert row["latest_on"] == date(2023, 4, 1)
        assert summary.rows_by_form["progress"]["superseded"] == 1


def test_complaints_are_summed_over_agencies_and_nobody_s_silence_is_a_nought():
    row = told(counted(GOOD, report(LATER, "8/4/2566", agency=OFFICE, **complaints("7", "2"))))
    assert (row["received"], row["closed"], row["open"]) == (19, 12, 2)
    assert (row["agencies_reported"], row["complaints_from"]) == (2, 2)
    assert row["latest_on"] == date(2023, 4, 8)
    silent = told(counted(report(MORNING)))
    assert (silent["agencies_reported"], silent["complaints_from"]) == (1, 0)
    assert silent["received"] is told(counted())["received"]


def test_who_attended_a_training_is_what_the_newest_report_that_says_so_has():
    rows = (
        report(LATER, "2/4/2566", number__agencies="34"),
        report(
            MORNING, "1/4/2566", agency=OFFICE, number__agencies="30", number__local_bodies="144"
        ),
    )
    row = told(counted(*rows))
    assert (row["attended_agencies"], row["attended_local"]) == (34, 144)


def test_the_source_of_a_result():
    """A notice stays one, a silent measure has none, and a guideline of its own may be told of."""
    assert [told(counted(), number)["source"] for number in (1, 2, 3)] == ["notice", "none", "none"]
    e_service = report(MORNING, measure="๓. พัฒนาระบบ E-service")
    of_a_notice = report(MORNING, measure="๑. ประกาศนโยบายไม่รับของขวัญ")
    summary = counted(GOOD, e_service, of_a_notice)
    sources = [told(summary, number)["source"] for number in (1, 2, 3)]
    assert sources == ["notice", "progress", "progress"]
    assert told(summary, 1)["agencies_reported"] == 1


@pytest.mark.parametrize(
    ("day", "outside"),
    [("31 มี.ค. 2566", 1), ("1 เม.ย. 2566", 0), ("30 เม.ย. 2566", 0), ("1 พ.ค. 2566", 1)],
)
def test_a_result_of_a_day_outside_the_measure_s_period_is_remarked_and_counted(day, outside):
    """The period is April 2566."""
    summary = counted(report("5/5/2023, 08:00:00", day, **complaints("1")))
    assert (told(summary)["outside"], told(summary)["received"]) == (outside, 1)
    found = [f.fault for f in inspect_figures(summary, tiny_campaign(**ASKING))]
    assert any("นอกระยะเวลาดำเนินการ" in fault and "สสจ.ชร." in fault for fault in found) is bool(
        outside
    )


def test_check_names_measures_and_guidelines_of_which_nobody_tells_a_result():
    campaign = tiny_campaign(**ASKING)
    before = [f.fault for f in inspect_figures(counted(), campaign)]
    assert any(fault.endswith(": 2") for fault in before)
    assert any(fault.endswith(": g2") for fault in before)
    rows = GOOD, report(MORNING, measure="๓. พัฒนาระบบ E-service")
    after = [f.fault for f in inspect_figures(counted(*rows), campaign)]
    assert len(after) == len(before) - 2


@pytest.mark.parametrize(("result", "told_of"), [("", True), ("เปิดระบบแล้ว", False)])
def test_a_guideline_needs_a_measure_with_a_result(result, told_of):
    linked = TABLES["measures"][1].model_copy(update={"guideline": "g2", "result": result})
    changed = {"measures": (TABLES["measures"][0], linked)}
    campaign = tiny_campaign(**(ASKING | changed))
    found = [f.fault for f in inspect_figures(counted(**changed), campaign)]
    assert any(fault.endswith(": g2") for fault in found) is told_of


def test_nothing_that_an_agency_writes_stands_in_what_is_public():
    summary = counted(report(MORNING, result="ข้อความลับ", obstacles="ข้อความลับ", evidence="ข้อความลับ"))
    for table in (summary.progress, summary.measures):
        assert "ข้อความลับ" not in table.to_csv()
    assert "ข้อความลับ" in summary.reports.to_csv()


def test_what_a_live_sheet_has_changed_counts_no_more():
    rows = report(MORNING, **complaints("30")), report(MORNING, **complaints("31"))
    table = reported(*rows, source="google-sheets/x", states=["replaced", "standing"])
    assert told(summed(table, **ASKING))["received"] == 31


def test_a_campaign_without_the_form_counts_as_before():
    summary = summed()
    assert summary.rows_by_form["progress"]["read"] == 0
    assert summary.reports.empty
    assert set(summary.measures["agencies_reported"]) == {0}
