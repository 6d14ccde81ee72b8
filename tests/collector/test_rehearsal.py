"""The rehearsal: the same every time, plainly invented, and untidy in every way it promises."""

from __future__ import annotations

import csv
import io
import json
import re
import time
import zipfile
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import config
from collector.rehearsal import FEWEST, TRUTH, downloads, rehearse
from collector.rehearsal.falling_short import FELL_SHORT
from collector.rehearsal.names import INVENTED
from collector.rehearsal.on_paper import BESIDE_THE_FORM, ON_PAPER
from collector.rehearsal.signing import SIGNED_ALL, TOLD_ONCE
from config.loading import load_campaign

TEMPLATE = Path(config.__file__).parent / "template"
SHEET = "แบบลงนามรับทราบ (สมมติ) (การตอบกลับ) - การตอบแบบฟอร์ม 1"
BANGKOK = ZoneInfo("Asia/Bangkok")
ABOUT_ASSESSMENTS = {
    "assessed", "lazy", "assessed_twice_at_once", "option_six", "option_superscript",
    "assessed_elsewhere", "agency_left_blank", "nothing_assessed",
}  # fmt: skip
ABOUT_PROGRESS = {
    "reported", "reported_before", "training_reported", "measure_left_blank", "complaints_in_words",
}  # fmt: skip
REPORTED_ON_PAPER = {
    "paper_reported", "paper_reported_before", "paper_number_in_words", "paper_number_and_name",
}  # fmt: skip
ABOUT_HEADS = {
    "declared", "declared_before", "declared_twice", "heads_in_words", "declared_for_tomorrow",
}  # fmt: skip


@pytest.fixture(scope="module")
def campaign():
    return load_campaign(TEMPLATE)


@pytest.fixture(scope="module")
def rehearsed(campaign, tmp_path_factory):
    """The smallest rehearsal there is, and its folder."""
    folder = tmp_path_factory.mktemp("rehearsal")
    return rehearse(campaign, folder, people=FEWEST), folder


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def signoff(rehearsed, name: str) -> bytes:
    return (rehearsed[1] / "inbox" / "signoff" / name).read_bytes()


def unzipped(content: bytes) -> tuple[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        (name,) = archive.namelist()
        return name, archive.read(name)


def sheet_rows(content: bytes, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline=""), delimiter=separator))


def test_the_same_seed_writes_the_same_bytes(campaign, rehearsed, tmp_path) -> None:
    rehearse(campaign, tmp_path, people=FEWEST)
    assert contents(tmp_path) == contents(rehearsed[1])


def test_another_seed_invents_other_answers(campaign, rehearsed, tmp_path) -> None:
    rehearse(campaign, tmp_path, people=FEWEST, seed=1)
    assert contents(tmp_path).keys() == contents(rehearsed[1]).keys()
    assert contents(tmp_path) != contents(rehearsed[1])


def test_fewer_people_than_it_takes_are_refused(campaign, tmp_path) -> None:
    with pytest.raises(ValueError, match="at least 200"):
        rehearse(campaign, tmp_path, people=FEWEST - 1)
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("seed", [0, 1, 2, 7, 2566])
def test_every_kind_of_untidiness_occurs_however_few_the_people(campaign, tmp_path, seed) -> None:
    truth = rehearse(campaign, tmp_path, people=FEWEST, seed=seed).truth
    kinds = {response["kind"] for response in truth["responses"]}
    told = {*FELL_SHORT, *SIGNED_ALL, *TOLD_ONCE, *ON_PAPER, *BESIDE_THE_FORM}
    told |= {"plain", "totals_row", "signed_again", "transferred", "transferred_since"}
    told |= {"misspelt_self"} | REPORTED_ON_PAPER
    assert kinds == told | ABOUT_ASSESSMENTS | ABOUT_HEADS | ABOUT_PROGRESS
    assert truth["blank_rows"] == 6
    assert len(truth["foreign_files"]) == 2


