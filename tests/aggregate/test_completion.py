"""Who acknowledged what, out of how many: the meanings of design.md §2."""

from __future__ import annotations

import math
from datetime import date
from typing import TYPE_CHECKING

from builders import CLARIFY, STAFF_TYPES, signoff_row
from stored import Row, signoffs, stored, summed

from config.campaign import DeclaredHeads, RosterPerson

if TYPE_CHECKING:
    from aggregate import Summary

OFFICE = "provincial-office"
MORNING, NOON = "3/4/2023, 08:00:00", "3/4/2023, 12:00:00"
BEFORE_VERSION_2, AFTER_VERSION_2 = "9/4/2023, 23:59:59", "10/4/2023, 0:00:00"


def heads(*numbers: tuple[str, int]) -> tuple[DeclaredHeads, ...]:
    return tuple(
        DeclaredHeads(agency=agency, staff_type="official", heads=number, on=date(2023, 3, 1))
        for agency, number in numbers
    )


def people(number: int, **answers: str) -> list[Row]:
    return [signoff_row(f"ก{'ข' * (n + 1)}", MORNING, **answers) for n in range(number)]


def cell(summary: Summary, agency: str, notice: str, column: str) -> object:
    table = summary.completion.set_index(["agency_id", "notice_id"])
    return table.loc[(agency, notice), column]


def state(summary: Summary, agency: str = OFFICE) -> str:
    return str(summary.agencies.set_index("agency_id").loc[agency, "state"])


def test_u1_the_same_row_twice_is_one_accepted_and_one_superseded() -> None:
    row = signoff_row("สมมติ", MORNING)
    summary = signoffs(row, row)
    assert (summary.rows["accepted"], summary.rows["superseded"]) == (1, 1)
    assert cell(summary, OFFICE, "ethics", "acknowledged") == 1


def test_u2_of_two_answers_the_latest_counts() -> None:
    summary = signoffs(
        signoff_row("สมมติ", MORNING, position="ครู"), signoff_row("สมมติ", NOON, position="นิติกร")
    )
    assert (summary.rows["accepted"], summary.rows["superseded"]) == (1, 1)


def test_a_row_counts_as_long_as_one_of_its_acknowledgements_does() -> None:
    only_gift = {"ack__ethics": ""}
    only_ethics = {"ack__no-gift": ""}
    summary = signoffs(
        signoff_row("สมมติ", MORNING, **only_gift), signoff_row("สมมติ", NOON, **only_ethics)
    )
    assert (summary.rows["accepted"], summary.rows["superseded"]) == (2, 0)
    assert summary.agencies["acknowledged_all"].sum() == 1


def test_asking_for_clarification_never_withdraws_an_acknowledgement() -> None:
    asks = {"ack__no-gift": CLARIFY.text, "ack__ethics": CLARIFY.text}
    summary = signoffs(signoff_row("สมมติ", MORNING), signoff_row("สมมติ", NOON, **asks))
    assert cell(summary, OFFICE, "ethics", "acknowledged") == 1
    assert summary.rows["accepted"] == 2


def test_a_material_change_outdates_and_a_minor_one_does_not() -> None:
    summary = signoffs(signoff_row("สมมติ", BEFORE_VERSION_2), signoff_row("ทดลอง", AFTER_VERSION_2))
    assert cell(summary, OFFICE, "no-gift", "acknowledged") == 1
    assert cell(summary, OFFICE, "no-gift", "outdated") == 1
    assert cell(summary, OFFICE, "ethics", "acknowledged") == 2
    assert cell(summary, OFFICE, "ethics", "outdated") == 0


def test_a_new_version_outdates_nobody_before_the_data_reach_it() -> None:
    summary = signoffs(signoff_row("สมมติ", BEFORE_VERSION_2))
    assert cell(summary, OFFICE, "no-gift", "acknowledged") == 1


