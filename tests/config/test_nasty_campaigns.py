"""Campaign folders as people leave them (nasty-inputs K), each with the Thai that it is met with.

K11 (thresholds) has nothing to refuse: the floors of disclosure are no settings. K13 is Google's.
"""

from __future__ import annotations

import os
import shutil

import pytest

from config import messages
from config.errors import CampaignMistakes
from config.loading import load_campaign

WORKBOOK = "ตั้งค่า.xlsx"
HEADCOUNT = "agency,staff_type,heads,on,scope\nland,civil-servant,{},2023-03-01,\n"
AS_CSV = "บันทึกเป็น “CSV UTF-8” หากไฟล์เสียหาย ให้คัดลอกจากโฟลเดอร์รอบใหม่"
AS_XLSX = "เปิดด้วย Excel แล้วบันทึกเป็น .xlsx โดยไม่ใส่รหัสผ่าน หากไฟล์เสียหาย ให้คัดลอกจากโฟลเดอร์รอบใหม่"
AS_IT_STANDS = "ให้เขียนรหัสหรือชื่อตามที่อยู่ในตารางของรายการนั้น"
COMPLETE_IT = "ทำทะเบียนให้ครบ หรือแก้ไข agencies_expected ใน campaign.toml"
NO_SUCH_DAY = "ตรวจว่ามีวันนั้นในปฏิทิน และเขียนเป็น ปี-เดือน-วัน เช่น 2023-04-30"
NOT_UTF_8 = "ไฟล์ไม่ใช่ข้อความ UTF-8 — บันทึกเป็น UTF-8"
CLOSE_IT = "ปิดไฟล์ในโปรแกรมอื่น และตรวจว่าเป็นไฟล์ที่มีสิทธิ์อ่าน"


@pytest.fixture(autouse=True)
def _in_thai(_english):
    messages.speak("th")


def said(folder):
    try:
        load_campaign(folder.path)
    except CampaignMistakes as found:
        return [str(mistake) for mistake in found.mistakes]
    return []


def put(folder, name, content):
    """Write a file of the folder, in the place of whatever stood there."""
    place = folder.path / name
    place.write_bytes(content.encode() if isinstance(content, str) else content)


def make_folder(folder, name):
    place = folder.path / name
    place.unlink(missing_ok=True)
    place.mkdir()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "fiscal_year = 2566",
            "fiscal_year = 2566\nfiscal_year = 2567",
            "รายการตั้งค่านี้มีซ้ำสองครั้ง: fiscal_year = 2567 — ให้เหลือเพียงรายการเดียว",
        ),
        (
            "[guards]",
            "[window]\nopens = 2023-01-01\n[guards]",
            "รายการตั้งค่านี้มีซ้ำสองครั้ง: [window] — ให้เหลือเพียงรายการเดียว",
        ),
        (
            'province = "จังหวัดเชียงราย"',
            "province = “จังหวัดเชียงราย”",
            'อ่านบรรทัดนี้ไม่เข้าใจ: province = “จังหวัดเชียงราย” — ให้ใช้เครื่องหมายคำพูดแบบตรง (") แทนแบบโค้ง',
        ),
        (
            'province = "จังหวัดเชียงราย"',
            'province = “จังหวัดเชียงราย"',
            'อ่านบรรทัดนี้ไม่เข้าใจ: province = “จังหวัดเชียงราย" — ให้ใช้เครื่องหมายคำพูดแบบตรง (") แทนแบบโค้ง',
        ),
        (
            "fiscal_year = 2566",
            "\u00a0fiscal_year = 2566",
            "อ่านบรรทัดนี้ไม่เข้าใจ: fiscal_year = 2566 — มีอักขระที่มองไม่เห็น ให้ลบบรรทัดนี้แล้วพิมพ์ใหม่",
        ),
        (
            "fiscal_year = 2566",
            "\x00fiscal_year = 2566",
            "อ่านบรรทัดนี้ไม่เข้าใจ: fiscal_year = 2566 — มีอักขระที่มองไม่เห็น ให้ลบบรรทัดนี้แล้วพิมพ์ใหม่",
        ),
        (
            "agencies_expected = 34",
            "agencies_expected = ๓๔",
            "อ่านบรรทัดนี้ไม่เข้าใจ: agencies_expected = ๓๔ — เขียนตัวเลขด้วยเลขอารบิก เช่น 34",
        ),
        (
            "closes = 2023-04-30",
            "closes = 2023-04-31",
            f"อ่านบรรทัดนี้ไม่เข้าใจ: closes = 2023-04-31 — {NO_SUCH_DAY}",
        ),
        (
            "closes = 2023-04-30",
            'closes = "31 เม.ย. 2566"',
            '"31 เม.ย. 2566" ไม่ใช่วันที่ที่ถูกต้อง: ไม่มีวันนี้ในปฏิทิน — ให้เขียนวัน เดือน ปี เช่น 30 เม.ย. 2566',
        ),
        (
            'timezone = "Asia/Bangkok"',
            'timezone = "Asia/Bankok"',
            'ไม่มีเขตเวลา "Asia/Bankok" — อาจหมายถึง "Asia/Bangkok"',
        ),
        (
            "agencies_expected = 34",
            "agencies_expected = -34",
            '"agencies_expected" เป็น "-34" ไม่ได้ — ให้ใช้ตัวเลขที่มากกว่านี้',
        ),
        (
            "agencies_expected = 34",
            "agencies_expected = true",
            '"agencies_expected" เป็น "True" ไม่ได้ — ให้เขียนจำนวนเต็มโดยไม่ใส่เครื่องหมายคำพูด',
        ),
        (
            "refresh_every_hours = 24",
            'refresh_every_hours = "24"',
            '"refresh_every_hours" เป็น "24" ไม่ได้ — ให้เขียนจำนวนเต็มโดยไม่ใส่เครื่องหมายคำพูด',
        ),
    ],
)
def test_a_line_of_the_settings(folder, old, new, told):
    line = folder.settings(old, new) + new.startswith(f"{old}\n")
    assert said(folder) == [f"campaign.toml บรรทัด {line}: {told}"]


