"""Nasty files in one inbox beside an ordinary one: set aside whole, or read as what they say."""

from __future__ import annotations

import csv
import io
import shutil
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from foreign_forms import CANARY, FOREIGN_FORMS
from nasty_rows import cells, headings
from promises import Run, assert_kept, new_campaign, refresh
from spreadsheets import SHEET, error_at, with_part, workbook, zipped

from config.delimited import COLUMN_CAP
from config.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from config.campaign import Form

TWO = [{"first_name": "สมมุติเอ"}, {"first_name": "สมมุติบี"}]
_FOREIGN = "ไม่ใช่ไฟล์ของแบบฟอร์ม"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class Download:
    """The answers of a form, as they may be written into a file."""

    form: Form

    def rows(self, people: Iterable[dict[str, str]] = TWO) -> list[list[str]]:
        return [headings(self.form), *(cells(self.form, answers) for answers in people)]

    def text(self, separator: str = ",", ends: str = "\r\n", **how: object) -> str:
        written = io.StringIO(newline="")
        csv.writer(written, delimiter=separator, lineterminator=ends, **how).writerows(self.rows())
        return written.getvalue()

    def book(self, **how: object) -> bytes:
        """Return the linked sheet as XLSX; its times are dates."""
        header, *rows = self.rows()
        return workbook([header, *([datetime(2023, 4, 3, 9), *row[1:]] for row in rows)], **how)


def read_as_they_are(form: Form) -> dict[str, bytes]:
    """Return files that all hold the same two answers."""
    told = Download(form)
    one_more = [*told.rows(), *[[""] * len(headings(form))] * 900]
    summed = io.StringIO(newline="")
    csv.writer(summed).writerows([["รายงานคำตอบ (สมมติ)"], [], *one_more])
    turned = io.StringIO(newline="")
    csv.writer(turned).writerows([*reversed(row), "ใหม่"] for row in told.rows())
    quoted = told.text(quoting=csv.QUOTE_ALL, ends="\n").removesuffix("\n")
    hidden = {"touch": lambda sheet: sheet.set_row(1, None, None, {"hidden": True})}
    return {
        "C1 mark.csv": b"\xef\xbb\xbf" + told.text().encode(),
        "C2 cp874.csv": told.text().encode("cp874"),
        "C2 utf-16.csv": told.text().encode("utf-16"),
        "C4 semicolons.csv": told.text(";").encode(),
        "C4 tabs.tsv": told.text("\t").encode(),
        "C4 stated.csv": b"sep=;\r\n" + told.text(";").encode(),
        "C5 quoted, no last line end.csv": quoted.encode(),
        "C9 lone CR.csv": told.text(ends="\r").encode(),
        "C9 mixed.csv": told.text(ends="\n").replace("\n", "\r\n", 1).encode(),
        "C14 zip.zip": zipped({"a.csv": told.text().encode(), "__MACOSX/._a.csv": b"\0"}),
        "S8 W8 titles and blank rows.csv": summed.getvalue().encode(),
        "W1 headings with spaces.csv": told.text().replace(",ชื่อ,", ",\u200bชื่อ \xa0,", 1).encode(),
        "W3 W4 turned round, with a new column.csv": turned.getvalue().encode(),
        "W9 hidden.xlsx": told.book(**hidden),
        "W12 dates.xlsx": told.book(),
        "W12 text.xlsx": workbook(told.rows()),
        "W13 third.xlsx": workbook(
            {"ก": [["x", "y"]], "ข": [], "คำตอบ": told.rows()}, hidden=["คำตอบ"]
        ),
        "D13 1904.xlsx": told.book(date1904=True),
        "P6 -rf $(id) `id`; rm.csv": told.text().encode(),
        "P6 =1+1.csv": told.text().encode(),
        "T26 " + "ก" * 82 + ".csv": told.text().encode(),
    }


