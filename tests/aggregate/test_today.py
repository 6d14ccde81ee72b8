"""The counts of Monday's sentence."""

from __future__ import annotations

from datetime import date

from builders import signoff_row
from stored import signoffs

from config.campaign import DeclaredHeads

HEALTH, SKILLS = "สสจ.", "สำนักงานพัฒนาฝีมือแรงงานเชียงราย"


def declared(**heads: int) -> tuple[DeclaredHeads, ...]:
    return tuple(
        DeclaredHeads(
            agency=agency.replace("_", "-"), staff_type="official", heads=n, on=date(2023, 3, 1)
        )
        for agency, n in heads.items()
    )


def test_agencies_are_counted_by_what_the_office_asks_of_them() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "3/4/2023, 08:00:00"),
        signoff_row("ทดลอง", "20/4/2023, 08:00:00", agency=SKILLS),
        headcount=declared(provincial_office=3, public_health=7),
    )
    today = summary.today
    assert (today["behind"], today["stalled"], today["not_started"]) == (2, 2, 1)
    assert (today["over"], today["undeclared"]) == (0, 1)
    assert today["days_left"] == 10


def test_an_agency_with_too_many_signers_is_asked_and_not_chased() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "3/4/2023, 08:00:00"),
        signoff_row("ทดลอง", "3/4/2023, 08:00:00"),
        headcount=declared(provincial_office=1),
    )
    assert (summary.today["behind"], summary.today["over"]) == (0, 1)


def test_the_missing_are_what_the_headline_lacks() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "3/4/2023, 08:00:00"),
        *[signoff_row(name, "3/4/2023, 08:00:00", agency=HEALTH) for name in ("ทดลอง", "น้ำใส")],
        headcount=declared(provincial_office=3, public_health=1),
    )
    assert summary.today["missing"] == 2
    assert summary.today["missing"] == (
        summary.whole["headcount"] - summary.whole["acknowledged_all"]
    )


def test_the_last_seven_days_end_with_the_newest_answer() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "13/4/2023, 23:59:59"),
        signoff_row("ทดลอง", "14/4/2023, 0:00:00"),
        signoff_row("น้ำใส", "20/4/2023, 08:00:00"),
    )
    assert (summary.today["completed_lately"], summary.today["lately_days"]) == (2, 7)


def test_what_came_before_the_opening_is_not_lately() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "31/3/2023, 23:59:59"), signoff_row("ทดลอง", "2/4/2023, 08:00:00")
    )
    assert (summary.today["completed_lately"], summary.today["lately_days"]) == (1, 2)


def test_rows_and_lines_that_wait_for_a_person() -> None:
    summary = signoffs(
        signoff_row("สมมติ", "31/3/2023, 08:00:00"),
        signoff_row("ทดลอง", "2/4/2023, 08:00:00", confirm=""),
    )
    assert (summary.today["set_aside"], summary.today["to_decide"]) == (1, 1)


def test_before_the_first_answer_there_is_no_day_and_nobody_stalls() -> None:
    today = signoffs(headcount=declared(provincial_office=3)).today
    assert (today["days_left"], today["stalled"], today["not_started"]) == (None, 0, 1)
    assert (today["completed_lately"], today["lately_days"]) == (0, 0)
