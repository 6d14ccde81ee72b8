"""A workbook is read to the letter, each cell with its type, and cannot do the reader harm."""

from __future__ import annotations

import struct
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from io import BytesIO

import openpyxl
import pytest
from spreadsheets import SHEET, STRINGS, error_at, with_part, workbook, zipped

from config.unreadable import UnreadableFileError
from config.xlsx import read_workbook
from config.xlsx.scanning import TEXT_CAP, Scan, scan_sheet

SMALL = workbook([["a", "b"], ["1", "2"]])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def cells(content: bytes) -> list[tuple[tuple[str, str], ...]]:
    """Return the first sheet's rows, each cell as text and type."""
    sheet = read_workbook(content)[0]
    pairs = zip(sheet.rows, sheet.types, strict=True)
    return [tuple(zip(texts, types, strict=True)) for texts, types in pairs]


def refused(content: bytes) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read_workbook(content)
    assert caught.value.remedy
    return caught.value.fault


def in_sheet(old: bytes, new: bytes, content: bytes = SMALL) -> bytes:
    """Return the workbook with other XML in its first sheet."""
    changed = with_part(content, SHEET, lambda xml: xml.replace(old, new, 1))
    assert changed != content
    return changed


@pytest.mark.parametrize(
    ("value", "text", "kind"),
    [
        ("สมมติ", "สมมติ", ""),
        (" a\nb ", " a\nb ", ""),
        ("007", "007", ""),
        ("=1+1", "=1+1", ""),
        ("#REF!", "#REF!", ""),
        ("๑๒", "๑๒", ""),
        (7, "7", "number"),
        (812345678, "812345678", "number"),
        (1234567890123, "1234567890123", "number"),
        (3.25, "3.25", "number"),
        (-5, "-5", "number"),
        (1e300, "1e+300", "number"),
        (True, "TRUE", "boolean"),
        (datetime(2023, 4, 3, 16, 39, 7), "2023-04-03 16:39:07", "date"),
        (datetime(2023, 4, 3, 16, 39, 7, 250000), "2023-04-03 16:39:07.250", "date"),
        (date(2023, 4, 3), "2023-04-03", "date"),
        (time(16, 39), "16:39:00", "time"),
        (timedelta(hours=30), "1 day, 6:00:00", "time"),
    ],
)
def test_w12_a_cell_keeps_its_type_beside_its_text(value: object, text: str, kind: str) -> None:
    assert cells(workbook([[value]])) == [((text, kind),)]


def test_every_second_of_a_day_comes_back_as_itself() -> None:
    midnight = datetime(2023, 4, 3)
    moments = [midnight + timedelta(seconds=second) for second in range(1, 86_400, 61)]
    read = cells(workbook([[moment] for moment in moments]))
    assert [texts[0][0] for texts in read] == [moment.isoformat(" ") for moment in moments]


def test_d13_a_workbook_that_counts_from_1904_says_so() -> None:
    row = [datetime(2023, 4, 3, 16, 39)]
    assert cells(workbook([row], date1904=True)) == [(("2023-04-03 16:39:00", "date"),)]


def test_d14_the_day_that_never_was_is_no_day_of_a_campaign() -> None:
    sixty = workbook([[date(1900, 2, 28)]])
    content = in_sheet(b"<v>59</v>", b"<v>60</v>", sixty)
    assert cells(content) == [(("1900-02-28", "date"),)]


def test_w11_an_error_keeps_its_name_and_is_told_from_text() -> None:
    assert cells(workbook([["a", "#N/A"], ["b"]], touch=error_at("C2", "#REF!"))) == [
        (("a", ""), ("#N/A", ""), ("", "")),
        (("b", ""), ("", ""), ("#REF!", "error")),
    ]


def test_a_formula_with_its_value_is_the_value() -> None:
    content = workbook([["a"]], touch=lambda sheet: sheet.write_formula("B1", "=1&1", None, "11"))
    assert cells(content) == [(("a", ""), ("11", ""))]


def test_a_formula_that_was_never_worked_out_is_shown_and_not_blank() -> None:
    book, content = openpyxl.Workbook(), BytesIO()
    book.active["B2"] = "=1+1"
    book.save(content)
    assert cells(content.getvalue()) == [
        (("", ""), ("", "")),
        (("", ""), ("=1+1", "formula")),
    ]


