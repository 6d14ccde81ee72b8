"""What a person drops into the inbox is read, or set aside with words; nothing is passed over."""

from __future__ import annotations

import io
import os
import sys
import zipfile

import pytest
from readings import NOON
from spreadsheets import workbook, zipped

from collector.formats.archive import MOST_BYTES, MOST_MEMBERS, MOST_RATIO
from collector.sources.inbox import fetch_inbox

CSV = "ชื่อ,งาน\r\nสมมติ,ครู\r\n".encode()
THAI = range(0x0E01, 0x0E5C)


@pytest.fixture
def inbox(tmp_path):
    """Return a function that puts files into the inbox and reads it."""
    folder = tmp_path / "inbox" / "signoff"
    folder.mkdir(parents=True)

    def read(**files):
        for name, content in files.pop("named", files).items():
            (folder / name).write_bytes(content)
        return fetch_inbox("signoff", tmp_path, NOON)

    return read


def origins(fetched):
    return [table.origin for table in fetched.tables]


def refusals(fetched):
    """Return why each file is refused; every one in Thai, with a remedy."""
    for file in fetched.refused:
        for words in (file.reason, file.remedy):
            assert any(ord(letter) in THAI for letter in words), words
    return {file.origin: file.reason for file in fetched.refused}


def test_files_are_read_in_the_order_of_their_names(inbox):
    fetched = inbox(named={"b.csv": CSV, "a.TXT": CSV, "c.tsv": CSV.replace(b",", b"\t")})
    assert origins(fetched) == ["a.TXT", "b.csv", "c.tsv"]
    assert {table.rows for table in fetched.tables} == {(("สมมติ", "ครู"),)}
    assert {(table.file, table.types) for table in fetched.tables} == {
        ("a.TXT", ()), ("b.csv", ()), ("c.tsv", ()),
    }  # fmt: skip


def test_no_folder_and_an_empty_one_are_nothing(inbox, tmp_path):
    assert inbox().tables == ()
    assert fetch_inbox("coi", tmp_path, NOON).refused == ()


def test_what_systems_and_an_open_excel_leave_behind_is_no_answer(inbox):
    litter = ("~$a.xlsx", ".DS_Store", "desktop.ini", "Thumbs.db", "อ่านก่อน.txt", ".~lock.a.xlsx#")
    fetched = inbox(named=dict.fromkeys(litter, b"x"))
    assert (fetched.tables, fetched.refused) == ((), ())


def test_a_file_that_cannot_be_read_leaves_the_others_in(inbox):
    fetched = inbox(named={"a.csv": b"", "b.csv": CSV, "c.csv": b"%PDF-1.7"})
    assert origins(fetched) == ["b.csv"]
    assert refusals(fetched) == {"a.csv": "ไฟล์ว่าง", "c.csv": "ไฟล์นี้เป็น PDF ซึ่งระบบไม่อ่าน"}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", workbook([["ชื่อ"]]), "ไฟล์มีนามสกุล .csv แต่ที่จริงเป็น สมุดงาน Excel (.xlsx)"),
        ("a.xlsx", CSV, "ไฟล์มีนามสกุล .xlsx แต่ที่จริงเป็น ข้อความ (CSV)"),
        ("a.zip", workbook([["ชื่อ"]]), "ไฟล์มีนามสกุล .zip แต่ที่จริงเป็น สมุดงาน Excel (.xlsx)"),
        ("a.csv", zipped({"a.csv": CSV}), "ไฟล์มีนามสกุล .csv แต่ที่จริงเป็น ZIP"),
        (
            "a.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
            "ไฟล์นี้เป็น สมุดงาน Excel รุ่นเก่า (.xls) ซึ่งระบบไม่อ่าน",
        ),
        ("a.xls", b"<html><table>", "ไฟล์นี้เป็น HTML ซึ่งระบบไม่อ่าน"),
        ("a.csv.gz", b"\x1f\x8b\x08rest", "ไฟล์นี้เป็น GZIP ซึ่งระบบไม่อ่าน"),
        ("a.docx", zipped({"word/document.xml": b"<w/>"}), "ไฟล์นี้เป็น DOCX ซึ่งระบบไม่อ่าน"),
        ("a.json", b"{}", "ไม่อ่านไฟล์นามสกุล .json"),
        ("answers", CSV, "ไม่อ่านไฟล์นามสกุล ?"),
        ("a.xlsx", workbook([["ชื่อ"]])[:900], "สมุดงานเสียหายหรือดาวน์โหลดมาไม่ครบ"),
        ("a.xlsx", workbook([]), "ไฟล์ว่าง"),
        ("a.xlsx", workbook([["ª×èÍ", "ÊÁªÒÂ"]]), "รหัสตัวอักษรผิด: ข้อความอ่านไม่ออก"),
    ],
)
def test_c10_w14_a_file_is_what_its_content_is_and_its_name_must_agree(inbox, name, content, said):
    fetched = inbox(named={name: content})
    assert refusals(fetched) == {name: said}
    assert fetched.tables == ()