def refused_whole(form: Form) -> dict[str, tuple[bytes, str]]:
    """Return files that must be set aside, with a part of the reason."""
    told = Download(form)
    text, book = told.text(), told.book()
    rows = text.encode()
    wide = ",".join(f"q{n}" for n in range(COLUMN_CAP + 1))
    doctype = b'?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    foreign = {name: (content, _FOREIGN) for name, content in FOREIGN_FORMS.items()}
    return foreign | {
        "T16 latin-1.csv": (rows.decode("latin-1").encode(), "รหัสตัวอักษรผิด"),
        "T17 latin-1.csv": (text.encode("cp874").decode("latin-1").encode(), "รหัสตัวอักษรผิด"),
        "T19 lost.csv": (text.encode("ascii", "replace"), "รหัสตัวอักษรผิด"),
        "C2 utf-16 unmarked.csv": (text.encode("utf-16-le"), "UTF-16"),
        "C2 rows of two encodings.csv": (rows + text.encode("cp874"), "รหัสตัวอักษรผิด"),
        "C10 workbook.csv": (book, "ที่จริงเป็น สมุดงาน Excel"),
        "C10 text.xlsx": (rows, "ที่จริงเป็น ข้อความ (CSV)"),
        "C10 page.csv": (b"<!DOCTYPE html><html></html>", "HTML"),
        "C10 paper.csv": (b"%PDF-1.7", "PDF"),
        "C10 old.xls": (OLE + bytes(512), "รุ่นเก่า (.xls)"),
        "C11 cut.csv": (rows[:-60], "ไฟล์ขาดกลางแถว"),
        "C11 cut.xlsx": (book[:-200], "สมุดงานเสียหาย"),
        "C14 packed.csv.gz": (b"\x1f\x8b\x08rest", "GZIP"),
        "C14 bomb.zip": (zipped({"a.csv": b"0" * 3_000_000}), "มากเกินกว่า"),
        "S6 empty.csv": (b"", "ไฟล์ว่าง"),
        "S6 empty.xlsx": (workbook([]), "ไฟล์ว่าง"),
        "S7 wide.csv": (wide.encode(), "500 คอลัมน์"),
        "S7 far.xlsx": (told.book(touch=lambda s: s.write("XFD1048576", "x")), "แถว 1,048,576"),
        "W2 another form.csv": (f"ชื่อเล่น,สี\r\n{CANARY},แดง\r\n".encode(), _FOREIGN),
        "W2 no headings.csv": (f"3/4/2566,{CANARY},ครู\r\n".encode(), _FOREIGN),
        "W14 password.xlsx": (OLE + "EncryptedPackage".encode("utf-16-le"), "รหัสผ่าน"),
        "W14 macro.xlsm": (with_part(book, "xl/vbaProject.bin", lambda _: b"x"), "มีแมโคร"),
        "W14 macro.xlsx": (with_part(book, "xl/vbaProject.bin", lambda _: b"x"), "มีแมโคร"),
        "W14 binary.xlsb": (zipped({"xl/workbook.bin": b"x"}), "ไบนารี (.xlsb)"),
        "W16 laughs.xlsx": (with_part(book, SHEET, lambda x: x.replace(b"?>", doctype, 1)), "XML"),
    }


def made(folder: Path, files: dict[str, bytes]) -> Run:
    """Return a campaign refreshed with these files in its inbox."""
    new_campaign(folder)
    return with_files(folder, files)


def with_files(folder: Path, files: dict[str, bytes]) -> Run:
    """Return the campaign refreshed after these files came into its inbox."""
    for name, content in files.items():
        (folder / "inbox" / "signoff" / name).write_bytes(content)
    return refresh(folder)


@pytest.fixture(scope="module")
def form(tmp_path_factory) -> Form:
    """Return the sign-off form of the template."""
    return new_campaign(tmp_path_factory.mktemp("form") / "campaign")


@pytest.fixture(scope="module")
def plain(form, tmp_path_factory) -> Run:
    """Return a campaign with one ordinary download of two answers."""
    files = {"a.csv": Download(form).text().encode()}
    return made(tmp_path_factory.mktemp("plain") / "campaign", files)


@pytest.fixture(scope="module")
def read(form, tmp_path_factory) -> Run:
    return made(tmp_path_factory.mktemp("read") / "campaign", read_as_they_are(form))


@pytest.fixture(scope="module")
def refused(form, tmp_path_factory) -> Run:
    files = {name: content for name, (content, _why) in refused_whole(form).items()}
    ordinary = {"a.csv": Download(form).text().encode()}
    return made(tmp_path_factory.mktemp("refused") / "campaign", files | ordinary)


def test_s6_no_answers_yet_is_no_loss(form, tmp_path) -> None:
    only_headings = ",".join(headings(form)).encode()
    run = made(tmp_path / "campaign", {"S6 headings.csv": only_headings})
    assert_kept(run)
    assert run.summary["rows"]["read"] == 0
    assert {source["state"] for source in run.record["sources"]} == {"ok", "empty"}