def test_text_in_pieces_and_text_in_place_are_read_whole() -> None:
    inline = b'<c r="C1" t="inlineStr"><is><r><t>x</t></r><r><t>y</t></r></is></c></row>'
    assert cells(in_sheet(b"</row>", inline))[0] == (("a", ""), ("b", ""), ("xy", ""))


def test_a_sheet_begins_at_its_first_row_and_column() -> None:
    content = workbook([], touch=lambda sheet: sheet.write("C3", "x"))
    assert read_workbook(content)[0].rows == (("", "", ""), ("", "", ""), ("", "", "x"))


def test_w9_hidden_sheets_rows_and_columns_are_read_and_known() -> None:
    def hide(sheet):
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_row(8, None, None, {"hidden": True})  # nothing stands there
        sheet.set_column("B:XFD", None, None, {"hidden": True})

    content = workbook({"ก": [["a", "b"], ["1", "2"]], "ข": [["x"]]}, hidden=["ข"], touch=hide)
    first, second = read_workbook(content)
    assert (first.title, first.rows) == ("ก", (("a", "b"), ("1", "2")))
    assert (first.hidden, first.hidden_rows, first.hidden_columns) == (False, 1, 1)
    assert (second.title, second.rows, second.hidden) == ("ข", (("x",),), True)


def test_s6_an_empty_sheet_has_no_rows() -> None:
    assert [sheet.rows for sheet in read_workbook(workbook([]))] == [()]


def a_cell_at(place: str) -> bytes:
    return f'<sheetData><row><c r="{place}"><v>1</v></c></row></sheetData>'.encode()


@pytest.mark.parametrize("place", ["A200001", "SF1", "SF10000"])
def test_s4_s7_the_furthest_cells_are_within_the_caps(place: str) -> None:
    assert scan_sheet(a_cell_at(place), []) == Scan()


@pytest.mark.parametrize("place", ["A200002", "SG1", "SF10001", "XFD1048576"])
def test_s4_s7_a_cell_beyond_them_is_refused_before_it_takes_the_memory(place: str) -> None:
    assert "column" in refused(workbook([["a"]], touch=lambda sheet: sheet.write(place, "x")))


def test_shared_strings_used_far_more_often_than_there_are_of_them_are_no_lie() -> None:
    (sheet,) = read_workbook(workbook([["คำตอบ"]] * 1_200))
    assert len(sheet.rows) == 1_200


@pytest.mark.slow
def test_s5_a_large_workbook_is_read() -> None:
    row = [datetime(2023, 4, 3, 9), *(f"คำตอบ {column}" for column in range(19))]
    (sheet,) = read_workbook(workbook([row] * 50_000))
    assert len(sheet.rows) == 50_000
    assert sheet.rows[-1] == ("2023-04-03 09:00:00", *row[1:])


@pytest.mark.parametrize("stated", [b"4294967296", b"-1", b"many"])
def test_a_number_of_texts_that_is_not_true_is_not_believed(stated: bytes) -> None:
    lying = with_part(SMALL, STRINGS, lambda xml: xml.replace(b'"4">', b'"' + stated + b'">', 1))
    assert lying != SMALL
    assert "damaged" in refused(lying)


def test_formats_far_away_are_no_cells() -> None:
    styled = b'</row><row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    content = in_sheet(b"</row></sheetData>", styled)
    assert read_workbook(content)[0].rows == (("a", "b"), ("1", "2"))