def test_agencies_are_in_every_state(rehearsed) -> None:
    agencies = rehearsed[0].truth["agencies"]
    assert sum(agency["headcount"] is None for agency in agencies) == 2
    declared = [agency for agency in agencies if agency["headcount"] is not None]
    assert sum(agency["signers"] > agency["headcount"] for agency in declared) == 1
    assert sum(agency["signers"] == 0 for agency in declared) >= 1
    assert sum(agency["acknowledged_all"] == agency["headcount"] for agency in declared) >= 5
    assert sum(0 < agency["signers"] < agency["headcount"] for agency in declared) >= 10


def test_the_largest_of_the_agencies_has_an_eighth_and_the_smallest_ten(campaign, tmp_path) -> None:
    truth = rehearse(campaign, tmp_path).truth
    sizes = Counter(person["agency_id"] for person in truth["people"])
    assert sum(sizes.values()) == 3000
    assert 0.11 < max(sizes.values()) / 3000 < 0.13
    assert min(sizes.values()) in {10, 11, 12}
    assert 0.55 < truth["risk"]["respondents"] / 3000 < 0.65


def test_everybody_is_plainly_invented(rehearsed) -> None:
    header, *rows = sheet_rows(signoff(rehearsed, f"{SHEET} (1).csv"))
    last, email = header.index("นามสกุล"), header.index("อีเมล (ถ้ามี)")
    names = {re.sub("[\u200b\ufeff\u00ad\xa0]", "", row[last]) for row in rows} - {"", "????"}
    plain = {
        name.replace("\u0e4d\u0e32", "\u0e33")
        .replace("\u0e40\u0e40", "\u0e41")
        .replace("\u0e49\u0e49", "\u0e49")
        for name in names
    }
    assert len(plain) > 50
    assert all(name.endswith(INVENTED) for name in plain)
    assert {row[email].partition("@")[2] for row in rows} == {"", "example.com", "example.org"}


def test_a_dozen_people_share_a_mailbox(rehearsed) -> None:
    names = set()
    for name in (f"{SHEET} (1).csv", *(f"แบบลงนามรับทราบ (สมมติ){n}.csv.zip" for n in ("", " (1)"))):
        content = signoff(rehearsed, name)
        if name.endswith(".zip"):
            content = unzipped(content)[1]
        header, *rows = sheet_rows(content)
        first, last, email = (header.index(h) for h in ("ชื่อ", "นามสกุล", "อีเมล (ถ้ามี)"))
        names |= {(r[first], r[last]) for r in rows if r[email] == "office@example.org"}
    assert len(names) == 12


def test_every_response_is_in_a_file_and_many_in_both_dialects(rehearsed) -> None:
    responses = rehearsed[0].truth["responses"]
    assert all(response["files"] for response in responses)
    dialects = Counter(
        (any("การตอบกลับ" in name for name in files), any(name.endswith(".zip") for name in files))
        for files in (response["files"] for response in responses)
    )
    assert min(dialects[True, False], dialects[True, True], dialects[False, True]) > 20


def test_the_newer_export_holds_all_of_the_older_one(rehearsed) -> None:
    older = Counter(map(tuple, sheet_rows(signoff(rehearsed, f"{SHEET}.csv"))))
    newer = Counter(map(tuple, sheet_rows(signoff(rehearsed, f"{SHEET} (1).csv"))))
    assert older < newer


def test_the_linked_sheet_quotes_little_and_ends_lines_as_windows_does(rehearsed) -> None:
    content = signoff(rehearsed, f"{SHEET}.csv")
    assert content.startswith("ประทับเวลา,หน่วยงานที่ปฏิบัติงานจริง,".encode())
    assert re.search(rb'\r\n"\d{1,2}/\d{1,2}/2023, \d{1,2}:\d\d:\d\d",\xe0', content)
    assert not content.endswith(b"\n")


def test_the_forms_own_download_quotes_everything_and_ends_lines_as_unix_does(rehearsed) -> None:
    name, content = unzipped(signoff(rehearsed, "แบบลงนามรับทราบ (สมมติ).csv.zip"))
    assert name == "แบบลงนามรับทราบ (สมมติ).csv"
    assert content.startswith('"ประทับเวลา","หน่วยงานที่ปฏิบัติงานจริง",'.encode())
    assert re.search(
        '\n"2023/0[345]/\\d\\d \\d{1,2}:\\d\\d:\\d\\d หลังเที่ยง GMT\\+7","', content.decode()
    )
    assert b"\r" not in content
    assert content.endswith(b'"')


