"""Thai that was read in the wrong encoding once is known again; plain text is left alone."""

from __future__ import annotations

import pytest

from config.garbled import is_garbled

HEADINGS = ("ประทับเวลา", "หน่วยงานที่ปฏิบัติงานจริง", "ชื่อ", "นามสกุล")


@pytest.mark.parametrize("read_as", ["latin-1", "cp874", "cp1252"])
def test_t16_utf_8_read_as_something_else(read_as: str) -> None:
    shown = tuple(heading.encode().decode(read_as, errors="ignore") for heading in HEADINGS)
    assert is_garbled(shown)
    assert is_garbled(("Timestamp", *shown[1:2]))


@pytest.mark.parametrize("read_as", ["latin-1", "cp1252"])
def test_t17_cp874_read_as_something_else(read_as: str) -> None:
    shown = tuple(heading.encode("cp874").decode(read_as, errors="ignore") for heading in HEADINGS)
    assert is_garbled(shown)


@pytest.mark.parametrize("heading", ["ชื่อ\ufffd", "a\x00b", "????", "?? ???"])
def test_letters_already_lost(heading: str) -> None:
    assert is_garbled((heading,))


@pytest.mark.parametrize(
    "headings",
    [
        HEADINGS,
        ("เธอชื่ออะไร", "เนื้อหา", "เธียรชัย"),
        ("Prénom", "Âge", "Où êtes-vous né ?", "naïveté"),
        ("Họ và tên", "Đơn vị công tác", "Ngày nhập"),
        ("Größe", "Übergröße", "Äußerungen"),
        ("“quoted”", "50 €", "…", "☑ ✓", "😀"),
        ("",),
        ("?", "Why??", "อะไร???"),
    ],
)
def test_what_people_write_is_not_garbled(headings: tuple[str, ...]) -> None:
    assert not is_garbled(headings)