def test_another_number_of_agencies_than_expected(folder):
    folder.settings("agencies_expected = 34", "agencies_expected = 35")
    assert said(folder) == [
        f"agencies.csv: มี 34 หน่วยงาน แต่รอบการดำเนินงานกำหนดไว้ 35 หน่วยงาน — {COMPLETE_IT}"
    ]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (
            "campaign.toml",
            b"",
            "campaign.toml: ไฟล์ว่าง — สร้างโฟลเดอร์รอบใหม่ แล้วคัดลอกไฟล์นี้จากโฟลเดอร์นั้น",
        ),
        (
            "campaign.toml",
            "ชื่อ".encode("cp874"),
            "campaign.toml: ไฟล์ไม่ใช่ข้อความ UTF-8 — บันทึกเป็น UTF-8",
        ),
        ("agencies.csv", b"", f"agencies.csv: ไฟล์ว่าง — {AS_CSV}"),
        ("agencies.csv", b"%PDF-1.4", f"agencies.csv: ไฟล์นี้เป็น PDF ซึ่งระบบไม่อ่าน — {AS_CSV}"),
        (WORKBOOK, b"", f"{WORKBOOK}: ไฟล์ว่าง — {AS_XLSX}"),
        (WORKBOOK, "ไม่ใช่สมุดงาน", f"{WORKBOOK}: ไฟล์นี้เป็น ข้อความ (CSV) ซึ่งระบบไม่อ่าน — {AS_XLSX}"),
        (WORKBOOK, b"PK\x03\x04 cut", f"{WORKBOOK}: ไฟล์นี้เป็น ZIP ซึ่งระบบไม่อ่าน — {AS_XLSX}"),
        (
            "texts/privacy-notice.md",
            "ประกาศ".encode("cp874"),
            f"texts/privacy-notice.md: {NOT_UTF_8}",
        ),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_one_mistake(folder, name, content, told):
    put(folder, name, content)
    assert said(folder) == [told]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("agencies.csv", f"agencies.csv: เปิดไฟล์ไม่ได้ — {CLOSE_IT}"),
        (WORKBOOK, f"{WORKBOOK}: เปิดไฟล์ไม่ได้ — {CLOSE_IT}"),
        (
            "texts/privacy-notice.md",
            f"texts/privacy-notice.md: เปิดไฟล์ไม่ได้: มีโฟลเดอร์อยู่ในที่ที่ควรเป็นไฟล์ — {CLOSE_IT}",
        ),
    ],
)
def test_a_folder_of_a_file_s_name(folder, name, told):
    make_folder(folder, name)
    assert said(folder) == [told]


