"""A reading against what is known: files add up, a live sheet is matched row by row."""

from collections import Counter
from dataclasses import replace
from functools import partial

import pytest
from builders import headings, signoff_form
from hypothesis import given
from hypothesis import strategies as st

from collector.cells import to_bytes
from collector.identity import identity_columns
from collector.matching import (
    IdentityColumns,
    Row,
    StandingRow,
    live_sheet,
    standing_together,
    union_of_files,
)

HEADER = ("ประทับเวลา", "อีเมล", "ชื่อ", "หน่วยงาน", "คำตอบ")
COLUMNS = IdentityColumns(timestamp=(0,), email=(1,), name_and_agency=(2, 3))


def new(*cells, header=HEADER):
    return Row(header, to_bytes(cells), "sheet", 2)


def old(response, *cells, header=HEADER):
    return StandingRow(response, header, to_bytes(cells))


def live(rows, standing, columns=COLUMNS):
    return live_sheet(rows, standing, lambda _header: columns)


def responses(rows):
    return [row.response for row in rows]


A = ("1/4/2023, 9:00:00", "a@x.go.th", "สมมติ", "สนจ.", "รับทราบ")
B = ("1/4/2023, 9:00:05", "b@x.go.th", "สมใจ", "สสจ.", "รับทราบ")


MOVED = tuple(reversed(HEADER))


def by_header(header):
    """Return the columns of A and B, or of their cells in reverse."""
    asked = ("timestamp", "email", "name", "agency", "said")
    if header == HEADER:
        return replace(COLUMNS, meaning=asked)
    return IdentityColumns((), (4,), (3,), (2, 1), tuple(reversed(asked)))


class TestTabs:
    def test_a_row_that_two_tabs_hold_is_met_as_often_as_in_one(self):
        first, second = [new(*A), new(*A)], [new(*A), new(*B)]
        assert standing_together([first, second], by_header) == [new(*A), new(*A), new(*B)]
        assert standing_together([second, first], by_header) == [new(*A), new(*B), new(*A)]

    def test_a_tab_alone_is_as_it_stands(self):
        assert standing_together([[new(*A), new(*A)]], by_header) == [new(*A), new(*A)]

    def test_columns_in_another_order_hold_the_same_row(self):
        moved = new(*reversed(A), header=MOVED)
        assert standing_together([[new(*A)], [moved]], by_header) == [new(*A)]


class TestColumnsMoved:
    def test_an_edit_is_known_again_by_its_own_headers_columns(self):
        edited = new("ไม่รับทราบ", *reversed(A[:4]), header=MOVED)
        found = live_sheet([edited], [old(7, *A)], by_header)
        assert found.changed == ((7, edited),)

    def test_a_row_cut_short_of_its_identity_is_no_edit(self):
        short = new(A[0][:0], "", A[2])
        found = live_sheet([short], [old(7, *A)], by_header)
        assert (found.added, responses(found.vanished)) == ((short,), [7])


class TestFiles:
    def test_a_row_twice_in_a_file_is_two(self):
        assert len(union_of_files([[new("ก"), new("ก")]], []).added) == 2

    def test_across_files_the_maximum_counts(self):
        once, twice = [new("ก")], [new("ก"), new("ก")]
        assert len(union_of_files([once, twice, once], []).added) == 2

    def test_what_stands_already_is_nothing_new(self):
        assert union_of_files([[new("ก"), new("ก")]], [old(1, "ก"), old(2, "ก")]).added == ()

    def test_one_more_of_what_stands_is_one_more(self):
        assert union_of_files([[new("ก"), new("ก")]], [old(1, "ก")]).added == (new("ก"),)

    def test_the_same_cells_under_another_header_are_another_row(self):
        found = union_of_files([[new("ก", header=("x",))]], [old(1, "ก", header=("y",))])
        assert len(found.added) == 1

    def test_a_row_that_is_no_longer_in_any_file_stays(self):
        assert union_of_files([], [old(1, "ก")]).vanished == ()


