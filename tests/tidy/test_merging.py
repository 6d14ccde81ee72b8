"""The same answers met twice are counted once, however they reach us (design.md §2, «Ledger»)."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from builders import coi_form, coi_row, headings, signoff_form, signoff_row, tiny_campaign
from readings import NOON
from recount import recount
from stored import stored, tidied

from aggregate import summarise
from collector import Ledger
from collector.collect import collect
from collector.stored import StoredTable
from collector.tidy import tidy

SHEET = "3/4/2023, 16:39:00"
FORM = "2023/04/03 4:39:00 หลังเที่ยง GMT+7"
A_SECOND_LATER = "2023/04/03 4:39:01 PM GMT+7"
TWO_SECONDS_LATER = "2023/04/03 4:39:02 PM GMT+7"


def read(*times: str, **answers: str) -> int:
    rows = [coi_row("สสจ.", time, **answers) for time in times]
    return len(tidied(stored("coi", rows)).assessments)


def test_sheet_and_download_of_one_answer_are_one() -> None:
    assert read(SHEET, FORM) == 1


def test_adjacent_seconds_in_two_notations_are_one_and_further_apart_are_two() -> None:
    assert read(SHEET, A_SECOND_LATER) == 1
    assert read(SHEET, TWO_SECONDS_LATER) == 2


def test_in_one_notation_every_row_is_an_answer() -> None:
    assert read(SHEET, SHEET) == 2
    assert read(SHEET, "3/4/2023, 16:39:01") == 2


def test_the_count_is_the_larger_of_the_two_readings() -> None:
    assert read(SHEET, SHEET, SHEET, FORM, FORM) == 3


def test_adjacent_seconds_pair_in_order() -> None:
    assert read(SHEET, "3/4/2023, 16:39:01", FORM, A_SECOND_LATER) == 2


def test_other_answers_at_the_same_second_are_another_person() -> None:
    rows = [coi_row("สสจ.", SHEET), coi_row("สสจ.", FORM, events="เคยพบ")]
    assert len(tidied(stored("coi", rows)).assessments) == 2


def test_a_file_saved_again_without_its_invisible_characters_adds_nothing() -> None:
    rows = [coi_row("สสจ.", SHEET, events="เคย\u200bพบ"), coi_row("สสจ.", SHEET, events="เคยพบ")]
    assert len(tidied(stored("coi", rows)).assessments) == 1


def test_columns_in_another_order_are_the_same_answers() -> None:
    header, row = headings(coi_form()), coi_row("สสจ.", SHEET)
    turned = stored("coi", [tuple(reversed(row))], header=tuple(reversed(header)))
    assert len(tidied(stored("coi", [row]), turned).assessments) == 1


def test_zeros_that_a_sheet_eats_do_not_make_another_answer() -> None:
    rows = [signoff_row("สมมติ", SHEET, group="007"), signoff_row("สมมติ", FORM, group="7")]
    assert len(tidied(stored("signoff", rows)).signoffs) == 1


def test_what_a_live_sheet_has_changed_is_superseded_in_every_stream() -> None:
    old, new = signoff_row("สมมติ", SHEET), signoff_row("สมมติ", SHEET, agency="สสจ.")
    live = stored("signoff", [old, new], source="sheet", states=["replaced", "standing"])
    inbox = stored("signoff", [signoff_row("สมมติ", FORM)])
    responses = tidied(live, inbox)
    assert sorted(responses.signoffs["replaced"]) == [False, True]
    assert responses.rows_read["signoff"] == 2


REWORDED = tuple("Timestamp" if text == "ประทับเวลา" else text for text in headings(signoff_form()))


def live(*wordings: tuple[int, tuple[str, ...], str], header: tuple[str, ...]) -> StoredTable:
    """Return what a live sheet held under one heading row: (response, cells, state)."""
    return StoredTable(
        form="signoff",
        source="sheet",
        header=header,
        rows=[cells for _, cells, _ in wordings],
        response_ids=[response for response, _, _ in wordings],
        origins=["sheet"] * len(wordings),
        row_numbers=[response + 1 for response, _, _ in wordings],
        states=[state for _, _, state in wordings],
    )


def test_a_reworded_heading_of_a_live_sheet_loses_no_answer() -> None:
    row = signoff_row("สมมติ", SHEET)
    responses = tidy(
        [
            live((1, row, "replaced"), header=headings(signoff_form())),
            live((1, row, "standing"), header=REWORDED),
        ],
        tiny_campaign(),
        NOON,
    )
    assert responses.signoffs["replaced"].to_list() == [False]
    assert responses.rows_read["signoff"] == 1


def test_an_answer_changed_and_changed_back_stands_once() -> None:
    first, other = signoff_row("สมมติ", SHEET), signoff_row("สมมติ", SHEET, position="ครู")
    responses = tidy(
        [
            live((1, first, "replaced"), (1, first, "standing"), header=headings(signoff_form())),
            live((1, other, "replaced"), header=REWORDED),
        ],
        tiny_campaign(),
        NOON,
    )
    stands = responses.signoffs.set_index("position")["replaced"]
    assert stands.to_dict() == {"นักวิชาการ": False, "ครู": True}


def test_two_people_who_stand_in_a_live_sheet_at_once_are_two_under_any_headings() -> None:
    row = signoff_row("สมมติ", SHEET)
    spelt = signoff_row("สม\u200bมติ", SHEET)
    under_old = live((1, row, "standing"), (2, spelt, "standing"), header=headings(signoff_form()))
    under_new = live((3, row, "standing"), header=REWORDED)
    responses = tidy([under_old, under_new], tiny_campaign(), NOON)
    assert responses.rows_read["signoff"] == 3
    assert not responses.signoffs["replaced"].any()


def test_what_another_response_of_the_sheet_changed_does_not_take_an_equal_one_with_it() -> None:
    row, other = signoff_row("สมมติ", SHEET), signoff_row("สมมติ", SHEET, position="ครู")
    responses = tidy(
        [
            live((1, row, "replaced"), header=headings(signoff_form())),
            live((1, other, "standing"), (2, row, "standing"), header=REWORDED),
        ],
        tiny_campaign(),
        NOON,
    )
    assert sorted(responses.signoffs["replaced"]) == [False, False, True]


@pytest.mark.parametrize("times", [1, 2])
def test_two_spellings_at_one_second_of_one_reading_are_met_as_often_as_the_commoner(
    tmp_path, times: int
) -> None:
    """The same file, and the same saved again without its invisible characters."""
    spelt, bare = (coi_row("สสจ.", SHEET, events=text) for text in ("เคย\u200bพบ", "เคยพบ"))
    for name, rows in (("a.csv", [spelt]), ("b.csv", [bare] * times)):
        write(tmp_path / "inbox" / "coi" / name, [headings(coi_form()), *rows])
    write(
        tmp_path / "inbox" / "signoff" / "a.csv",
        [headings(signoff_form()), signoff_row("ก", SHEET)],
    )
    campaign = tiny_campaign()
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        collect(campaign, tmp_path, ledger, now=NOON)
        tables = [table for form in campaign.forms for table in ledger.answers(form.id)]
    rows = summarise(tidy(tables, campaign, NOON), campaign).rows_by_form["coi"]
    assert rows["read"] == times
    counted = recount(campaign, tmp_path, date(2023, 5, 1)).rows_by_form["coi"]
    assert counted["read"] == times


def write(path, rows) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode())