def test_settings_that_are_a_folder_or_are_not_there(folder):
    place = folder.path / "campaign.toml"
    make_folder(folder, "campaign.toml")
    assert said(folder) == [f"{place}: เปิดไฟล์ไม่ได้ — {CLOSE_IT}"]
    place.rmdir()
    assert said(folder) == [
        f"{place}: ไม่พบไฟล์ — ระบุโฟลเดอร์ของรอบการดำเนินงาน หรือสร้างใหม่ด้วย: rapsap new โฟลเดอร์"
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["campaign.toml", "agencies.csv"])
def test_a_file_that_one_may_not_read(folder, name):
    (folder.path / name).chmod(0)
    (told,) = said(folder)
    assert told.endswith(f"{name}: เปิดไฟล์ไม่ได้ — {CLOSE_IT}")


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        ("0", "0 ไม่ใช่จำนวนคน — ให้เขียนจำนวนคน หากยังไม่ทราบให้เว้นช่องว่างไว้"),
        ("-3", "-3 ไม่ใช่จำนวนคน — ให้เขียนจำนวนคน หากยังไม่ทราบให้เว้นช่องว่างไว้"),
        ("ห้า", '"ห้า" ไม่ใช่จำนวนเต็ม — ให้เขียนเฉพาะตัวเลข เช่น 12'),
        ("2.5", '"2.5" ไม่ใช่จำนวนเต็ม — ให้เขียนเฉพาะตัวเลข เช่น 12'),
    ],
)
def test_a_head_count_that_is_none(folder, heads, told):
    put(folder, "headcount.csv", HEADCOUNT.format(heads))
    assert said(folder) == [f'headcount.csv แถว 2 คอลัมน์ "จำนวน (คน)": {told}']


@pytest.mark.parametrize(("heads", "number"), [("๑๒", 12), ('"1,200"', 1200), ("12.0", 12)])
def test_a_head_count_however_it_is_written(folder, heads, number):
    put(folder, "headcount.csv", HEADCOUNT.format(heads))
    assert load_campaign(folder.path).headcount[0].heads == number


def test_an_agency_code_given_twice_and_what_it_has_become_of(folder):
    rows = folder.rows("agencies")
    rows[34][0] = "land"
    folder.write("agencies", rows)
    assert said(folder) == [
        f'aliases.csv แถว 734 คอลัมน์ "หน่วยงาน": ไม่พบชื่อ "justice" (และอีก 22 แถว) — {AS_IT_STANDS}',
        'agencies.csv แถว 35: รหัส "land" ซ้ำกับแถว 5 — เปลี่ยนให้ไม่ซ้ำ',
    ]


def test_a_table_that_is_gone_is_one_mistake_not_seven_hundred(folder):
    (folder.path / "agencies.csv").unlink()
    assert said(folder) == ['agencies.csv: ไม่พบตารางนี้ — เพิ่มแผ่นงาน "หน่วยงาน" ในสมุดงาน หรือเพิ่มไฟล์นี้']


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: text.replace("\nfiscal_year", "\n\tfiscal_year").encode(),
    ],
    ids=["byte order mark", "CRLF", "CR", "a tab before a key"],
)
def test_how_the_settings_are_saved_does_not_matter(folder, rewritten):
    before = load_campaign(folder.path)
    put(folder, "campaign.toml", rewritten((folder.path / "campaign.toml").read_text("utf-8")))
    assert load_campaign(folder.path) == before


@pytest.mark.parametrize(
    "rewritten",
    [
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("cp874"),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace(",", ";").encode(),
        lambda text: text.replace(",", "\t").encode(),
    ],
    ids=["byte order mark", "CP874", "UTF-16", "CRLF", "semicolons", "tabs"],
)
def test_how_a_table_is_saved_does_not_matter(folder, rewritten):
    before = load_campaign(folder.path)
    text = (folder.path / "agencies.csv").read_text("utf-8-sig").replace("\r\n", "\n")
    put(folder, "agencies.csv", rewritten(text))
    assert load_campaign(folder.path) == before


def test_a_folder_that_is_no_campaign_at_all(folder):
    shutil.rmtree(folder.path)
    folder.path.mkdir()
    assert len(said(folder)) == 7  # the settings, and each table that has to be there