def test_one_text_said_too_many_times_is_refused() -> None:
    said = b'<c t="s"><v>0</v></c>'
    row = b'<row r="1">' + said * 3 + b"</row>"
    assert scan_sheet(row, [TEXT_CAP // 3]) == Scan()
    with pytest.raises(UnreadableFileError):
        scan_sheet(row, [TEXT_CAP // 3 + 1])


def test_w16_entities_and_document_types_are_refused_unread() -> None:
    laughs = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc">]>'
    for part in (SHEET, STRINGS, "xl/workbook.xml", "xl/styles.xml"):
        content = with_part(SMALL, part, lambda xml: xml.replace(b"?>", b"?>" + laughs, 1))
        assert "XML" in refused(content), part


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(SMALL[: len(SMALL) // 2], id="cut short"),
        pytest.param(with_part(SMALL, SHEET, lambda xml: xml[:-20]), id="XML cut short"),
        pytest.param(with_part(SMALL, SHEET, lambda _xml: b"\xff\xfe\x00"), id="no XML"),
        pytest.param(in_sheet(b"<v>0<", b"<v>99<"), id="a text that is not there"),
        pytest.param(in_sheet(b'r="A1"', b'r="?"'), id="a place that is none"),
        pytest.param(in_sheet(b'r="A1"', b'r="A0"'), id="a row before the first"),
        pytest.param(
            with_part(SMALL, "xl/_rels/workbook.xml.rels", lambda _xml: b"<x/>"),
            id="sheets that lead nowhere",
        ),
    ],
)
def test_a_damaged_workbook_is_refused_in_words(content: bytes) -> None:
    assert "damaged" in refused(content)


@pytest.mark.parametrize("part", [SHEET, STRINGS, "xl/workbook.xml", "xl/styles.xml"])
@pytest.mark.parametrize("encoding", [b"A1", b"utf-7", b"big5"])
def test_an_encoding_that_nobody_knows_is_damage(part: str, encoding: bytes) -> None:
    odd = with_part(SMALL, part, lambda xml: xml.replace(b"UTF-8", encoding, 1))
    assert "damaged" in refused(odd)


def test_a_sheet_that_is_missing_is_not_passed_over() -> None:
    two = workbook({"ก": [["a"]], "ข": [["b"]]})
    parts = zipfile.ZipFile(BytesIO(two))
    left = {name: parts.read(name) for name in parts.namelist() if "sheet2.xml" not in name}
    assert "damaged" in refused(zipped(left))


def test_names_of_parts_in_other_capitals_and_with_backslashes_are_the_same() -> None:
    parts = zipfile.ZipFile(BytesIO(SMALL))
    odd = {
        name.replace("xl/worksheets/", "xl\\Worksheets\\"): parts.read(name)
        for name in parts.namelist()
    }
    assert read_workbook(zipped(odd)) == read_workbook(SMALL)


def test_dates_written_as_iso_text_are_dates() -> None:
    iso = b'<c r="C1" t="d"><v>2023-04-03T16:39:00</v></c></row>'
    assert cells(in_sheet(b"</row>", iso))[0][2][0].startswith("2023-04-03")


def test_a_duration_beyond_all_time_is_refused_and_not_a_crash() -> None:
    content = in_sheet(b"<v>1.25</v>", b"<v>1e12</v>", workbook([[timedelta(hours=30)]]))
    assert "damaged" in refused(content)


def test_a_part_that_unpacks_to_more_than_it_says_does_not_get_out() -> None:
    stated = 100
    real = zipfile.ZipFile(BytesIO(SMALL)).read(STRINGS)
    truth = struct.pack("<LLL", zlib.crc32(real), _packed_size(SMALL), len(real))
    lie = struct.pack("<LLL", zlib.crc32(real[:stated]), _packed_size(SMALL), stated)
    assert SMALL.count(truth) == 2
    assert "damaged" in refused(SMALL.replace(truth, lie))


def _packed_size(content: bytes) -> int:
    return zipfile.ZipFile(BytesIO(content)).getinfo(STRINGS).compress_size


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "the file is empty"),
        (b"a,b\r\n1,2\r\n", "the file is text (CSV)"),
        (
            with_part(SMALL, "xl/vbaProject.bin", lambda _: b"x"),
            "the file is a workbook with macros",
        ),
        (zipped({"xl/workbook.bin": b"x"}), "the file is a binary workbook"),
        (zipped({"mimetype": b"application/vnd.oasis"}), "the file is an OpenDocument file"),
        (OLE + bytes(600), "the file is an old Excel workbook"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "the file is a workbook with a password"),
    ],
)
def test_w14_what_is_no_plain_workbook_is_named(content: bytes, fault: str) -> None:
    assert refused(content).startswith(fault)