def test_d20_the_closing_day_itself_is_on_time() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "30/4/2023, 23:59:59"), signoff_row("ทดลอง", "1/5/2023, 0:00:00")
    )
    assert cell(summary, OFFICE, "ethics", "acknowledged") == 2
    assert cell(summary, OFFICE, "ethics", "late") == 1


def test_d20_the_day_is_decided_in_the_campaign_s_zone() -> None:
    summary = signoffs(signoff_row("สมมติ", "2023/04/30 5:00:00 PM GMT+0"))
    assert cell(summary, OFFICE, "ethics", "late") == 1


def test_who_signed_in_time_and_again_late_is_not_late() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "30/4/2023, 12:00:00"), signoff_row("สมมติ", "2/5/2023, 12:00:00")
    )
    assert cell(summary, OFFICE, "ethics", "late") == 0


def test_d18_before_the_opening_counts_and_is_listed() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "31/3/2023, 23:59:59"), signoff_row("ทดลอง", "1/4/2023, 0:00:00")
    )
    assert cell(summary, OFFICE, "ethics", "acknowledged") == 2
    assert summary.review["person"].to_list() == ["สมมติ ใจดี"]
    assert summary.review["reason_id"].to_list() == ["early"]


def test_staff_types_not_counted_enter_neither_side_and_are_shown_apart() -> None:
    contractor = {"staff_type": "จ้างเหมาบริการ"}
    declared = (
        *heads((OFFICE, 2)),
        DeclaredHeads(agency=OFFICE, staff_type="contractor", heads=9, on=date(2023, 3, 1)),
    )
    summary = signoffs(
        signoff_row("สมมติ", MORNING),
        signoff_row("ทดลอง", MORNING, **contractor),
        headcount=declared,
    )
    assert cell(summary, OFFICE, "ethics", "acknowledged") == 1
    assert cell(summary, OFFICE, "ethics", "headcount") == 2
    shown = summary.staff_types.set_index("staff_type")["signers"]
    assert shown["contractor"] == 1


def test_a_later_answer_under_another_staff_type_takes_nobody_out() -> None:
    summary = signoffs(
        signoff_row("สมมติ", MORNING), signoff_row("สมมติ", NOON, staff_type=STAFF_TYPES[2].name)
    )
    assert cell(summary, OFFICE, "ethics", "acknowledged") == 1


def test_the_latest_declaration_of_a_staff_type_wins() -> None:
    newer = DeclaredHeads(agency=OFFICE, staff_type="official", heads=7, on=date(2023, 4, 1))
    for order in ((*heads((OFFICE, 4)), newer), (newer, *heads((OFFICE, 4)))):
        summary = signoffs(signoff_row("สมมติ", MORNING), headcount=order)
        assert cell(summary, OFFICE, "ethics", "headcount") == 7


def test_an_undeclared_agency_has_no_percentage_and_its_signers_stand_apart() -> None:
    summary = signoffs(*people(3), headcount=())
    assert state(summary) == "undeclared"
    assert math.isnan(float(str(cell(summary, OFFICE, "ethics", "percent"))))
    assert summary.whole == {
        "headcount": 0, "acknowledged_all": 0, "acknowledged_undeclared": 3,
        "percent": None, "agencies": 3, "agencies_complete": 0,
    }  # fmt: skip


def test_states_on_both_sides_of_complete() -> None:
    declared = heads((OFFICE, 3))
    assert state(signoffs(headcount=declared)) == "not_started"
    assert state(signoffs(*people(2), headcount=declared)) == "in_progress"
    assert state(signoffs(*people(3), headcount=declared)) == "complete"
    assert state(signoffs(*people(4), headcount=declared)) == "over"


def test_more_than_declared_is_shown_as_such_and_counts_at_most_its_heads() -> None:
    summary = signoffs(*people(6), headcount=heads((OFFICE, 5), ("public-health", 5)))
    assert cell(summary, OFFICE, "ethics", "percent") == 120.0
    assert (summary.whole["acknowledged_all"], summary.whole["headcount"]) == (5, 10)
    assert summary.whole["percent"] == 50.0
    assert summary.whole["agencies_complete"] == 0
    assert "over_declared" in set(summary.review["reason_id"])


