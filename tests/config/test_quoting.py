"""What stands in somebody's file can be told from our own words, and left out."""

from __future__ import annotations

import pytest

from config.quoting import for_a_log, from_file


@pytest.mark.parametrize("heading", ["สมศรี ใจดี", "", "it’s ‘hers’", "“ตำแหน่ง”", "a’b"])
def test_a_log_learns_nothing_of_what_a_file_says(heading: str) -> None:
    said = f"odd.csv: หัวคอลัมน์ “ตำแหน่ง” ไม่พบ แต่พบ {from_file(heading)}, {from_file('ข')}"
    assert for_a_log(said) == "odd.csv: หัวคอลัมน์ “ตำแหน่ง” ไม่พบ แต่พบ ‘…’, ‘…’"


def test_our_own_words_stay() -> None:
    assert for_a_log("Dos & Don’ts “ประกาศ” 'x'") == "Dos & Don’ts “ประกาศ” 'x'"
