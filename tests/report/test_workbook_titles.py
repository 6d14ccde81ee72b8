"""Names of sheets: whatever data says, Excel takes them (F11)."""

from __future__ import annotations

import pytest
from examples import one_in
from hypothesis import given
from hypothesis import strategies as st
from workbooks import book, opened

from report.workbook.sheet import Column, Sheet
from report.workbook.titles import LONGEST, sheet_titles


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (["[x]y"], ["x y"]),
        (["a:b"], ["a b"]),
        (["อบต./เทศบาล"], ["อบต. เทศบาล"]),
        (["'x"], ["x"]),
        (["x'"], ["x"]),
        ([""], ["-"]),
        (["\x0b\ud800"], ["-"]),
        (["History"], ["History (2)"]),
        (["ก" * 31], ["ก" * 31]),
        (["ก" * 32], ["ก" * 31]),
        (["ก" * 32, "ก" * 33], ["ก" * 31, "ก" * 27 + " (2)"]),
        (["Ab", "aB", "ab"], ["Ab", "aB (2)", "ab (3)"]),
    ],
)
def test_a_name_is_cleaned_and_unique_after_it_is_cut(wanted: list[str], given: list[str]) -> None:
    assert sheet_titles(wanted) == given


@one_in(3)
@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_names_make_a_workbook_that_opens(wanted: list[str]) -> None:
    sheets = [Sheet(title, "?", (Column("หัว", ["ก"]),)) for title in wanted]
    titles = opened(book(*sheets)).sheetnames
    assert titles[1:] == sheet_titles(["คำอธิบาย", *wanted])[1:]
    assert all(0 < len(title.encode("utf-16-le")) // 2 <= LONGEST for title in titles)
