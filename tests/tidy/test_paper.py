"""Sign-offs on paper count like any other, once; numbers without names never do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from builders import NOTICES, signoff_row, tiny_campaign
from papers import HEADINGS, paper_row, report_row
from stored import Row, stored, summed, tidied

from aggregate import summarise
from config.campaign import RosterPerson

if TYPE_CHECKING:
    from aggregate import Summary

OFFICE, HEALTH = "provincial-office", "public-health"
DAY, EARLIER, LATER = "11 เม.ย. 2566", "10/4/2566", "2023-04-12 00:00:00"
ON_THE_FORM = "11/4/2023, 16:39:00"


def figures(*rows: Row, form: tuple[Row, ...] = (), **campaign) -> Summary:
    return summed(stored("paper", rows), stored("signoff", form), **campaign)


def acknowledged(summary: Summary, agency: str = OFFICE) -> dict[str, int]:
    rows = summary.completion[summary.completion["agency_id"] == agency]
    return dict(zip(rows["notice_id"], rows["acknowledged"], strict=True))


def agency(summary: Summary, agency_id: str = OFFICE):
    return summary.agencies.set_index("agency_id").loc[agency_id]


@pytest.mark.parametrize("day", [DAY, "๑๑/๔/๒๕๖๖", "2023-04-11 00:00:00", "11 เมษายน 2566"])
def test_a_row_signs_for_all_notices_or_for_those_that_it_names(day) -> None:
    rows = [
        paper_row("สมมติ", day),
        paper_row("ทดลอง", day, notice="ข้อกำหนดจริยธรรม"),
        paper_row("น้ำใส", day, notice=f"ethics | {NOTICES[0].title}"),
    ]
    assert acknowledged(figures(*rows)) == {"no-gift": 2, "ethics": 3}


def test_a_single_name_is_read_as_well() -> None:
    header = tuple("ชื่อ-สกุล" if text == "ชื่อ" else text for text in HEADINGS)
    row = paper_row("นายสมมติ ใจดี", DAY, last_name="")
    summary = summed(
        stored("paper", [row], header=header),
        stored("signoff", [signoff_row("สมมติ", ON_THE_FORM)]),
    )
    assert acknowledged(summary) == {"no-gift": 1, "ethics": 1}


def test_on_paper_and_by_form_is_once_and_both_are_known() -> None:
    summary = figures(paper_row("สมมติ", EARLIER), form=(signoff_row("สมมติ", ON_THE_FORM),))
    assert acknowledged(summary) == {"no-gift": 1, "ethics": 1}
    assert summary.rows_by_form["signoff"]["accepted"] == 1
    assert summary.rows_by_form["paper"]["superseded"] == 1
    assert set(summary.signatures["how"]) == {"both"}
    assert summary.signatures["acknowledged_at"].dt.strftime("%d/%m").unique() == ["10/04"]


def test_each_acknowledgement_knows_how_it_was_signed() -> None:
    by_form = signoff_row("สมมติ", ON_THE_FORM, **{"ack__no-gift": ""})
    summary = figures(paper_row("สมมติ", DAY, notice="no-gift"), form=(by_form,))
    ways = dict(zip(summary.signatures["notice_id"], summary.signatures["how"], strict=True))
    assert ways == {"no-gift": "paper", "ethics": "electronic"}
    assert summary.signers["how"].to_list() == ["both"]


def test_the_earliest_date_says_whether_it_was_late() -> None:
    late = signoff_row("สมมติ", "2/5/2023, 08:00:00")
    assert figures(form=(late,)).completion["late"].sum() == 2
    assert figures(paper_row("สมมติ", "30/4/2566"), form=(late,)).completion["late"].sum() == 0
    assert figures(paper_row("สมมติ", "1/5/2566")).completion["late"].sum() == 2


def test_the_version_is_the_one_in_force_on_the_day_of_signing() -> None:
    rows = [paper_row("สมมติ", "9/4/2566"), paper_row("ทดลอง", "10/4/2566")]
    summary = figures(*rows)
    assert acknowledged(summary) == {"no-gift": 1, "ethics": 2}
    assert summary.completion["outdated"].sum() == 1


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (paper_row("สมมติ", ""), "no_signing_day"),
        (paper_row("สมมติ", "31/4/2566"), "bad_signing_day"),
        (paper_row("สมมติ", "11/4/2567"), "future_time"),
        (paper_row("สมมติ", DAY, notice=""), "no_notice"),
        (paper_row("สมมติ", DAY, notice="ทุกฉบับ | อื่น ๆ"), "unknown_notice"),
        (paper_row("สมมติ", DAY, agency="สำนักงานใหม่"), "unknown_agency"),
        (paper_row("สมมติ", DAY, staff_type=""), "no_staff_type"),
        (paper_row("", DAY, last_name=""), "no_name"),
        (paper_row("สมมติ", DAY, last_name=""), "no_surname"),
        (paper_row("สมมติ", DAY, people="3"), "name_and_number"),
        (report_row("0", DAY), "bad_number"),
        (report_row("สิบ", DAY), "bad_number"),
        (report_row("-3", DAY), "bad_number"),
    ],
)
def test_a_row_that_cannot_be_read_is_set_aside_alone(row, reason) -> None:
    good = paper_row("ทดลอง", DAY)
    responses = tidied(stored("paper", [row, good]))
    assert responses.set_aside["reason_id"].to_list() == [reason]
    summary = summarise(responses, tiny_campaign())
    assert summary.rows_by_form["paper"] == {
        "read": 2, "accepted": 1, "superseded": 0, "set_aside": 1, "erased": 0,
    }  # fmt: skip
    assert summary.agencies["signers"].sum() == 1


def test_an_unknown_document_names_the_nearest() -> None:
    row = paper_row("สมมติ", DAY, notice="No Gift Polcy")
    reason = tidied(stored("paper", [row])).set_aside["reason"].item()
    assert "“No Gift Polcy” → “No Gift Policy”?" in reason


def test_a_number_without_names_is_shown_and_counts_for_nobody() -> None:
    summary = figures(report_row("๑,๒๐๐", DAY, agency="สสจ."))
    assert acknowledged(summary, HEALTH) == {"no-gift": 0, "ethics": 0}
    assert summary.rows_by_form["paper"]["accepted"] == 1
    of_health = agency(summary, HEALTH)
    assert (of_health["state"], of_health["reported"], of_health["signers"]) == (
        "reported",
        1200,
        0,
    )
    assert summary.whole["acknowledged_all"] == 0


def test_the_latest_number_stands_and_the_earlier_is_superseded() -> None:
    rows = [
        report_row("45", LATER),
        report_row("40", DAY),
        report_row("50", EARLIER, notice="ethics"),
    ]
    for order in (rows, rows[::-1]):
        summary = figures(*order)
        assert set(summary.reported["people"]) == {45}
        counts = summary.rows_by_form["paper"]
        assert (counts["accepted"], counts["superseded"]) == (1, 2)


def test_names_are_awaited_until_as_many_have_signed_each_notice() -> None:
    reported = report_row("2", DAY)
    one = [paper_row("สมมติ", DAY)]
    assert agency(figures(reported))["state"] == "reported"
    assert agency(figures(reported, *one))["state"] == "reported"
    two = [*one, paper_row("ทดลอง", DAY)]
    assert agency(figures(reported, *two))["state"] == "in_progress"
    only_one_notice = [*one, paper_row("ทดลอง", DAY, notice="ethics")]
    assert agency(figures(reported, *only_one_notice))["state"] == "reported"


def test_an_agency_that_declared_nothing_stays_undeclared_beside_its_report() -> None:
    undeclared = agency(figures(report_row("2", DAY), headcount=()))
    assert (undeclared["state"], undeclared["reported"]) == ("undeclared", 2)


def test_a_roster_finds_who_signed_on_paper() -> None:
    person = RosterPerson(agency=OFFICE, first_name="สมมติ", last_name="ใจดี", staff_type="official")
    assert acknowledged(figures(paper_row("สมมติ", DAY), people=(person,)))["ethics"] == 1


def typed_anew(*rows: Row) -> Summary:
    """Return the figures of rows that stood one after the other in one place of one file."""
    table = stored("paper", rows)
    table.row_numbers[:] = [2] * len(rows)
    return summed(table)


def test_a_row_typed_anew_in_its_place_corrects_the_one_before() -> None:
    wrong_day = typed_anew(paper_row("สมมติ", "1/5/2566"), paper_row("สมมติ", "30/4/2566"))
    assert (wrong_day.rows["accepted"], wrong_day.completion["late"].sum()) == (1, 0)
    on_time_after_all = typed_anew(paper_row("สมมติ", "30/4/2566"), paper_row("สมมติ", "1/5/2566"))
    assert on_time_after_all.completion["late"].sum() == 2
    elsewhere = typed_anew(paper_row("สมมติ", DAY, agency="สสจ."), paper_row("สมมติ", DAY))
    assert elsewhere.agencies["signers"].to_list() == [1, 0, 0]


@pytest.mark.parametrize(
    "wrong",
    [
        paper_row("สมมติ", DAY, agency="สำนักงานใหม่"),
        paper_row("สมมติ", "31/4/2566"),
        paper_row("สมมติ", DAY, notice=""),
        paper_row("สมมติ", DAY, staff_type="ขรก"),
        paper_row("สมมติ", DAY, last_name=""),
        paper_row("", DAY, last_name=""),
        report_row("สิบ", DAY),
    ],
)
def test_what_was_set_aside_and_mended_in_its_place_is_set_aside_no_more(wrong) -> None:
    right = report_row("10", DAY) if wrong[-1] else paper_row("สมมติ", DAY)
    summary = typed_anew(wrong, right)
    assert summary.set_aside.empty
    assert summary.rows_by_form["paper"] == {
        "read": 2, "accepted": 1, "superseded": 1, "set_aside": 0, "erased": 0,
    }  # fmt: skip


def test_a_table_emptied_for_other_people_or_another_notice_takes_nothing_back() -> None:
    others = typed_anew(paper_row("สมมติ", DAY), paper_row("ทดลอง", DAY))
    assert others.agencies["signers"].sum() == 2
    notices = typed_anew(
        paper_row("สมมติ", DAY, notice="no-gift"), paper_row("สมมติ", LATER, notice="ethics")
    )
    assert acknowledged(notices) == {"no-gift": 1, "ethics": 1}


def test_data_are_as_of_the_newest_paper_too() -> None:
    assert figures(paper_row("สมมติ", LATER)).as_of.date() == date(2023, 4, 12)
