"""Whatever bytes a file holds, it is a table or a refusal in words; nothing else comes of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spreadsheets import workbook, zipped

from collector.formats import CONTAINERS, FORMATS
from collector.formats.opening import is_answers, open_file
from collector.formats.table import Table
from config.unreadable import UnreadableFileError

CSV = "ชื่อ,งาน\r\nสมมติ,ครู\r\n".encode()
WHOLE = {".csv": CSV, ".tsv": CSV, ".txt": CSV, ".xlsx": workbook([["ชื่อ"], ["สมมติ"]])}
WHOLE[".zip"] = zipped({"a.csv": CSV})


def test_every_format_reads_its_own_and_has_an_example_here():
    assert WHOLE.keys() == (FORMATS | CONTAINERS).keys()
    for ending, content in WHOLE.items():
        (opened,) = open_file(f"a{ending}", content)
        assert isinstance(opened.found, Table), ending
        assert opened.found.rows[0][0] == "สมมติ"


@pytest.mark.parametrize("ending", WHOLE)
@given(data=st.data())
def test_a_file_damaged_anywhere_is_a_table_or_a_refusal_in_words(ending, data):
    content = bytearray(WHOLE[ending])
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=4)):
        content[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    for found in (one.found for one in open_file(f"a{ending}", bytes(content[:cut]))):
        assert isinstance(found, Table) or all(found.in_thai)


def zip_with(offset: int, changed: bytes) -> bytes:
    """A ZIP of one file, whose table of contents is altered at an offset from its beginning."""
    content = bytearray(zipped({"a.csv": CSV}))
    place = content.index(b"PK\x01\x02") + offset
    content[place : place + len(changed)] = changed
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [
        zip_with(10, b"\x0e\x00"),  # said to be LZMA
        zip_with(10, b"\x0c\x00"),  # said to be BZIP2
        zip_with(10, b"\x63\x00"),  # a method nobody knows
        zip_with(42, b"\xff\xff\xff\x7f"),  # begins after the file's end
        zip_with(8, b"\x01\x00"),  # a password wanted
        zip_with(46, b"\x00"),  # a file without a name
        zipped({"a.csv": CSV})[:-6] + b"\x9b\x00\x00\x00\x00\x00",  # begins before the file
    ],
)
def test_a_zip_with_a_false_table_of_contents_is_a_refusal_in_words(content):
    (opened,) = open_file("a.zip", content)
    assert isinstance(opened.found, UnreadableFileError)
    assert "ZIP" in opened.found.in_thai[0]


@pytest.mark.parametrize("ending", WHOLE)
@given(content=st.binary(max_size=200))
def test_any_bytes_are_a_table_or_a_refusal_in_words(ending, content):
    for one in open_file(f"a{ending}", content):
        assert isinstance(one.found, Table | UnreadableFileError)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.csv", True),
        ("ลึก/a.csv", True),
        ("../a.csv", True),
        ("readme-answers.csv", True),
        ("__MACOSX/._a.csv", False),
        ("__MACOSX/a.csv", False),
        (".DS_Store", False),
        ("~$a.xlsx", False),
        ("Desktop.ini", False),
        ("README-signoff.txt", False),
        ("อ่านก่อน.txt", False),
    ],
)
def test_answers_are_told_from_what_a_system_leaves(name, expected):
    assert is_answers(name) == expected
