"""``oit.xlsx``: what the office types into ITAS, opened again as Excel would open it."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
import sample
from builders import NOTICES, signoff_row, tiny_campaign
from stored import signoffs
from workbooks import rows_of_sheet

from config.campaign import NoticeVersion, OitItem
from report.facts import Facts
from report.workbook import oit_tables

ROWS = (signoff_row("กานดา", "11/4/2023, 08:00:00"),)
SITE = "https://www.example.go.th/ita/2566"
AS_OF = date(2023, 4, 11)
PUBLISHED = NOTICES[1].model_copy(
    update={
        "versions": (
            NoticeVersion(version="1", since=date(2023, 2, 1), change="first", url="https://old.example"),
            NoticeVersion(version="2", since=date(2023, 3, 1), change="minor", url="https://a.example/e.pdf"),
        )
    }
)  # fmt: skip


def item(code, evidence="main", **more):
    return OitItem(fiscal_year=2566, code=code, item="มาตรการ", evidence=evidence, **more)


def documents(*items, rows=ROWS, **campaign):
    changes = {"oit": items, "notices": (NOTICES[0], PUBLISHED)} | campaign
    facts = Facts(signoffs(*rows), tiny_campaign(**changes), sample.run(), sample.NOW)
    return {document.name: document for document in oit_tables(facts)}


def table(*items, **campaign):
    return rows_of_sheet(documents(*items, **campaign)["internal/oit.xlsx"].content, "OIT")


def test_a_row_says_code_item_evidence_address_explanation_and_day():
    sure = item("O42", page="o42", explanation="การวิเคราะห์", verified=True)
    assert table(sure, site_url=SITE) == [
        ["O42", "มาตรการ", "หลักฐานหลัก", f"{SITE}/o42.html", "การวิเคราะห์", AS_OF, "ยืนยันแล้ว"],
    ]  # fmt: skip


@pytest.mark.parametrize("site", [SITE, f"{SITE}/"])
def test_the_address_is_the_rows_own_else_the_notices_newest_else_the_sites(site):
    own = item("O1", url="https://own.example", notice="ethics", page="o42")
    notice, page = item("O2", notice="ethics", page="o42"), item("O3", page="risk")
    assert [row[3] for row in table(own, notice, page, item("O4"), site_url=site)] == [
        "https://own.example", "https://a.example/e.pdf", f"{SITE}/risk.html", "",
    ]  # fmt: skip


def test_what_is_still_to_be_done_stands_beside_each_row():
    rows = table(
        item("", page="o42"), item("O1", page="o42"), item("O2"), item("O3", notice="no-gift"),
        site_url=SITE,
    )  # fmt: skip
    assert [(row[0], row[6]) for row in rows] == [
        ("O1", "ยังไม่ได้ยืนยัน โปรดตรวจสอบ"),
        ("O2", "ยังไม่มีที่อยู่เว็บไซต์"),
        ("O3", "ยังไม่มีที่อยู่เว็บไซต์"),
        ("ไม่ทราบ โปรดตรวจสอบ", "ไม่ทราบ โปรดตรวจสอบ"),
    ]


def test_the_day_is_that_of_publication_else_that_of_the_data():
    published = item("O1", page="o42", on=date(2023, 5, 3))
    rows = table(published, item("O2", page="o42"), item("O3", notice="ethics"), site_url=SITE)
    assert [row[5] for row in rows] == [date(2023, 5, 3), AS_OF, ""]
    assert [row[5] for row in table(item("O2", page="o42"), rows=())] == [""]


def test_the_csv_says_the_same_and_nothing_runs():
    nasty = item("O9", url='=HYPERLINK("http://x")', explanation="+1\nสองบรรทัด")
    told = documents(nasty, item("O42", page="o42", verified=True), site_url=SITE)
    content = told["internal/oit.csv"].content
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[0]["url"].startswith("'=")
    assert rows[1] == {
        "code": "O42", "item": "มาตรการ", "evidence": "หลักฐานหลัก", "url": f"{SITE}/o42.html",
        "explanation": "", "day": "2023-04-11", "state": "ยืนยันแล้ว",
    }  # fmt: skip
    assert table(nasty)[0][3] == '=HYPERLINK("http://x")'


def test_it_is_for_the_office_and_absent_without_rows():
    assert {document.audience for document in documents(item("O1")).values()} == {"internal"}
    assert documents() == {}


def test_the_same_rows_give_the_same_bytes():
    first, again = (documents(item("O42", page="o42")) for _time in range(2))
    assert first == again
