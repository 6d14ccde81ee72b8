"""Day by day: who completed all notices and who assessed themselves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from builders import coi_row, signoff_row
from stored import signoffs, stored, summed

if TYPE_CHECKING:
    from aggregate import Summary

OFFICE = "provincial-office"


def days_of(summary: Summary, agency_id: str = "") -> list[tuple[date | None, int, int, int]]:
    rows = summary.timeline[summary.timeline["agency_id"] == agency_id]
    columns = ["day", "completed", "completed_so_far", "assessed"]
    return list(rows[columns].itertuples(index=False, name=None))


def april(day: int) -> date:
    return date(2023, 4, day)


def test_every_day_from_the_opening_to_the_newest_answer_has_a_line() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "1/4/2023, 08:00:00"),
        signoff_row("ทดลอง", "3/4/2023, 08:00:00"),
        signoff_row("น้ำใส", "3/4/2023, 09:00:00", agency="สสจ."),
    )
    assert days_of(summary) == [
        (None, 0, 0, 0),
        (april(1), 1, 1, 0),
        (april(2), 0, 1, 0),  # a day without answers
        (april(3), 2, 3, 0),
    ]
    assert days_of(summary, OFFICE) == [
        (None, 0, 0, 0), (april(1), 1, 1, 0), (april(2), 0, 1, 0), (april(3), 1, 2, 0),
    ]  # fmt: skip
    assert days_of(summary, "skills")[-1] == (april(3), 0, 0, 0)


def test_what_came_before_the_opening_is_one_line_and_part_of_the_sum() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "20/3/2023, 08:00:00"),
        signoff_row("ทดลอง", "31/3/2023, 23:59:59"),
        signoff_row("น้ำใส", "1/4/2023, 0:00:00"),
    )
    assert days_of(summary) == [(None, 2, 2, 0), (april(1), 1, 3, 0)]


def test_when_all_came_before_the_opening_there_is_only_that_line() -> None:
    summary = signoffs(signoff_row("สมมติ", "20/3/2023, 08:00:00"))
    assert days_of(summary) == [(None, 1, 1, 0)]


def test_before_the_first_answer_there_is_no_line() -> None:
    assert signoffs().timeline.empty


def test_a_person_completes_on_the_day_of_the_last_missing_notice() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "2/4/2023, 08:00:00", ack__ethics=""),
        signoff_row("สมมติ", "4/4/2023, 08:00:00", **{"ack__no-gift": ""}),
        signoff_row("ทดลอง", "4/4/2023, 08:00:00", ack__ethics=""),
    )
    assert days_of(summary)[-1] == (april(4), 1, 1, 0)


def test_signing_again_moves_nobody_to_a_later_day() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "2/4/2023, 08:00:00"), signoff_row("สมมติ", "5/4/2023, 08:00:00")
    )
    assert days_of(summary)[1:] == [
        (april(1), 0, 0, 0), (april(2), 1, 1, 0), (april(3), 0, 1, 0), (april(4), 0, 1, 0),
        (april(5), 0, 1, 0),
    ]  # fmt: skip


def test_after_a_material_change_the_day_is_that_of_the_new_version() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "2/4/2023, 08:00:00"), signoff_row("สมมติ", "11/4/2023, 08:00:00")
    )
    assert days_of(summary)[-2:] == [(april(10), 0, 0, 0), (april(11), 1, 1, 0)]


def test_the_day_is_that_of_the_campaign_s_zone() -> None:
    summary = signoffs(signoff_row("สมมติ", "2023/04/01 5:00:00 PM GMT+0"))
    assert days_of(summary)[-1] == (april(2), 1, 1, 0)


def test_self_assessments_stand_on_the_day_they_were_sent() -> None:
    summary = summed(
        stored("signoff", [signoff_row("สมมติ", "1/4/2023, 08:00:00")]),
        stored(
            "coi",
            [
                coi_row("สสจ.", "31/3/2023, 12:00:00"),
                coi_row("สสจ.", "2/4/2023, 12:00:00"),
                coi_row("สำนักงานจังหวัด", "2/4/2023, 23:59:59"),
            ],
        ),
    )
    assert days_of(summary) == [(None, 0, 0, 1), (april(1), 1, 1, 0), (april(2), 0, 1, 2)]
    assert days_of(summary, "public-health") == [
        (None, 0, 0, 1), (april(1), 0, 0, 0), (april(2), 0, 0, 1),
    ]  # fmt: skip


def test_who_is_not_counted_is_not_in_it() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "1/4/2023, 08:00:00", staff_type="จ้างเหมาบริการ"),
        signoff_row("ทดลอง", "1/4/2023, 08:00:00"),
    )
    assert days_of(summary)[-1] == (april(1), 1, 1, 0)


def test_the_last_sums_are_the_agencies_own() -> None:
    rows = [signoff_row(f"ก{'ข' * n}", f"{n % 9 + 1}/4/2023, 08:00:00") for n in range(1, 9)]
    summary = signoffs(*rows, signoff_row("น้ำใส", "5/4/2023, 08:00:00", agency="สสจ."))
    last = summary.timeline.groupby("agency_id")["completed_so_far"].last()
    agencies = summary.agencies.set_index("agency_id")["acknowledged_all"]
    assert last[agencies.index].to_list() == agencies.to_list() == [8, 1, 0]
    assert last[""] == 9
