"""What the office has decided about people is replayed, and a decided doubt is listed no more."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from builders import signoff_row
from stored import Row, signoffs

from config import messages
from config.campaign import Decision, RosterPerson
from config.errors import CampaignMistakes

if TYPE_CHECKING:
    from aggregate import Summary

OFFICE, HEALTH, SKILLS = "provincial-office", "public-health", "skills"
MORNING, NOON = "3/4/2023, 08:00:00", "3/4/2023, 12:00:00"
AT_HEALTH, AT_SKILLS = "สสจ.เชียงราย", "สำนักงานพัฒนาฝีมือแรงงานเชียงราย"


def decide(decision: str, name: str = "นายสมมติ ใจดี", agency: str = OFFICE, **more) -> Decision:
    return Decision(
        agency=agency,
        name=name,
        decision=decision,
        on=date(2023, 5, 5),
        by="ผู้ตัดสิน",
        reason="สอบถามแล้ว",
        place="decisions.csv row 2",
        **more,
    )


def figures(rows: list[Row], *decisions: Decision, **campaign) -> Summary:
    return signoffs(*rows, decisions=decisions, headcount=(), **campaign)


def signers(summary: Summary) -> list[int]:
    return summary.agencies["signers"].to_list()


def doubts(summary: Summary) -> list[str]:
    return summary.review["reason_id"].to_list()


DOUBTFUL = [
    signoff_row("สมมติ", MORNING, email="a@example.com", position="ครู"),
    signoff_row("สมมติ", NOON, email="b@example.com", position="ครู"),
]
TWO_AGENCIES = [signoff_row("สมมติ", MORNING), signoff_row("สมมติ", NOON, agency=AT_HEALTH)]


def test_a_doubt_counts_once_until_it_is_decided_either_way() -> None:
    undecided = figures(DOUBTFUL)
    assert (signers(undecided), doubts(undecided)) == ([1, 0, 0], ["doubtful"])
    one = figures(DOUBTFUL, decide("same"))
    assert (signers(one), doubts(one)) == ([1, 0, 0], [])
    two = figures(DOUBTFUL, decide("different"))
    assert (signers(two), doubts(two)) == ([2, 0, 0], [])


def test_same_holds_also_for_rows_that_differ_in_both() -> None:
    rows = [*DOUBTFUL, signoff_row("สมมติ", NOON, email="c@example.com", position="นิติกร")]
    assert signers(figures(rows)) == [2, 0, 0]
    assert signers(figures(rows, decide("same"))) == [1, 0, 0]


def test_different_makes_nobody_of_a_row_that_gives_less() -> None:
    rows = [*DOUBTFUL, signoff_row("สมมติ", NOON, email="", position="ครู")]
    assert signers(figures(rows, decide("different"))) == [2, 0, 0]


def test_who_works_in_another_agency_alone_counts_there_once() -> None:
    summary = figures(TWO_AGENCIES, decide("works_in", other_agency=HEALTH))
    assert (signers(summary), doubts(summary)) == ([0, 1, 0], [])
    assert (summary.rows["accepted"], summary.rows["superseded"]) == (1, 1)


def test_the_sign_off_follows_a_transferred_person() -> None:
    summary = figures(TWO_AGENCIES[:1], decide("works_in", other_agency=HEALTH))
    assert signers(summary) == [0, 1, 0]
    cells = summary.completion.set_index(["agency_id", "notice_id"])["acknowledged"]
    assert cells[HEALTH, "ethics"] == 1
    assert cells[OFFICE, "ethics"] == 0


def test_who_moved_is_the_one_of_that_name_whatever_e_mail_and_position_say() -> None:
    there = signoff_row("สมมติ", NOON, agency=AT_HEALTH, email="b@example.com", position="นิติกร")
    here = signoff_row("สมมติ", MORNING, email="a@example.com", position="ครู")
    moved = decide("works_in", other_agency=HEALTH)
    assert signers(figures([here, there], moved)) == [0, 1, 0]
    nearer = signoff_row("สมมติ", NOON, agency=AT_HEALTH, email="a@example.com", position="ช่าง")
    both = figures([here, there, nearer], moved)
    assert signers(both) == [0, 2, 0]


def test_a_person_may_move_on() -> None:
    moves = [
        decide("works_in", other_agency=HEALTH),
        decide("works_in", agency=HEALTH, other_agency=SKILLS),
    ]
    for order in permutations(moves):
        assert signers(figures(TWO_AGENCIES, *order)) == [0, 0, 1]


def test_namesakes_in_two_agencies_are_two_and_a_third_is_still_a_doubt() -> None:
    apart = decide("different", agency=HEALTH, other_agency=OFFICE)
    two = figures(TWO_AGENCIES, apart)
    assert (signers(two), doubts(two)) == ([1, 1, 0], [])
    three = figures([*TWO_AGENCIES, signoff_row("สมมติ", NOON, agency=AT_SKILLS)], apart)
    listed = three.review[["agency_id", "other_agency_id"]].to_numpy().tolist()
    assert listed == [[OFFICE, SKILLS], [HEALTH, SKILLS], [SKILLS, OFFICE], [SKILLS, HEALTH]]


def test_two_names_of_one_person_are_one() -> None:
    rows = [signoff_row("สมมติ", MORNING), signoff_row("สมมุติ", NOON)]
    named = decide("same", "สมมุติ ใจดี", other_name="สมมติ ใจดี")
    assert signers(figures(rows, named)) == [1, 0, 0]
    moved = [named, decide("works_in", other_agency=HEALTH)]
    for order in permutations(moved):
        assert signers(figures(rows, *order)) == [0, 1, 0]


EARLY = [signoff_row("สมมติ", "31/3/2023, 08:00:00")]
MAILBOX = [signoff_row(f"สมมติ{n}", MORNING, email="office@example.com") for n in "กขค"]
ROSTER = (RosterPerson(agency=OFFICE, first_name="ทดลอง", last_name="ใจดี", staff_type="official"),)


@pytest.mark.parametrize(
    ("rows", "doubt", "name", "people"),
    [
        pytest.param(EARLY, "early", "สมมติ ใจดี", (), id="early"),
        pytest.param(MAILBOX, "shared_mailbox", "Office@example.com ", (), id="mailbox"),
        pytest.param(TWO_AGENCIES[:1], "off_roster", "สมมติ ใจดี", ROSTER, id="roster"),
    ],
)
def test_what_was_found_right_is_listed_no_more(rows, doubt, name, people) -> None:
    assert doubts(figures(rows, people=people)) == [doubt]
    confirmed = figures(rows, decide("confirmed", name, doubt=doubt), people=people)
    assert doubts(confirmed) == []
    assert signers(confirmed) == signers(figures(rows, people=people))


def test_a_list_of_doubts_gives_what_a_decision_needs() -> None:
    listed = figures([*TWO_AGENCIES, *EARLY, *MAILBOX]).review
    assert set(zip(listed["reason_id"], listed["agency_id"], listed["person"], strict=True)) == {
        ("early", OFFICE, "สมมติ ใจดี"),
        ("two_agencies", OFFICE, "สมมติ ใจดี"),
        ("two_agencies", HEALTH, "สมมติ ใจดี"),
        ("shared_mailbox", OFFICE, "office@example.com"),
    }


def mistake(rows: list[Row], decision: Decision, **campaign):
    messages.speak("en")
    try:
        with pytest.raises(CampaignMistakes) as caught:
            figures(rows, decision, **campaign)
    finally:
        messages.speak("th")
    (only,) = caught.value.mistakes
    return only


def test_a_decision_about_nobody_names_the_nearest_person_of_the_agency() -> None:
    found = mistake(TWO_AGENCIES, decide("same", "นายสมติ ใจดี"))
    assert found.place == "decisions.csv row 2"
    assert "นายสมติ ใจดี" in found.fault
    assert "สมมติ ใจดี" in found.remedy


def test_a_decision_about_somebody_of_another_agency_says_which() -> None:
    found = mistake(TWO_AGENCIES, decide("same", agency=SKILLS))
    assert OFFICE in found.remedy


@pytest.mark.parametrize(
    "decision",
    [
        decide("same", other_name="ไม่มี ตัวตน"),
        decide("different", other_agency=SKILLS),
        decide("confirmed", "nobody@example.com", doubt="shared_mailbox"),
    ],
)
def test_the_other_one_must_be_known_too(decision) -> None:
    assert mistake(TWO_AGENCIES, decision).place == "decisions.csv row 2"


def test_who_declines_must_be_on_the_roster_if_there_is_one() -> None:
    assert signers(figures(TWO_AGENCIES, decide("declined", "ทดลอง ใจดี"))) == [1, 1, 0]
    assert signers(figures(TWO_AGENCIES, decide("declined", "ทดลอง ใจดี"), people=ROSTER))
    assert mistake(TWO_AGENCIES, decide("declined", "ทดสอบ ใจดี"), people=ROSTER)