def test_the_same_two_answers_in_every_kind_of_file_are_two(form, read, plain) -> None:
    raw = [cell for row in Download(form).rows()[1:] for cell in row]
    assert_kept(read, raw=raw, figures_of=plain)
    assert read.refused == {}
    assert read.summary["rows"] == plain.summary["rows"] | {"set_aside": 0}
    assert read.summary["as_of"] == plain.summary["as_of"] == "2023-04-03T09:00:00+07:00"
    (signoff,) = (s for s in read.record["sources"] if s["form"] == "signoff")
    assert signoff["files"] == len(read_as_they_are(form))
    assert signoff["rows"] == 2 * signoff["files"]


def test_what_was_read_in_an_unusual_way_is_told(read) -> None:
    said = "\n".join(read.record["remarks"])
    assert "W3 W4 turned round, with a new column.csv: ไม่ได้อ่านคอลัมน์" in said
    assert "S8 W8 titles and blank rows.csv: หัวตารางอยู่แถวที่ 3" in said
    assert "W9 hidden.xlsx/การตอบแบบฟอร์ม 1: มีแถวที่ซ่อนไว้ 1 แถว" in said
    assert "W13 third.xlsx/คำตอบ: แผ่นงานนี้ถูกซ่อนไว้" in said
    assert "W13 third.xlsx: ไม่ได้อ่านแผ่นงานที่ไม่ใช่ของแบบฟอร์มนี้: ‘ก’" in said


def test_every_file_that_cannot_be_read_is_told_and_the_others_count(form, refused, plain) -> None:
    assert_kept(refused, figures_of=plain)
    assert set(refused.refused) == {f"signoff/{name}" for name in refused_whole(form)}
    assert refused.summary["rows"] == plain.summary["rows"]


def test_every_reason_says_what_is_wrong(form, refused) -> None:
    for name, (_content, why) in refused_whole(form).items():
        assert why in refused.refused[f"signoff/{name}"], name


def test_a_person_at_the_terminal_hears_of_files_set_aside(form, refused) -> None:
    assert f"{len(refused_whole(form))} ไฟล์" in refused.told


def test_nothing_of_a_refused_file_is_public_or_told(refused) -> None:
    public = "".join(path.read_text(errors="ignore") for path in refused.files("public"))
    assert CANARY not in public
    assert CANARY not in refused.told


def test_w11_a_row_with_a_formula_that_failed_is_set_aside_alone(form, plain, tmp_path) -> None:
    book = {"b.xlsx": Download(form).book(touch=error_at("B2", "#REF!"))}
    run = with_files(shutil.copytree(plain.folder, tmp_path / "campaign"), book)
    assert_kept(run, raw=["#REF!"], figures_of=plain)
    (line,) = run.set_aside
    assert (line["source"], line["row"]) == ("signoff/b.xlsx/การตอบแบบฟอร์ม 1", "2")
    assert "#REF!" in line["reason"]
    assert run.summary["rows"]["accepted"] == plain.summary["rows"]["accepted"]


def test_w2_w5_w7_a_question_that_is_missing_refuses_the_form(form, plain, tmp_path) -> None:
    text = Download(form).text().replace("สมมุติเอ", CANARY)
    heading_by_file = {"W2 reworded.csv": "ชื่อเล่น", "W5 deleted.csv": "ลบแล้ว", "W7 blank.csv": ""}
    broken = {
        name: text.replace(",ชื่อ,", f",{heading},", 1).encode()
        for name, heading in heading_by_file.items()
    }
    run = with_files(shutil.copytree(plain.folder, tmp_path / "campaign"), broken)
    assert_kept(run, exit_code=4, figures_of=plain)
    refused = next(s for s in run.record["sources"] if s["form"] == "signoff")
    for told in (*heading_by_file, "“ชื่อ”", "‘ชื่อเล่น’"):
        assert told in refused["reason"], told
    assert refused["remedy"]
    assert CANARY not in run.told


def test_d3_the_month_comes_first_where_the_campaign_says_so(form, plain, tmp_path) -> None:
    folder = tmp_path / "campaign"
    new_campaign(folder)
    settings = (folder / "campaign.toml").read_text(encoding="utf-8")
    months_first = settings.replace('date_order = "dmy"', 'date_order = "mdy"')
    (folder / "campaign.toml").write_text(months_first, encoding="utf-8")
    assert {source.date_order for source in read_settings(folder).sources} == {"mdy"}
    text = Download(form).text().replace("3/4/2566, 9:00:00", "4/3/2023 9:00:00 AM")
    (folder / "inbox" / "signoff" / "a.csv").write_text(text, encoding="utf-8")
    (folder / "inbox" / "signoff" / "b.xlsx").write_bytes(Download(form).book())
    run = refresh(folder)
    assert_kept(run, figures_of=plain)
    assert run.summary == plain.summary
