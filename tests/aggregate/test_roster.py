"""Rosters: dates on both sides, exemptions, namesakes, moves; each person at most once."""

from __future__ import annotations

from datetime import date

import pytest
from builders import CLARIFY, signoff_row
from stored import Row, signoffs

from config.campaign import Decision, RosterPerson

OFFICE, HEALTH = "provincial-office", "public-health"
MORNING = "3/4/2023, 08:00:00"
TODAY, TOMORROW, YESTERDAY = date(2023, 4, 3), date(2023, 4, 4), date(2023, 4, 2)


def person(first: str, **more) -> RosterPerson:
    usual = {"agency": OFFICE, "last_name": "ใจดี", "staff_type": "official"}
    return RosterPerson.model_validate(usual | {"first_name": first} | more)


def figures(rows: list[Row], *people: RosterPerson, **campaign):
    return signoffs(*rows, people=people, **campaign)


def of_ethics(summary, agency: str = OFFICE) -> tuple[int, int]:
    """Return how many acknowledged, of how many."""
    rows = summary.completion.set_index(["agency_id", "notice_id"])
    cell = rows.loc[(agency, "ethics")]
    return int(cell["acknowledged"]), int(cell["headcount"])


def lacking_ethics(summary, agency: str):
    rows = summary.missing
    return rows[(rows["agency_id"] == agency) & (rows["notice_id"] == "ethics")]


def states(summary, agency: str = OFFICE) -> dict[str, str]:
    rows = lacking_ethics(summary, agency)
    return dict(zip(rows["person"], rows["state"], strict=True))


def owed(summary, agency: str = OFFICE) -> int:
    return int(lacking_ethics(summary, agency)["missing"].sum())


SIGNED = [signoff_row("สมมติ", MORNING)]
MISSING, LEFT = "ยังไม่รับทราบ", "พ้นจากหน่วยงาน"


@pytest.mark.parametrize(
    ("dates", "heads", "state"),
    [
        ({"joined": TODAY}, 2, {"ทดลอง ใจดี": MISSING}),
        ({"joined": TOMORROW}, 1, {}),
        ({"left": TODAY}, 1, {"ทดลอง ใจดี": LEFT}),
        ({"left": TOMORROW}, 2, {"ทดลอง ใจดี": MISSING}),
        ({"joined": TODAY, "left": TOMORROW}, 2, {"ทดลอง ใจดี": MISSING}),
        (
            {"exempt": "ลาศึกษา", "exempt_until": TODAY},
            1,
            {"ทดลอง ใจดี": "ได้รับยกเว้น (ลาศึกษา–ถึงวันที่ 3 เม.ย. 2566)"},
        ),
        ({"exempt": "ลาศึกษา", "exempt_until": YESTERDAY}, 2, {"ทดลอง ใจดี": MISSING}),
        ({"exempt": "ลาศึกษา"}, 1, {"ทดลอง ใจดี": "ได้รับยกเว้น (ลาศึกษา)"}),
    ],
)
def test_each_date_counts_from_its_own_day(dates, heads, state) -> None:
    summary = figures(SIGNED, person("สมมติ"), person("ทดลอง", **dates))
    assert of_ethics(summary) == (1, heads)
    assert states(summary) == state
    assert owed(summary) == heads - 1


def test_who_signed_and_left_is_out_on_both_sides_from_that_day() -> None:
    listed = [person("ทดลอง"), person("สมมติ", left=TODAY)]
    assert of_ethics(figures(SIGNED, *listed)) == (0, 1)
    listed[1] = person("สมมติ", left=TOMORROW)
    assert of_ethics(figures(SIGNED, *listed)) == (1, 2)


def test_who_left_is_named_by_the_roster_and_no_doubt() -> None:
    assert figures(SIGNED, person("ทดลอง"), person("สมมติ", left=TODAY)).review.empty


def test_exempt_but_signed_counts_once() -> None:
    listed = [person("สมมติ", exempt="ลาศึกษา"), person("ทดลอง")]
    summary = figures([*SIGNED, signoff_row("สมมติ", "3/4/2023, 09:00:00")], *listed)
    assert of_ethics(summary) == (1, 2)
    assert summary.agencies["signers"].sum() == 1


def test_to_ask_for_clarification_is_not_to_sign() -> None:
    asks = {"ack__no-gift": CLARIFY.text, "ack__ethics": CLARIFY.text}
    rows = [signoff_row("ทดลอง", MORNING), signoff_row("สมมติ", MORNING, **asks)]
    exempt = figures(rows, person("สมมติ", exempt="ลาศึกษา"), person("ทดลอง"))
    assert of_ethics(exempt) == (1, 1)
    assert states(exempt) == {"สมมติ ใจดี": "ได้รับยกเว้น (ลาศึกษา)"}
    there = figures(rows, person("สมมติ"), person("ทดลอง"))
    assert of_ethics(there) == (1, 2)
    assert states(there) == {"สมมติ ใจดี": "ขอให้ชี้แจงเพิ่มเติม"}


