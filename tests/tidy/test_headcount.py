"""The head-count form: which numbers are believed, which go aside, and which stand."""

from __future__ import annotations

from datetime import date

import pytest
from agency_forms import EMPLOYEES, HEADCOUNT_FORM, asking, declaration
from builders import headings, signoff_row, tiny_campaign
from stored import stored, summed, tidied

from collector.tidy.numbers import whole_number
from collector.tidy.reasons import REASONS
from collector.tidy.times import said_day
from config.campaign import DeclaredHeads

MORNING = "3/4/2023, 08:00:00"
LATER = "9/4/2023, 08:00:00"
HEALTH = "public-health"
ASKING = {"forms": asking(HEADCOUNT_FORM)}
GOOD = declaration(MORNING, "2 เม.ย. 2566", "21")


def declared(*rows, source="inbox", states=None):
    return stored("headcount", rows, source=source, header=headings(HEADCOUNT_FORM), states=states)


def counted(*rows, signed=(), **campaign):
    return summed(declared(*rows), stored("signoff", signed), **(ASKING | campaign))


def heads_of(summary, agency=HEALTH):
    return summary.agencies.set_index("agency_id").at[agency, "headcount"]


def reasons(*rows, signed=()):
    responses = tidied(declared(*rows), stored("signoff", signed), campaign=tiny_campaign(**ASKING))
    return responses.set_aside["reason_id"].to_list()


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (declaration(MORNING, "1/4/2566", "-3"), "no_number"),
        (declaration(MORNING, "1/4/2566", "ยี่สิบ"), "no_number"),
        (declaration(MORNING, "1/4/2566", "20 คน"), "no_number"),
        (declaration(MORNING, "1/4/2566", "2.5"), "no_number"),
        (declaration(MORNING, "1/4/2566", "²"), "no_number"),
        (declaration(MORNING, "1/4/2566", "20001"), "absurd_number"),
        (declaration(MORNING, "1/4/2566", ""), "no_heads"),
        (declaration(MORNING, "1/4/2566", "0"), "no_heads"),
        (declaration(MORNING, ""), "no_day"),
        (declaration(MORNING, "31 มิ.ย. 2566"), "bad_day"),
        (declaration(MORNING, "2566"), "bad_day"),
        (declaration(MORNING, "4/4/2566"), "day_ahead"),
        (declaration(MORNING, "1/4/2566", agency="สำนักงานใหม่"), "unknown_agency"),
        (declaration(MORNING, "1/4/2566", agency=""), "no_agency"),
        (declaration("", "1/4/2566"), "no_time"),
        (declaration(MORNING, "1/4/2566", "121"), "heads_jump"),
        (declaration(MORNING, "1/4/2566", "\ufffd\ufffd"), "text_lost"),
    ],
)
def test_a_bad_declaration_is_set_aside_alone_with_a_remedy(bad, reason):
    summary = counted(bad, GOOD)
    assert summary.set_aside["reason_id"].to_list() == [reason]
    assert summary.rows_by_form["headcount"] == {
        "read": 2, "accepted": 1, "superseded": 0, "set_aside": 1, "erased": 0,
    }  # fmt: skip
    assert heads_of(summary) == 21
    fault, remedy = REASONS[reason].in_words("x")
    assert fault
    assert remedy


def test_120_where_20_stood_is_believed_and_121_is_not():
    """Three times and more than a hundred above what the table of head-counts says."""
    assert heads_of(counted(declaration(MORNING, "1/4/2566", "120"))) == 120
    assert heads_of(counted(declaration(MORNING, "1/4/2566", "121"))) == 20


def test_a_slip_that_came_first_is_put_right_by_a_smaller_number():
    none = {"headcount": ()}
    rows = declaration(MORNING, "1/4/2566", "2000"), declaration(LATER, "8/4/2566", "20")
    assert heads_of(counted(*rows, **none)) == 20
    assert heads_of(counted(*rows[::-1], **none)) == 20


def test_none_of_a_staff_type_of_which_somebody_signed_goes_aside():
    nobody = declaration(MORNING, "1/4/2566", "0", **{EMPLOYEES: "3"})
    signed = signoff_row("ทดลอง", MORNING, agency="สสจ.เชียงราย")
    assert reasons(nobody) == []
    assert reasons(nobody, signed=[signed]) == ["zero_with_signers"]
    assert heads_of(counted(nobody, signed=[signed])) == 20
    assert heads_of(counted(nobody)) == 3


def test_the_latest_day_wins_whenever_it_was_sent_and_whoever_says_it():
    """The table says 20 on 1 March."""
    assert heads_of(counted(declaration(MORNING, "28 ก.พ. 2566", "19"))) == 20
    assert heads_of(counted(declaration(MORNING, "2/3/2566", "19"))) == 19
    rows = declaration(MORNING, "2/4/2566", "19"), declaration(LATER, "1/4/2566", "18")
    assert heads_of(counted(*rows)) == heads_of(counted(*rows[::-1])) == 19


def test_of_one_day_the_form_counts_before_the_table_and_its_latest_submission_first():
    rows = declaration(MORNING, "1/3/2566", "18"), declaration(LATER, "1/3/2566", "19")
    for order in (rows, rows[::-1]):
        summary = counted(*order)
        assert heads_of(summary) == 19
        assert summary.rows_by_form["headcount"]["superseded"] == 1
        (doubt,) = summary.review.to_dict("records")
        assert (doubt["reason_id"], doubt["agency_id"]) == ("two_headcounts", HEALTH)
        assert doubt["detail"] == "ข้าราชการ ณ 1 มี.ค. 2566: 20 → 18 → 19"


