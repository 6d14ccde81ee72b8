"""Which agencies are behind, since when, and whom to call first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from builders import signoff_row
from stored import signoffs

from config.campaign import DeclaredHeads

if TYPE_CHECKING:
    from aggregate import Summary

OFFICE, HEALTH, SKILLS = "provincial-office", "public-health", "skills"
NAMES = {
    OFFICE: "สำนักงานจังหวัดเชียงราย",
    HEALTH: "สำนักงานสาธารณสุขจังหวัดเชียงราย",
    SKILLS: "สำนักงานพัฒนาฝีมือแรงงานเชียงราย",
}


def heads(**numbers: int) -> tuple[DeclaredHeads, ...]:
    return tuple(
        DeclaredHeads(agency=agency, staff_type="official", heads=number, on=date(2023, 3, 1))
        for agency, number in zip((OFFICE, HEALTH, SKILLS), numbers.values(), strict=False)
    )


def row(summary: Summary, agency_id: str) -> dict[str, object]:
    return summary.behind.set_index("agency_id").loc[agency_id].to_dict()


def order(summary: Summary) -> list[str]:
    return summary.behind["agency_id"].to_list()


def test_an_agency_that_is_complete_is_not_behind() -> None:
    summary = signoffs(signoff_row("สมมติ", "3/4/2023, 08:00:00"), headcount=heads(office=1))
    assert OFFICE not in order(summary)


def test_what_is_missing_and_since_when_nothing_has_come() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "3/4/2023, 08:00:00"),
        signoff_row("ทดลอง", "5/4/2023, 08:00:00", ack__ethics=""),
        signoff_row("น้ำใส", "9/4/2023, 08:00:00", agency="สสจ."),
    )
    office = row(summary, OFFICE)  # five heads
    assert (office["missing"], office["percent"], office["signers"]) == (4, 20.0, 2)
    assert (office["last_new"], office["quiet_days"]) == (date(2023, 4, 5), 4)
    owed = summary.owed.set_index(["agency_id", "notice_id"])["owed"]
    assert (owed[OFFICE, "no-gift"], owed[OFFICE, "ethics"]) == (3, 4)


def test_signing_again_is_nothing_new() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "3/4/2023, 08:00:00"), signoff_row("สมมติ", "8/4/2023, 08:00:00")
    )
    assert row(summary, OFFICE)["last_new"] == date(2023, 4, 3)


def test_a_sign_off_since_outdated_was_new_once() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "3/4/2023, 08:00:00", ack__ethics=""),
        signoff_row("น้ำใส", "12/4/2023, 08:00:00", agency="สสจ."),
    )
    assert row(summary, OFFICE)["last_new"] == date(2023, 4, 3)
    assert row(summary, OFFICE)["signers"] == 1


@pytest.mark.parametrize(("newest", "quiet"), [("9", (6, False)), ("10", (7, True))])
def test_an_agency_stands_still_after_seven_days_of_silence(
    newest: str, quiet: tuple[int, bool]
) -> None:
    summary = signoffs(
        signoff_row("สมมติ", "3/4/2023, 08:00:00", **{"ack__no-gift": ""}),
        signoff_row("น้ำใส", f"{newest}/4/2023, 08:00:00", agency="สสจ."),
    )
    assert (row(summary, OFFICE)["quiet_days"], row(summary, OFFICE)["stalled"]) == quiet


def test_where_nobody_ever_signed_the_silence_began_at_the_opening() -> None:
    summary = signoffs(signoff_row("สมมติ", "9/4/2023, 08:00:00"))
    health = row(summary, HEALTH)
    assert health["state"] == "not_started"
    assert health["last_new"] is None
    assert (health["quiet_days"], health["stalled"]) == (8, True)


def test_before_the_opening_nobody_is_silent() -> None:
    summary = signoffs(signoff_row("สมมติ", "20/3/2023, 08:00:00"))
    assert (row(summary, HEALTH)["quiet_days"], row(summary, HEALTH)["stalled"]) == (0, False)


@pytest.mark.parametrize(
    ("newest", "left"),
    [("29/4/2023, 23:59:59", 1), ("30/4/2023, 0:00:00", 0), ("30/4/2023, 23:59:59", 0),
     ("1/5/2023, 0:00:00", -1)],
)  # fmt: skip
def test_the_days_to_the_deadline_are_counted_in_the_data_s_own_time(
    newest: str, left: int
) -> None:
    summary = signoffs(signoff_row("สมมติ", newest))
    assert set(summary.behind["days_left"]) == {left}


def test_before_the_first_answer_there_is_no_day_to_count_from() -> None:
    summary = signoffs()
    assert order(summary) == [HEALTH, OFFICE, SKILLS]
    assert summary.behind["days_left"].isna().all()
    assert summary.behind["quiet_days"].isna().all()
    assert not summary.behind["stalled"].any()


def test_most_missing_people_are_called_first() -> None:
    rows = [signoff_row("สมมติ", "3/4/2023, 08:00:00")]
    assert order(signoffs(*rows, headcount=heads(office=10, health=7, skills=8))) == [
        OFFICE, SKILLS, HEALTH,
    ]  # fmt: skip


def test_of_as_many_missing_the_one_silent_for_longer_is_called_first() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "8/4/2023, 08:00:00"),
        signoff_row("ทดลอง", "4/4/2023, 08:00:00", agency=NAMES[SKILLS]),
        headcount=heads(office=4, health=3, skills=4),
    )
    assert order(summary) == [HEALTH, SKILLS, OFFICE]  # three missing in each


def test_too_many_signers_come_after_and_the_undeclared_last() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "3/4/2023, 08:00:00"),
        signoff_row("ทดลอง", "3/4/2023, 08:00:00", ack__ethics=""),
        signoff_row("น้ำใส", "3/4/2023, 08:00:00", agency=NAMES[SKILLS]),
        headcount=heads(office=1, health=2),
    )
    assert order(summary) == [HEALTH, OFFICE, SKILLS]
    assert row(summary, OFFICE)["state"] == "over"
    assert row(summary, OFFICE)["missing"] == 0  # of one declared, one has signed all
    assert row(summary, SKILLS)["state"] == "undeclared"
    assert pd.isna(row(summary, SKILLS)["missing"])


def test_what_is_owed_is_the_sum_of_the_list_of_what_is_missing() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "3/4/2023, 08:00:00"),
        signoff_row("ทดลอง", "3/4/2023, 08:00:00", agency=NAMES[SKILLS], ack__ethics=""),
    )
    assert list(summary.owed.itertuples(index=False, name=None)) == [
        (OFFICE, "ethics", 4), (OFFICE, "no-gift", 4),
        (HEALTH, "ethics", 20), (HEALTH, "no-gift", 20),
        (SKILLS, "ethics", 1),  # declared no number: at least what a known person lacks
    ]  # fmt: skip
    assert summary.owed["owed"].sum() == summary.missing["missing"].sum()