def test_a_folder_in_the_inbox_is_told_and_not_passed_over(inbox, tmp_path):
    (tmp_path / "inbox" / "signoff" / "แตกไฟล์แล้ว").mkdir()
    assert refusals(inbox()) == {"แตกไฟล์แล้ว": "ไม่อ่านโฟลเดอร์ที่อยู่ใน inbox"}


@pytest.mark.skipif(sys.platform != "linux", reason="file names and links as Linux has them")
def test_links_that_lead_nowhere_and_names_in_no_alphabet_are_told(inbox, tmp_path):
    folder = tmp_path / "inbox" / "signoff"
    (folder / "link.csv").symlink_to("nowhere")
    (folder / "memory.csv").symlink_to("/proc/self/mem")  # opens, but cannot be read
    with open(os.fsencode(folder) + b"/\xe0\xb8.csv", "wb") as file:  # noqa: PTH123 - bytes
        file.write(b"")
    assert set(refusals(inbox())) == {"link.csv", "memory.csv", "\\udce0\\udcb8.csv"}


class TestZip:
    def test_every_table_in_it_is_read_under_both_names(self, inbox):
        content = zipped({"b.csv": CSV, "ลึก/a.csv": CSV, "c.xlsx": workbook([["ชื่อ"]])})
        fetched = inbox(named={"x.zip": content})
        assert origins(fetched) == ["x.zip/b.csv", "x.zip/c.xlsx/การตอบแบบฟอร์ม 1", "x.zip/ลึก/a.csv"]
        assert fetched.refused == ()

    def test_what_macos_adds_is_no_answer(self, inbox):
        content = zipped({"a.csv": CSV, "__MACOSX/._a.csv": b"\x00\x05\x16\x07", ".DS_Store": b"x"})
        fetched = inbox(named={"x.zip": content})
        assert (origins(fetched), fetched.refused) == (["x.zip/a.csv"], ())

    def test_one_file_that_cannot_be_read_leaves_the_others_in(self, inbox):
        content = zipped({"a.csv": CSV, "b.pdf": b"%PDF-1.7", "c.zip": zipped({"a.csv": CSV})})
        fetched = inbox(named={"x.zip": content})
        assert origins(fetched) == ["x.zip/a.csv"]
        assert refusals(fetched) == {
            "x.zip/b.pdf": "ไฟล์นี้เป็น PDF ซึ่งระบบไม่อ่าน",
            "x.zip/c.zip": "ไม่เปิดไฟล์ ZIP ที่ซ้อนอยู่ใน ZIP",
        }

    @pytest.mark.parametrize("files", [{}, {"__MACOSX/._a.csv": b"x"}, {"folder/": b""}])
    def test_one_without_answers_says_so(self, inbox, files):
        assert refusals(inbox(named={"x.zip": zipped(files)})) == {"x.zip": "ใน ZIP ไม่มีไฟล์คำตอบ"}

    def test_a_path_that_climbs_out_is_only_a_name(self, inbox, tmp_path):
        fetched = inbox(named={"x.zip": zipped({"../../a.csv": CSV})})
        assert origins(fetched) == ["x.zip/../../a.csv"]
        assert sorted(path.name for path in tmp_path.rglob("*.csv")) == []

    @pytest.mark.parametrize("encoding", ["utf-8", "cp874"])
    def test_a_thai_name_is_read_though_the_packer_does_not_say_how(self, inbox, encoding):
        stand_in = "~" * len("คำตอบ".encode(encoding))
        content = zipped({f"{stand_in}.csv": CSV})
        content = content.replace(stand_in.encode(), "คำตอบ".encode(encoding))
        assert origins(inbox(named={"x.zip": content})) == ["x.zip/คำตอบ.csv"]

    @pytest.mark.parametrize("cut", [30, 60, -30])
    def test_one_cut_short_is_damaged(self, inbox, cut):
        content = zipped({"a.csv": CSV * 10})[:cut]
        assert refusals(inbox(named={"x.zip": content})) == {"x.zip": "ไฟล์ ZIP เสียหาย"}

    def test_a_file_damaged_within_is_told_alone(self, inbox):
        content = bytearray(zipped({"a.csv": CSV, "b.csv": CSV}))
        content[content.index(b"b.csv") + 10] ^= 0xFF
        fetched = inbox(named={"x.zip": bytes(content)})
        assert origins(fetched) == ["x.zip/a.csv"]
        assert refusals(fetched) == {"x.zip/b.csv": "ไฟล์ ZIP เสียหาย"}

    def test_a_password_is_named(self, inbox):
        content = bytearray(zipped({"a.csv": CSV}))
        for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            content[content.index(mark) + flags] |= 1
        said = refusals(inbox(named={"x.zip": bytes(content)}))
        assert said == {"x.zip/a.csv": "ไฟล์ ZIP ใส่รหัสผ่านไว้ หรือบีบอัดด้วยวิธีที่ไม่รู้จัก"}

    @pytest.mark.parametrize(("members", "fits"), [(MOST_MEMBERS, True), (MOST_MEMBERS + 1, False)])
    def test_so_many_files_and_no_more(self, inbox, members, fits):
        fetched = inbox(named={"x.zip": zipped({f"{n}.csv": CSV for n in range(members)})})
        assert len(fetched.tables) == (members if fits else 0)
        assert len(refusals(fetched)) == (0 if fits else 1)

    def test_c14_a_bomb_is_refused_unopened(self, inbox):
        content = zipped({"a.csv": b"0" * 3_000_000})
        packed = zipfile.ZipFile(io.BytesIO(content)).getinfo("a.csv").compress_size
        assert MOST_RATIO * packed < 3_000_000
        assert "มากเกินกว่า" in refusals(inbox(named={"x.zip": content}))["x.zip"]

    def test_c14_what_states_more_than_the_cap_is_refused_unopened(self, inbox):
        content = bytearray(zipped({"a.csv": CSV}))
        size = content.index(b"PK\x01\x02") + 24
        content[size : size + 4] = (MOST_BYTES + 1).to_bytes(4, "little")
        assert "มากเกินกว่า" in refusals(inbox(named={"x.zip": bytes(content)}))["x.zip"]


