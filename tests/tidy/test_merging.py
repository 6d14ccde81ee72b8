"""The same answers met twice are counted once, however they reach us (design.md §2, «Ledger»)."""

from __future__ import annotations

from builders import coi_form, coi_row, headings, signoff_row
from stored import stored, tidied

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
