from __future__ import annotations

import unicodedata

import pytest

from report.folder_name import LONGEST, folder_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ฉบับเสนอ", "ฉบับเสนอ"),
        ("ฉบับสิ้นสุดการดำเนินการ", "ฉบับสิ้นสุดการดำเนินการ"),
        (" ฉบับ\u200bเสนอ ", "ฉบับเสนอ"),
        ("ดำเนินการ", "ดำเนินการ"),
        ("ด\u0e4d\u0e32เนินการ", "ดำเนินการ"),
        ("cafe\u0301", "café"),
        ("../../etc/cron.d/x", "etc-cron-d-x"),
        ("/abs", "abs"),
        ("C:\\x", "C-x"),
        ("a\0b", "ab"),
        ("-rf", "rf"),
        ("$(id) `id`; rm", "id-id-rm"),
        ('อบต./เทศบาล <ก>|"ข"?*', "อบต-เทศบาล-ก-ข"),
        ("👩‍⚕️ ก", "ก"),
        ("ก\ud800", "ก"),
        ("a.", "a"),
        ("..", ""),
        ("", ""),
        ("\u0e48", ""),
        ("②", ""),
    ],
)  # fmt: skip
def test_a_name_is_what_can_be_read_of_it(written, name):
    assert folder_name(written) == name


@pytest.mark.parametrize(("letters", "kept"), [(LONGEST, True), (LONGEST + 1, False)])
def test_a_long_name_is_cut(letters, kept):
    written = "ก" * letters
    assert (folder_name(written) == written) is kept
    assert len(folder_name(written)) <= LONGEST


def test_two_long_names_stay_apart():
    names = {folder_name("ก" * 300), folder_name("ก" * 299 + "ข")}
    assert len(names) == 2
    assert all(len(name.encode()) < 130 for name in names)


@pytest.mark.parametrize("begin", range(12))
def test_a_cut_falls_between_letters_and_not_before_a_mark(begin):
    kept, _, digest = folder_name("ก" * begin + "ที่น้ำเที่ยว" * 20).rpartition("-")
    assert len(digest) == 6
    rest = ("ก" * begin + "ที่น้ำเที่ยว" * 20)[len(kept) :]
    assert not unicodedata.category(rest[0]).startswith("M")
    assert rest[0] not in "ะาำ"
    assert kept[-1] not in "เแโใไ"


def test_marks_without_end_are_a_name_still():
    assert len(folder_name("ก" + "\u0301" * 300)) >= 6