def test_the_whole_is_weighted_by_heads_and_never_an_average_of_averages() -> None:
    rows = [*people(1), *people(1, agency="สสจ.")]
    summary = signoffs(*rows, headcount=heads((OFFICE, 1), ("public-health", 99)))
    assert summary.whole["percent"] == 2.0


def roster(*people: dict[str, object]) -> tuple[RosterPerson, ...]:
    usual = {"agency": OFFICE, "last_name": "ใจดี", "staff_type": "official"}
    return tuple(RosterPerson.model_validate(usual | person) for person in people)


def test_a_roster_goes_before_declared_heads_and_names_who_is_missing() -> None:
    summary = signoffs(
        signoff_row("นายสมมติ", MORNING),
        people=roster({"first_name": "สมมติ"}, {"first_name": "ทดลอง"}),
    )
    assert cell(summary, OFFICE, "ethics", "headcount") == 2
    assert cell(summary, OFFICE, "ethics", "basis") == "roster"
    missing = summary.missing[summary.missing["agency_id"] == OFFICE]
    assert missing["person"].unique().tolist() == ["ทดลอง ใจดี"]


def test_who_is_on_no_roster_is_listed_and_not_counted() -> None:
    summary = signoffs(signoff_row("คนอื่น", MORNING), people=roster({"first_name": "สมมติ"}))
    assert cell(summary, OFFICE, "ethics", "acknowledged") == 0
    assert summary.review["reason_id"].to_list() == ["off_roster"]


def test_an_exempt_person_leaves_the_roster_unless_they_signed() -> None:
    exempt = {"exempt": "ลาศึกษา", "exempt_until": date(2023, 4, 3)}
    listed = roster({"first_name": "สมมติ", **exempt}, {"first_name": "ทดลอง"})
    without = signoffs(signoff_row("ทดลอง", MORNING), people=listed)
    signed = signoffs(signoff_row("ทดลอง", MORNING), signoff_row("สมมติ", MORNING), people=listed)
    afterwards = signoffs(signoff_row("ทดลอง", "4/4/2023, 08:00:00"), people=listed)
    assert cell(without, OFFICE, "ethics", "headcount") == 1
    assert cell(signed, OFFICE, "ethics", "headcount") == 2
    assert cell(signed, OFFICE, "ethics", "acknowledged") == 2
    assert cell(afterwards, OFFICE, "ethics", "headcount") == 2


def test_who_retires_is_out_from_that_day_and_who_joins_is_in_on_it() -> None:
    listed = roster(
        {"first_name": "ทดลอง"},
        {"first_name": "เกษียณ", "left": date(2023, 4, 3)},
        {"first_name": "อยู่ต่อ", "left": date(2023, 4, 4)},
        {"first_name": "มาใหม่", "joined": date(2023, 4, 3)},
        {"first_name": "ยังไม่มา", "joined": date(2023, 4, 4)},
    )
    summary = signoffs(signoff_row("ทดลอง", MORNING), people=listed)
    assert cell(summary, OFFICE, "ethics", "headcount") == 3


def test_s11_no_answer_at_all_is_a_report_too() -> None:
    summary = summed(stored("signoff", []), stored("coi", []))
    assert summary.as_of is None
    assert summary.rows["read"] == 0
    assert summary.respondents is None
    assert len(summary.completion) == 6


def test_what_is_missing_adds_up_to_the_heads() -> None:
    summary = signoffs(
        signoff_row("สมมติ", MORNING, ack__ethics=""), *people(2), headcount=heads((OFFICE, 5))
    )
    per_notice = summary.missing.groupby("notice_id")["missing"].sum()
    assert per_notice.to_dict() == {"ethics": 3, "no-gift": 2}


def test_where_everybody_declared_has_signed_nothing_is_missing() -> None:
    assert signoffs(*people(2), headcount=heads((OFFICE, 2))).missing.empty
    assert signoffs(headcount=()).missing.empty