def test_an_owner_who_reads_english_gets_an_english_timestamp(rehearsed) -> None:
    _, content = unzipped(signoff(rehearsed, "แบบลงนามรับทราบ (สมมติ) (1).csv.zip"))
    assert content.startswith(b'"Timestamp","\xe0')
    assert re.search(rb'\n"2023/\d\d/\d\d \d{1,2}:\d\d:\d\d [AP]M GMT\+7","', content)


def test_excel_saves_thai_in_its_own_code_page(rehearsed) -> None:
    content = signoff(rehearsed, "จากผู้ประสานงาน.csv")
    with pytest.raises(UnicodeDecodeError):
        content.decode()
    header, *rows = sheet_rows(content.decode("cp874").encode(), ";")
    assert header[0] == "ประทับเวลา"
    assert len({row[1] for row in rows}) == 1
    assert content.endswith(b"\r\n")


def test_now_and_then_the_forms_clock_is_a_second_ahead_of_the_sheets(rehearsed) -> None:
    _, *in_form = sheet_rows(unzipped(signoff(rehearsed, "แบบลงนามรับทราบ (สมมติ).csv.zip"))[1])
    _, *in_sheet = sheet_rows(signoff(rehearsed, f"{SHEET} (1).csv"))
    form_stamps = {tuple(cells): stamp for stamp, *cells in in_form}
    sheet_stamps = {tuple(c): s for s, *c in in_sheet if re.match(r"\d+/\d+/2023, ", s)}
    ahead = Counter(
        next(
            seconds
            for seconds in range(7200)
            if downloads.form_time(moment_of(sheet_stamps[cells]) + timedelta(seconds=seconds))
            == form_stamps[cells]
        )
        for cells in form_stamps.keys() & sheet_stamps.keys()
    )
    assert ahead[0] > 10
    assert ahead[1] >= 1


def moment_of(stamp: str) -> datetime:
    return datetime.strptime(stamp, "%d/%m/%Y, %H:%M:%S").replace(tzinfo=BANGKOK)


@pytest.mark.parametrize(
    ("clock", "sheet", "form"),
    [
        ((0, 5, 9), "3/4/2023, 0:05:09", "2023/04/03 12:05:09 ก่อนเที่ยง GMT+7"),
        ((9, 5, 9), "3/4/2023, 9:05:09", "2023/04/03 9:05:09 ก่อนเที่ยง GMT+7"),
        ((12, 0, 0), "3/4/2023, 12:00:00", "2023/04/03 12:00:00 หลังเที่ยง GMT+7"),
        ((16, 39, 0), "3/4/2023, 16:39:00", "2023/04/03 4:39:00 หลังเที่ยง GMT+7"),
    ],
)
def test_each_dialect_writes_time_its_own_way(clock, sheet, form) -> None:
    moment = datetime(2023, 4, 3, *clock, tzinfo=BANGKOK)
    assert downloads.sheet_time(moment) == sheet
    assert downloads.form_time(moment) == form


def test_the_truth_stands_beside_the_inbox(rehearsed) -> None:
    rehearsal, folder = rehearsed
    truth = json.loads((folder / TRUTH).read_text("utf-8"))
    assert truth == rehearsal.truth
    assert truth["rows"]["read"] == len(truth["responses"])
    fates = Counter(response["fate"] for response in truth["responses"])
    assert fates == {fate: truth["rows"][fate] for fate in ("accepted", "superseded", "set_aside")}
    assert all(response["why"] for response in truth["responses"] if response["fate"] != "accepted")


def test_three_thousand_people_take_seconds(campaign, tmp_path) -> None:
    begin = time.process_time()
    rehearse(campaign, tmp_path, people=3000)
    assert time.process_time() - begin < 5