class TestWorkbook:
    def test_every_sheet_is_a_table_of_one_file(self, inbox):
        book = workbook({"ก": [["ชื่อ"], ["สมมติ"]], "ว่าง": [], "ข": [["งาน"], [7]]})
        fetched = inbox(named={"a.xlsx": book})
        assert origins(fetched) == ["a.xlsx/ก", "a.xlsx/ข"]
        assert {table.file for table in fetched.tables} == {"a.xlsx"}
        assert [(table.rows, table.types) for table in fetched.tables] == [
            ((("สมมติ",),), (("",),)),
            ((("7",),), (("number",),)),
        ]

    def test_rows_have_the_numbers_that_excel_shows(self, inbox):
        book = workbook([[], ["ชื่อ", "งาน"], [], ["สมมติ"], ["", " "], ["ทดลอง", "ครู"]])
        (table,) = inbox(named={"a.xlsx": book}).tables
        assert (table.header, table.row_numbers) == (("ชื่อ", "งาน"), (4, 6))
        assert table.blank_rows == 3

    def test_w9_what_is_hidden_is_remarked(self, inbox):
        def hide(sheet):
            sheet.set_row(1, None, None, {"hidden": True})

        book = workbook({"ก": [["ชื่อ"], ["สมมติ"]], "ข": [["ชื่อ"]]}, hidden=["ข"], touch=hide)
        first, second = inbox(named={"a.xlsx": book}).tables
        assert "ซ่อน" in first.remarks[0]
        assert "1 แถว" in first.remarks[0]
        assert "ซ่อน" in second.remarks[0]
