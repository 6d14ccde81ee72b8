"""Titles come off, names stay (rows T12, T13, T25 and domain.md §6)."""

from __future__ import annotations

import pytest

from config.names import read_name, without_titles


@pytest.mark.parametrize(
    "written",
    [
        "นายสมชาย", "นาย สมชาย", "น.ส.สมชาย", "น.ส. สมชาย", "นส.สมชาย", "นางสาวสมชาย",
        "ว่าที่ ร.ต.สมชาย", "ว่าที่ร.ต. สมชาย", "ว่าที่ร้อยตรีหญิงสมชาย", "ว่าที่ ร.ต.หญิง สมชาย",
        "ดร.สมชาย", "นพ.สมชาย", "พญ. สมชาย", "ผศ.ดร.สมชาย", "พ.ต.อ.สมชาย", "จ.ส.อ. สมชาย",
        "สิบเอกสมชาย", "ม.ล.สมชาย", "พระครูสมชาย", "พ.ต.อ. ดร. สมชาย", "นาย\u200bสมชาย",
    ],
)  # fmt: skip
def test_t12_a_person_has_one_key_with_any_title(written: str) -> None:
    assert read_name(written, "ทดลอง", "").key == read_name("สมชาย", "ทดลอง", "").key


@pytest.mark.parametrize("name", ["นายก", "นางาม", "หญิง", "นายิกา", "พันธุ์", "สิบ", "อ้อม"])
def test_what_only_looks_like_a_title_stays(name: str) -> None:
    assert without_titles(name) == name


@pytest.mark.parametrize("written", ["นาย", "น.ส. ", "ว่าที่ ร.ต.", "", "-", "\u200b"])
def test_t13_a_title_alone_is_no_name(written: str) -> None:
    assert read_name(written, "ทดลอง", "").fault == "no_name"


@pytest.mark.parametrize("written", ["\u0e48", "\u0e31\u0e48"])
def test_t25_marks_with_nothing_to_stand_on_are_no_name(written: str) -> None:
    assert read_name(written, "ทดลอง", "").fault == "no_name"


@pytest.mark.parametrize("written", ["12", "ก", "😀"])
def test_what_has_no_two_letters_cannot_be_read(written: str) -> None:
    assert read_name(written, "ทดลอง", "").fault == "bad_name"


def test_two_letters_are_a_name_and_one_is_not() -> None:
    assert read_name("กข", "ทดลอง", "").fault == ""
    assert read_name("ก", "ทดลอง", "").fault == "bad_name"


@pytest.mark.parametrize(
    ("first", "last", "full"),
    [
        ("สมชาย", "ณ ทดลอง", ""),
        ("สมชาย", "ณทดลอง", ""),
        ("สมชาย\t", " ณ\nทดลอง", ""),
        ("สมชาย ณ ทดลอง", "", ""),
        ("", "", "นายสมชาย  ณ ทดลอง"),
        ("", "", "สมชาย\xa0ณ ทดลอง"),
    ],
)
def test_t15_spaces_and_columns_do_not_make_another_person(
    first: str, last: str, full: str
) -> None:
    assert read_name(first, last, full).key == "สมชายณทดลอง"


def test_a_dash_says_that_there_is_no_family_name_and_a_blank_does_not() -> None:
    assert read_name("สมชาย", "-", "").fault == ""
    assert read_name("สมชาย", "", "").fault == "no_surname"