def test_the_same_number_for_the_same_day_is_nothing_to_decide():
    assert counted(declaration(MORNING, "1/3/2566", "20")).review.empty


def test_each_staff_type_has_its_own_latest_day():
    both = declaration(MORNING, "1/4/2566", "20", **{EMPLOYEES: "5"})
    officials = declaration(LATER, "8/4/2566", "22")
    assert heads_of(counted(both, officials)) == 22 + 5


def test_a_staff_type_that_is_not_counted_enters_neither_side():
    assert heads_of(counted(declaration(MORNING, "1/4/2566", "20", heads__contractor="40"))) == 20


def test_an_agency_of_no_table_gets_its_basis_from_the_form():
    row = declaration(MORNING, "1/4/2566", "7", agency="สำนักงานพัฒนาฝีมือแรงงานเชียงราย")
    assert counted().agencies.set_index("agency_id").at["skills", "basis"] == "none"
    summary = counted(row)
    assert summary.agencies.set_index("agency_id").at["skills", "basis"] == "headcount"
    assert heads_of(summary, "skills") == 7


def test_who_is_to_be_asked_is_who_was_named_last():
    rows = (
        declaration(MORNING, "2/4/2566", coordinator="นายคนแรก สมมติ"),
        declaration(LATER, "1/4/2566", coordinator="นายคนใหม่ สมมติ", certified=""),
    )
    summary = counted(*rows)
    contact = summary.contacts.set_index("agency_id").loc[HEALTH]
    assert contact["coordinator"] == "นายคนใหม่ สมมติ"
    assert contact["phone"] == "0812345678"
    assert not contact["certified"]
    assert (contact["on"], contact["declared_by"]) == (date(2023, 4, 2), "form")
    assert summary.rows_by_form["headcount"]["accepted"] == 2
    others = summary.contacts[summary.contacts["agency_id"] != HEALTH]
    assert set(others["coordinator"]) == {""}
    assert others["certified"].isna().all()


@pytest.mark.parametrize(
    ("written", "shown"),
    [("812345678", "0812345678"), ("53123456", "053123456"), ("0812345678", "0812345678"),
     ("053-123456 ต่อ 12", "053-123456 ต่อ 12"), ("191", "191"), ("", "")],
)  # fmt: skip
def test_the_zero_that_a_sheet_has_eaten_is_put_back(written, shown):
    contact = counted(declaration(MORNING, "1/4/2566", phone=written)).contacts
    assert contact.set_index("agency_id").at[HEALTH, "phone"] == shown


def test_what_a_live_sheet_has_changed_counts_no_more():
    rows = declaration(MORNING, "1/4/2566", "30"), declaration(MORNING, "1/4/2566", "31")
    table = declared(*rows, source="google-sheets/x", states=["replaced", "standing"])
    summary = summed(table, **ASKING)
    assert heads_of(summary) == 31
    assert summary.rows_by_form["headcount"]["superseded"] == 1
    assert summary.review.empty


def test_sent_twice_and_in_two_readings_it_counts_once():
    summary = summed(declared(GOOD, GOOD), declared(GOOD, source="google-sheets/x"), **ASKING)
    assert summary.rows_by_form["headcount"] == {
        "read": 2, "accepted": 1, "superseded": 1, "set_aside": 0, "erased": 0,
    }  # fmt: skip


def test_a_workbook_writes_day_and_number_in_another_way_and_says_the_same():
    cells = declaration(MORNING, "2023-04-02 00:00:00", "21.0")
    serial = declaration(MORNING, "45018", "๒๑")
    summary = summed(
        declared(GOOD),
        declared(cells, source="google-sheets/x"),
        declared(serial, source="google-sheets/y"),
        **ASKING,
    )
    assert summary.rows_by_form["headcount"]["read"] == 1
    assert heads_of(summary) == 21


def test_a_campaign_without_the_form_counts_as_before():
    summary = summed()
    assert summary.rows_by_form["headcount"]["read"] == 0
    assert heads_of(summary) == 20


def test_its_time_counts_as_the_newest_answer():
    assert counted(GOOD).as_of.isoformat() == "2023-04-03T08:00:00+07:00"


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("๑๒", 12), (" 1,200 ", 1200), ("0", 0), ("007", 7), ("12.0", 12),
     ("", None), ("-", None), ("1,2", None), ("1e3", None), ("①", None), ("+5", None)],
)  # fmt: skip
def test_only_whole_numbers_are_numbers(text, number):
    assert whole_number(text) == number


@pytest.mark.parametrize(
    ("text", "day"),
    [("36525", None), ("36526", date(2000, 1, 1)), ("73050", date(2099, 12, 31)), ("73051", None),
     ("๑ มี.ค. ๒๕๖๖", date(2023, 3, 1)), ("1/3/2566", date(2023, 3, 1)), ("31/4/2566", None)],
)  # fmt: skip
def test_a_sheet_counts_days_from_1900_and_people_write_them(text, day):
    assert said_day(text) == day


def test_a_table_and_a_form_together_are_one_history():
    table = (
        DeclaredHeads(agency=HEALTH, staff_type="official", heads=20, on=date(2023, 3, 1)),
        DeclaredHeads(agency=HEALTH, staff_type="official", heads=23, on=date(2023, 4, 5)),
    )
    assert heads_of(counted(declaration(MORNING, "1/4/2566", "21"), headcount=table)) == 23
    assert heads_of(counted(declaration(LATER, "6/4/2566", "21"), headcount=table)) == 21
