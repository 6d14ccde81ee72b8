"""Delimited text: every record once, every cell to the letter, whatever wrote the file."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.delimited import COLUMN_CAP, ROW_CAP, DelimitedText, read_delimited
from config.unreadable import UnreadableFileError

HEADER = ("ประทับเวลา", "ชื่อ", "ตำแหน่ง")


def read(text: str) -> DelimitedText:
    return read_delimited(text.encode())


def refused(text: str) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read(text)
    assert caught.value.remedy
    return caught.value.fault


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
def test_c4_c9_separators_and_line_ends_do_not_matter(separator: str, ends: str) -> None:
    lines = [HEADER, ("1/4/2566", "สมมติ", "ครู"), ("2/4/2566", "ทดลอง", "")]
    table = read("".join(separator.join(line) + ends for line in lines))
    assert (table.header, table.rows) == (HEADER, tuple(lines[1:]))
    assert (table.row_numbers, table.separator) == ((2, 3), separator)


def test_c9_line_ends_mixed_in_one_file_are_counted_once_each() -> None:
    table = read("a,b\r\n1,2\n3,4\r5,6\r\n")
    assert table.rows == (("1", "2"), ("3", "4"), ("5", "6"))
    assert table.blank_rows == 0


def test_x6_other_signs_of_an_end_stay_in_their_cell() -> None:
    odd = "x\x0by\x0cz\x85w\u2028v"
    assert read(f"a,b\r\n{odd},2\r\n").rows == ((odd, "2"),)


def test_x2_a_nul_stays_in_its_cell() -> None:
    assert read("a,b\r\n" * 20 + "x\x00y,2\r\n").rows[-1] == ("x\x00y", "2")


@pytest.mark.parametrize("line", ["sep=;\r\n", "SEP=;\n", "sep=;\r"])
def test_c4_what_the_first_line_says_is_obeyed_and_is_no_row(line: str) -> None:
    table = read(f"{line}a,x;b\r\n1;2\r\n")
    assert (table.header, table.rows, table.row_numbers) == (("a,x", "b"), (("1", "2"),), (2,))


def test_commas_in_answers_do_not_make_the_separator() -> None:
    assert read("ชื่อ;งาน\r\nก;ครู, พนักงาน, อื่น ๆ\r\nข;a,b\r\n").separator == ";"


def test_a_title_above_the_headings_does_not_hide_the_separator() -> None:
    table = read("รายงานคำตอบ\r\n\r\na,b,c\r\n1,2,3\r\n")
    assert table.separator == ","
    assert table.header == ("รายงานคำตอบ",)
    assert table.rows == (("a", "b", "c"), ("1", "2", "3"))
    assert (table.row_numbers, table.blank_rows) == ((3, 4), 1)


def test_c5_quotes_hold_commas_line_ends_and_quotes() -> None:
    table = read('a,b\r\n"x, y","1\r\n2"\r\n"""quoted""",3\r\n')
    assert table.rows == (("x, y", "1\r\n2"), ('"quoted"', "3"))
    assert table.row_numbers == (2, 3)


def test_c1_a_mark_at_the_beginning_is_no_part_of_the_first_heading() -> None:
    assert read("\ufeff\ufeffa,b\r\n1,2\r\n").header == ("a", "b")


def test_s8_blank_rows_are_left_out_counted_and_keep_the_others_numbers() -> None:
    table = read("a,b\r\n\r\n1,2\r\n , \r\n,\r\n3,4\r\n" + ",\r\n" * 900)
    assert table.rows == (("1", "2"), ("3", "4"))
    assert (table.row_numbers, table.blank_rows) == ((3, 6), 903)


def test_c8_s9_short_and_long_rows_are_handed_on_as_they_are() -> None:
    assert read("a,b,c\r\n1\r\n1,2,3,4\r\n").rows == (("1",), ("1", "2", "3", "4"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a,b,c\r\n1,2,3\r\n4,5", id="a record too narrow, no line end"),
        pytest.param('a,b\r\n1,"begun', id="a quotation begun"),
        pytest.param('"a","b"\n"1","2"\n"3"', id="the form's own download"),
    ],
)
def test_c11_a_last_line_cut_short_refuses_the_file(text: str) -> None:
    assert "middle of a row" in refused(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"a","b"\n"1","2"', id="the form's own download ends without a line end"),
        pytest.param("a,b,c\r\n1,2,3\r\n4,5\r\n", id="a short row that has its line end"),
        pytest.param("a,b\r\n1,2,over\r\n3,4", id="a wider row before it"),
        pytest.param("a,b\r\n1,2\r\n3,4,over", id="a last row too wide"),
    ],
)
def test_c11_a_whole_last_line_is_not_taken_for_a_cut_one(text: str) -> None:
    assert read(text).rows


@pytest.mark.parametrize("text", ["", "\r\n\r\n", ",,\r\n,,\r\n", "sep=,\r\n"])
def test_s6_nothing_in_a_file_is_called_empty(text: str) -> None:
    assert "empty" in refused(text)


def test_s6_headings_alone_are_a_table_without_answers() -> None:
    table = read("a,b\r\n")
    assert (table.header, table.rows) == (("a", "b"), ())


def test_s1_the_longest_cell_of_a_google_sheet_is_read() -> None:
    long = "ก" * 50_000
    assert read(f"a,b\r\n{long},2\r\n").rows == ((long, "2"),)


def test_a_cell_beyond_any_form_names_its_row() -> None:
    assert "row 2" in refused(f"a,b\r\n{'x' * 200_000},2\r\n")


def test_a_quotation_mark_out_of_place_names_its_row() -> None:
    assert "row 3" in refused('a,b\r\n1,2\r\n"x"y,2\r\n')


@pytest.mark.parametrize(("columns", "fits"), [(COLUMN_CAP, True), (COLUMN_CAP + 1, False)])
def test_s7_columns_up_to_the_cap(columns: int, fits: bool) -> None:  # noqa: FBT001
    text = ",".join(f"q{i}" for i in range(columns)) + "\r\n"
    if fits:
        assert len(read(text).header) == columns
    else:
        assert refused(text) == "more than 500 columns"


def test_s4_rows_up_to_the_cap() -> None:
    assert len(read("a,b\r\n" + "1,2\r\n" * ROW_CAP).rows) == ROW_CAP
    assert refused("a,b\r\n" + "1,2\r\n" * (ROW_CAP + 1)) == "more than 200,000 rows"


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("à¸Šà¸·à¹ˆà¸­,à¸ªà¸¡,Timestamp", id="T16 UTF-8 read as Latin-1"),
        pytest.param("ª×èÍ,ÊÁªÒÂ,Timestamp", id="T17 CP874 read as Latin-1"),
        pytest.param("เธเธทเนเธญ,เธเธฒเธกเธชเธเธธเธฅ,Timestamp", id="UTF-8 read as CP874"),
        pytest.param("\ufffd\ufffd\ufffd,b,c", id="letters already lost"),
    ],
)
def test_t16_t17_headings_read_in_the_wrong_encoding_refuse_the_file(header: str) -> None:
    assert "garbled" in refused(f"{header}\r\n1,2,3\r\n")


cells = st.text(st.characters(codec="utf-8", exclude_characters="\ufeff\x00\ufffd"), max_size=8)


@given(st.lists(st.lists(cells, min_size=3, max_size=3), max_size=5), st.sampled_from(",;\t"))
def test_every_cell_comes_back_as_it_was_written(rows: list[list[str]], separator: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL).writerows([HEADER, *rows])
    table = read(f"sep={separator}\r\n{text.getvalue()}")
    assert table.rows == tuple(tuple(row) for row in rows if any(map(str.strip, row)))
    assert table.blank_rows == len(rows) - len(table.rows)