def test_namesakes_are_told_apart_by_what_differs_least() -> None:
    clerk, driver = person("สมมติ", position="ธุรการ"), person("สมมติ", position="พนักงานขับรถ")
    by_driver = [signoff_row("สมมติ", MORNING, position="พนักงานขับรถ")]
    assert of_ethics(figures(by_driver, clerk, driver)) == (1, 2)
    gone = driver.model_copy(update={"left": TODAY})
    for order in ((clerk, gone), (gone, clerk)):
        assert of_ethics(figures(by_driver, *order)) == (0, 1)
    two = [
        signoff_row("สมมติ", MORNING, position="พนักงานขับรถ", email="a@example.com"),
        signoff_row("สมมติ", MORNING, position="ธุรการ", email="b@example.com"),
    ]
    assert of_ethics(figures(two, clerk, driver)) == (2, 2)
    assert of_ethics(figures(two, clerk, gone)) == (1, 1)
    one_listed = figures(two, clerk)
    assert of_ethics(one_listed) == (1, 1)
    assert one_listed.review["reason_id"].to_list() == ["off_roster"]


def test_a_namesake_who_is_there_goes_before_one_who_left() -> None:
    for order in ((0, 1), (1, 0)):
        listed = [person("สมมติ", left=TODAY), person("สมมติ")]
        assert of_ethics(figures(SIGNED, *(listed[place] for place in order))) == (1, 1)


def test_the_roster_says_which_staff_type_a_person_is() -> None:
    contractor = figures(SIGNED, person("สมมติ", staff_type="contractor"), person("ทดลอง"))
    assert of_ethics(contractor) == (0, 1)
    assert contractor.review.empty
    official = figures([signoff_row("สมมติ", MORNING, staff_type="จ้างเหมาบริการ")], person("สมมติ"))
    assert of_ethics(official) == (1, 1)
    shown = official.staff_types.set_index("staff_type")["signers"]
    assert shown.sum() == 1
    assert shown["official"] == 1


def test_a_roster_without_anybody_as_yet_is_not_an_undeclared_agency() -> None:
    summary = figures(
        [signoff_row("ทดลอง", MORNING, agency="สสจ.")], person("สมมติ", joined=TOMORROW)
    )
    agency = summary.agencies.set_index("agency_id").loc[OFFICE]
    assert (agency["basis"], agency["headcount"], agency["state"]) == ("roster", 0, "not_started")
    assert summary.whole["headcount"] == 20


def moved(**more) -> Decision:
    return Decision(
        agency=OFFICE, name="สมมติ ใจดี", decision="works_in", other_agency=HEALTH,
        on=TODAY, by="ก", reason="ข", **more,
    )  # fmt: skip


def test_who_moves_leaves_one_roster_and_is_on_the_other() -> None:
    here = [person("สมมติ"), person("ทดลอง")]
    there = [person("น้ำใส", agency=HEALTH)]
    for listed in ([*here, *there], [*here, *there, person("สมมติ", agency=HEALTH)]):
        summary = figures(SIGNED, *listed, decisions=(moved(),))
        assert of_ethics(summary) == (0, 1)
        assert of_ethics(summary, HEALTH) == (1, 2)
        assert states(summary) == {"สมมติ ใจดี": LEFT, "ทดลอง ใจดี": MISSING}
        assert summary.review.empty


def test_who_moves_from_no_roster_to_one_is_on_it() -> None:
    summary = figures(SIGNED, person("น้ำใส", agency=HEALTH), decisions=(moved(),))
    assert of_ethics(summary, HEALTH) == (1, 2)
    assert of_ethics(summary) == (0, 5)


def test_who_moves_from_a_roster_to_declared_heads_leaves_these_as_declared() -> None:
    summary = figures(SIGNED, person("สมมติ"), person("ทดลอง"), decisions=(moved(),))
    assert of_ethics(summary) == (0, 1)
    assert of_ethics(summary, HEALTH) == (1, 20)


def decline(name: str, agency: str = OFFICE) -> Decision:
    return Decision(agency=agency, name=name, decision="declined", on=TODAY, by="ก", reason="ข")


def test_who_declines_stays_in_the_count_and_is_named() -> None:
    listed = [person("สมมติ"), person("ทดลอง")]
    summary = figures(SIGNED, *listed, decisions=(decline("นายทดลอง ใจดี"),))
    assert of_ethics(summary) == (1, 2)
    assert states(summary) == {"ทดลอง ใจดี": "ไม่ประสงค์ลงนาม"}
    assert owed(summary) == 1


def test_who_declines_without_a_roster_is_one_of_the_declared_heads() -> None:
    summary = figures(SIGNED, decisions=(decline("นายทดลอง ใจดี"),))
    assert of_ethics(summary) == (1, 5)
    assert states(summary) == {"นายทดลอง ใจดี": "ไม่ประสงค์ลงนาม", "": MISSING}
    assert owed(summary) == 4


def test_of_whom_an_answer_is_set_aside_is_to_be_looked_at() -> None:
    rows = [*SIGNED, signoff_row("ทดลอง", MORNING, confirm="")]
    assert states(figures(rows, person("สมมติ"), person("ทดลอง"))) == {"ทดลอง ใจดี": "รอตรวจสอบ"}


def test_the_closing_day_is_past_from_the_day_after_it() -> None:
    listed = [person("สมมติ"), person("ทดลอง")]
    on_it = figures([signoff_row("สมมติ", "30/4/2023, 23:59:59")], *listed)
    after = figures([signoff_row("สมมติ", "1/5/2023, 0:00:00")], *listed)
    assert states(on_it) == {"ทดลอง ใจดี": MISSING}
    assert states(after) == {"ทดลอง ใจดี": "ยังไม่รับทราบ (พ้นกำหนด)"}
