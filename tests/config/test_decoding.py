"""One encoding for a whole file, told from its bytes; what is not text is named for what it is."""

from __future__ import annotations

import codecs

import pytest
from spreadsheets import workbook, zipped

from config.decoding import SIZE_CAP, decode
from config.unreadable import UnreadableFileError

HEADER = "ประทับเวลา,หน่วยงานที่ปฏิบัติงานจริง,ชื่อ,นามสกุล\r\n"
ROW = "3/4/2023,สำนักงานจังหวัดเชียงราย,สมมติ,ทดลอง\r\n"
TABLE = HEADER + ROW


def refused(content: bytes) -> UnreadableFileError:
    with pytest.raises(UnreadableFileError) as caught:
        decode(content)
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TABLE.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TABLE.encode(), "utf-8"),
        (TABLE.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"), "utf-16"),
        (TABLE.encode("utf-32"), "utf-32"),
        (TABLE.encode("cp874"), "cp874"),
        (TABLE.encode("tis-620"), "cp874"),
        (b"Timestamp,Name\r\n", "utf-8"),
    ],
)
def test_every_encoding_of_an_office_gives_the_same_text(content: bytes, encoding: str) -> None:
    text, named = decode(content)
    assert named == encoding
    assert text == (TABLE if "ประทับ" in text else "Timestamp,Name\r\n")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_refused_by_name(encoding: str) -> None:
    assert "UTF-16" in refused(TABLE.encode(encoding)).fault


def test_a_nul_in_an_answer_is_not_yet_utf_16() -> None:
    text = HEADER + ROW * 10 + "3/4/2023,a\x00b,,\r\n"
    assert decode(text.encode())[0] == text


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(HEADER.encode() + ROW.encode("cp874"), id="a row in another encoding"),
        pytest.param("Prénom,Âge,Ville\r\nZoé,9,Orléans\r\n".encode("latin-1"), id="French"),
        pytest.param(bytes(range(128, 256)) * 4, id="no text at all"),
        pytest.param(codecs.BOM_UTF8 + TABLE.encode("cp874"), id="a mark that is not true"),
        pytest.param(codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", id="half a pair"),
    ],
)
def test_what_is_not_the_letters_that_people_wrote_is_refused(content: bytes) -> None:
    assert "encoding" in refused(content).fault


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(TABLE.rstrip().encode()[:-1], id="UTF-8"),
        pytest.param(TABLE.encode("utf-16")[:-1], id="UTF-16"),
    ],
)
def test_a_file_cut_within_a_letter_was_not_downloaded_whole(content: bytes) -> None:
    assert "middle of a row" in refused(content).fault


@pytest.mark.parametrize("content", [b"", b" \r\n\t\r\n"])
def test_an_empty_file_is_called_empty(content: bytes) -> None:
    assert "empty" in refused(content).fault


def test_the_largest_file_is_read_and_a_byte_more_is_not() -> None:
    head = b"a,b\r\n"
    assert len(decode(head + b"x" * (SIZE_CAP - len(head)))[0]) == SIZE_CAP
    assert "100 MB" in refused(head + b"x" * (SIZE_CAP - len(head) + 1)).fault


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"<!DOCTYPE html><html>", "HTML"),
        (b"\xef\xbb\xbf  <table><tr>", "HTML"),
        (b"\x1f\x8b\x08\x00rest", "GZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "an old Excel workbook (.xls)"),
        (b"PK\x03\x04 cut short", "ZIP"),
        (zipped({"word/document.xml": b"<w/>"}), "DOCX"),
        (workbook([["a", "b"]]), "an Excel workbook (.xlsx)"),
    ],
)
def test_c10_another_kind_of_file_is_named(content: bytes, kind: str) -> None:
    assert refused(content).fault == f"the file is {kind}, which is not read"


def test_the_reader_s_language_is_for_the_terminal_and_thai_for_files() -> None:
    fault = refused(b"")
    assert fault.fault == "the file is empty"
    assert fault.in_thai == ("ไฟล์ว่าง", "ดาวน์โหลดคำตอบจาก Google Forms ใหม่")