class TestLiveSheet:
    def test_the_same_rows_in_another_order_are_no_event(self):
        found = live([new(*B), new(*A)], [old(1, *A), old(2, *B)])
        assert (found.added, found.changed, found.vanished) == ((), (), ())

    def test_a_row_inserted_in_the_middle_is_one_addition(self):
        found = live([new(*A), new("x", "", "", "", ""), new(*B)], [old(1, *A), old(2, *B)])
        assert [row.payload for row in found.added] == [to_bytes(("x", "", "", "", ""))]
        assert (found.changed, found.vanished) == ((), ())

    def test_an_answer_edited_in_place_is_a_change(self):
        edited = (*A[:4], "ขอให้ชี้แจง")
        found = live([new(*B), new(*edited)], [old(1, *A), old(2, *B)])
        assert found.changed == ((1, new(*edited)),)
        assert (found.added, found.vanished) == ((), ())

    def test_an_edit_that_moves_the_time_is_known_by_its_email(self):
        edited = ("2/4/2023, 8:00:00", *A[1:4], "ขอให้ชี้แจง")
        assert live([new(*edited)], [old(1, *A)]).changed == ((1, new(*edited)),)

    def test_without_time_and_email_the_name_and_agency_tell(self):
        edited = ("2/4/2023, 8:00:00", "", *A[2:4], "ขอให้ชี้แจง")
        assert live([new(*edited)], [old(1, *A)]).changed == ((1, new(*edited)),)

    def test_a_name_without_its_agency_tells_nothing(self):
        edited = ("2/4/2023, 8:00:00", "", A[2], "", "ขอให้ชี้แจง")
        found = live([new(*edited)], [old(1, *A[:3], "", A[4])])
        assert (len(found.added), found.changed, responses(found.vanished)) == (1, (), [1])

    def test_a_time_that_two_edited_rows_share_pairs_neither_by_time(self):
        one, two = (A[0], "a@x.go.th", "", "", "1"), (A[0], "b@x.go.th", "", "", "1")
        standing = [old(1, *one), old(2, *two)]
        found = live([new(*two[:4], "2"), new(*one[:4], "2")], standing)
        assert {response: row.payload for response, row in found.changed} == {
            1: to_bytes((*one[:4], "2")),
            2: to_bytes((*two[:4], "2")),
        }

    def test_a_shared_mailbox_pairs_nobody(self):
        standing = [old(1, "t1", "x@x", "", "", "1"), old(2, "t2", "x@x", "", "", "1")]
        found = live([new("t3", "x@x", "", "", "2")], standing)
        assert (len(found.added), found.changed, responses(found.vanished)) == (1, (), [1, 2])

    def test_a_response_id_is_surer_than_the_time(self):
        header = ("response_id", "ประทับเวลา", "คำตอบ")
        columns = IdentityColumns(response_id=(0,), timestamp=(1,))
        standing = [old(1, "r1", "t1", "ก", header=header), old(2, "r2", "t2", "ข", header=header)]
        swapped = [new("r1", "t2", "ก", header=header), new("r2", "t1", "ข", header=header)]
        assert [r for r, _ in live(swapped, standing, columns).changed] == [1, 2]

    def test_of_two_equal_rows_one_gone_is_one_vanished(self):
        assert responses(live([new(*A)], [old(1, *A), old(2, *A)]).vanished) == [2]

    def test_a_new_column_still_blank_is_no_edit(self):
        wider = (*HEADER[:2], "คำถามใหม่", *HEADER[2:])
        found = live([new(*A[:2], "", *A[2:], header=wider)], [old(1, *A)])
        assert (found.added, found.changed, found.vanished) == ((), (), ())

    def test_a_new_column_with_an_answer_is_an_edit(self):
        wider = (*HEADER, "คำถามใหม่")
        row = new(*A, "ตอบ", header=wider)
        assert live([row], [old(1, *A)]).changed == ((1, row),)

    def test_rows_cut_short_of_their_blank_end_are_no_edit(self):
        assert live([new("t", "a")], [old(1, "t", "a", "", "")]).changed == ()


CELLS = st.tuples(*[st.sampled_from(["", "1", "2"])] * 5)


@given(st.lists(CELLS, max_size=8), st.lists(CELLS, max_size=8))
def test_after_the_changes_exactly_the_sheets_rows_stand(before, after):
    standing = [old(i, *cells) for i, cells in enumerate(before, start=1)]
    found = live([new(*cells) for cells in after], standing)
    payload_by_response = {row.response: row.payload for row in standing}
    for response, row in found.changed:
        payload_by_response[response] = row.payload
    for gone in found.vanished:
        del payload_by_response[gone.response]
    now = Counter(payload_by_response.values()) + Counter(row.payload for row in found.added)
    assert now == Counter(to_bytes(cells) for cells in after)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (headings(signoff_form()), IdentityColumns((), (0,), (11,), (4, 5, 1))),
        (("ชื่อ-สกุล", "หน่วยงาน", "Response_ID "), IdentityColumns((2,), (), (), (0, 1))),
        (("ชื่อ", "นามสกุล"), IdentityColumns()),
    ],
)
def test_identity_columns_are_found_by_heading(header, expected):
    found = partial(identity_columns, form=signoff_form())(header)
    assert replace(found, meaning=()) == expected
