"""Promises about dates: either calendar, either digits, every dialect, and nothing guessed."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config import thai
from config.dates import DateFault, long_date, parse_date, parse_timestamp, short_date

BANGKOK = ZoneInfo("Asia/Bangkok")


def moment(text, **how):
    return parse_timestamp(text, zone=BANGKOK, **how)[0].isoformat(sep=" ")


def code(text, parse=parse_date, **how):
    with pytest.raises(DateFault) as caught:
        parse(text, **how)
    return caught.value.code


@pytest.mark.parametrize(
    ("text", "expected", "notation"),
    [
        pytest.param(
            "13/5/2567, 14:03:22", "2024-05-13 14:03:22", "sheet", id="D1 BE year in the sheet"
        ),
        pytest.param("01/02/2566", "2023-02-01 00:00:00", "typed", id="D2 day first"),
        pytest.param("13/5/2024 2:03:22 หลังเที่ยง", "2024-05-13 14:03:22", "sheet", id="D4 หลังเที่ยง"),
        pytest.param("13/5/2024 2:03:22 ก่อนเที่ยง", "2024-05-13 02:03:22", "sheet", id="D4 ก่อนเที่ยง"),
        pytest.param("13/5/2024 12:00:00 หลังเที่ยง", "2024-05-13 12:00:00", "sheet", id="D5 noon"),
        pytest.param(
            "13/5/2024 12:30 ก่อนเที่ยง", "2024-05-13 00:30:00", "typed", id="D5 after midnight"
        ),
        pytest.param(
            "๑๓ พ.ค. ๒๕๖๗ 16.39 น.", "2024-05-13 16:39:00", "typed", id="D11 Thai month and time"
        ),
        pytest.param(
            "วันจันทร์ที่ 13 เดือน พฤษภาคม พ.ศ. 2567 เวลา 16.39 น.",
            "2024-05-13 16:39:00",
            "typed",
            id="D11 in full",
        ),
        pytest.param(
            "30/4/2566, 23:59:59.999", "2023-04-30 23:59:59", "sheet", id="D20 last millisecond"
        ),
        pytest.param("1/5/2566, 0:00:00", "2023-05-01 00:00:00", "sheet", id="D20 next day"),
        pytest.param(
            "2023-04-30T17:00:00Z", "2023-05-01 00:00:00", "typed", id="D20 17:00 UTC is tomorrow"
        ),
        pytest.param(
            "2023-04-30T16:59:59.999Z", "2023-04-30 23:59:59", "typed", id="D20 before 17:00 UTC"
        ),
        ("4/8/2021, 18:34:26", "2021-08-04 18:34:26", "sheet"),
        ("2023/04/03 4:39:00 หลังเที่ยง GMT+7", "2023-04-03 16:39:00", "form"),
        ("2023/04/03 4:39:00 \u0e2bลังเท\u0e48\u0e35ยง GMT+7", "2023-04-03 16:39:00", "form"),
        ("2566/04/03 4:39:00 หลังเที่ยง GMT+7", "2023-04-03 16:39:00", "form"),
        ("2026/04/14 2:48:29 PM GMT+3", "2026-04-14 18:48:29", "form"),
        ("2026/01/14 11:55:17 pm CET", "2026-01-15 05:55:17", "form"),
        ("2026/07/14 11:55:17 pm CEST", "2026-07-15 04:55:17", "form"),
        ("2026/04/14 11:05:40 p.m. GMT-3", "2026-04-15 09:05:40", "form"),
        ("2026/04/14 11:05:40\u202fp.\u00a0m.\u00a0GMT-3", "2026-04-15 09:05:40", "form"),
        ("2026/04/14 11:05:40 a.m. GMT+5:30", "2026-04-14 12:35:40", "form"),
        ("2026/04/14 11:05:40 AM ICT", "2026-04-14 11:05:40", "form"),
        ("2026/04/14 11:05:40 AM UTC", "2026-04-14 18:05:40", "form"),
        ("2026/04/14 11:05:40", "2026-04-14 11:05:40", "typed"),
        ("2024-05-13T14:03:22", "2024-05-13 14:03:22", "typed"),
        ("2024-05-13 14:03", "2024-05-13 14:03:00", "typed"),
        ("2024-05-13T14:03:22.123456+09:00", "2024-05-13 12:03:22", "typed"),
        ("2024-05-13T14:03:22+0700", "2024-05-13 14:03:22", "typed"),
        ("๑๓/๕/2567, ๑๔:03:๒๒", "2024-05-13 14:03:22", "sheet"),
        ("\ufeff13/5/2567,\u00a014:03:22\u200b", "2024-05-13 14:03:22", "sheet"),
        ("13 พ.ค. 2567", "2024-05-13 00:00:00", "typed"),
    ],
)
def test_a_timestamp_is_read_in_bangkok_with_its_notation(text, expected, notation):
    when, seen = parse_timestamp(text, zone=BANGKOK)
    assert (when.isoformat(sep=" "), seen) == (f"{expected}+07:00", notation)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("5/13/2024 2:03:22 PM", "2024-05-13 14:03:22+07:00", id="D3 US locale"),
        ("6/6/2022 22:04:33", "2022-06-06 22:04:33+07:00"),
        ("2/1/2566", "2023-02-01 00:00:00+07:00"),
        ("2023/02/01 1:00:00 PM GMT+7", "2023-02-01 13:00:00+07:00"),
        ("13 พ.ค. 2567", "2024-05-13 00:00:00+07:00"),
    ],
)
def test_the_month_comes_first_only_where_the_source_says_so(text, expected):
    assert moment(text, order="mdy") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("01/02/2566", date(2023, 2, 1), id="D2 day first"),
        pytest.param("1/2/2023", date(2023, 2, 1), id="D9 CE in a mixed column"),
        pytest.param("1/2/2566", date(2023, 2, 1), id="D9 BE in a mixed column"),
        pytest.param("1/2/2543", date(2000, 2, 1), id="D9 the first BE year of the range"),
        pytest.param("๑๓ พ.ค. ๒๕๖๗", date(2024, 5, 13), id="D11 Thai digits"),
        pytest.param("13 พฤษภาคม 2567", date(2024, 5, 13), id="D11 month in full"),
        pytest.param("13 พค 67", date(2024, 5, 13), id="D11 no dots, two digits"),
        pytest.param("13พ.ค.67", date(2024, 5, 13), id="D11 no spaces"),
        pytest.param("13 พ. ค. 2567", date(2024, 5, 13), id="D11 spaced dots"),
        pytest.param("13 พฤษภาคม พ.ศ. ๒๕๖7", date(2024, 5, 13), id="D11 era and mixed digits"),
        ("3 เม.ย. 66", date(2023, 4, 3)),
        ("3 เม.ย. ค.ศ. 2023", date(2023, 4, 3)),
        ("3 เม.ย. ค.ศ. 23", date(2023, 4, 3)),
        ("3 เม.ย. 2023", date(2023, 4, 3)),
        ("3 April 2023", date(2023, 4, 3)),
        ("3 apr 2566", date(2023, 4, 3)),
        ("3 มีี.ค. 2566", date(2023, 3, 3)),
        ("2023-04-03", date(2023, 4, 3)),
        ("2566-04-03", date(2023, 4, 3)),
        ("3-4-2566", date(2023, 4, 3)),
        ("3.4.2566", date(2023, 4, 3)),
        ("29/2/2567", date(2024, 2, 29)),
        ("1/1/2000", date(2000, 1, 1)),
        ("31/12/2100", date(2100, 12, 31)),
    ],
)
def test_a_day_is_read_in_either_calendar(text, expected):
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("29/2/2566", "impossible", id="D7 29 February of a common year"),
        pytest.param("13/5/67", "two_digit_year", id="D10 two digits"),
        pytest.param("31/4/2567", "impossible", id="D15 31 April"),
        pytest.param("0/5/2567", "impossible", id="D15 day 0"),
        pytest.param("13/13/2567", "impossible", id="D15 month 13"),
        pytest.param("2566", "year_only", id="D16 a year alone"),
        pytest.param("พ.ศ. ๒๕๖๖", "year_only", id="D16 a Thai year alone"),
        pytest.param("1/1/0001", "out_of_range", id="D19 the year 1"),
        pytest.param("9999-12-31", "out_of_range", id="D19 the year 9999"),
        ("31 มิ.ย. ๒๕๖๖", "impossible"),
        ("31/12/1999", "out_of_range"),
        ("1/1/2101", "out_of_range"),
        ("31/12/2542", "out_of_range"),
        ("1/1/2400", "out_of_range"),
        ("3 เม.ย. พ.ศ. 2023", "out_of_range"),
        ("3 เม.ย. ค.ศ. 2566", "out_of_range"),
        ("3 เม.ย. 23", "out_of_range"),
        ("13 May 67", "two_digit_year"),
        ("", "empty"),
        (" \u200b\u00a0", "empty"),
        ("60", "unreadable"),
        ("45059.69", "unreadable"),
        ("13/5-2567", "unreadable"),
        ("13/5/2567/1", "unreadable"),
        ("2023/04/2566", "unreadable"),
        ("13/5/256", "unreadable"),
        ("13 พค.. กก 2567", "unreadable"),
        ("เมื่อวาน", "unreadable"),
        ("²/5/2567", "unreadable"),
        ("１３/5/2567", "unreadable"),
        ("໑໓/5/2567", "unreadable"),
        ("13/5/2567 10:00", "unreadable"),
    ],
)
def test_what_is_no_day_is_refused_with_its_reason(text, expected):
    assert code(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13/5/2567, 24:00", "impossible"),
        ("13/5/2567, 24:00:00", "impossible"),
        ("13/5/2567, 12:60:00", "impossible"),
        ("13/5/2567, 12:00:60", "impossible"),
        ("13/5/2567 13:00 PM", "impossible"),
        ("13/5/2567 0:30 ก่อนเที่ยง", "impossible"),
        ("2026/04/14 2:48:29 PM XYZ", "unknown_zone"),
        ("2026/04/14 2:48:29 PM EST", "unknown_zone"),
        ("2026/04/14 2:48:29 PM GMT+15", "unknown_zone"),
        ("2026/04/14 2:48:29 PM GMT+7:60", "unknown_zone"),
        ("29/2/2566, 10:00:00", "impossible"),
        ("13/5/2567, 10", "unreadable"),
        ("13/5/2567, 10:00:00 10:00:00", "unreadable"),
        ("10:00:00", "unreadable"),
    ],
)
def test_what_is_no_moment_is_refused_with_its_reason(text, expected):
    assert code(text, parse_timestamp, zone=BANGKOK) == expected


@pytest.mark.parametrize(
    ("text", "calendar", "expected"),
    [
        pytest.param("13/5/67", "be", date(2024, 5, 13), id="D10 the source says BE"),
        pytest.param("13/5/24", "ce", date(2024, 5, 13), id="D10 the source says CE"),
        pytest.param("13 พ.ค. 67", "ce", date(2024, 5, 13), id="D10 beside a Thai month, BE"),
    ],
)
def test_two_digits_are_a_year_where_the_source_says_so(text, calendar, expected):
    assert parse_date(text, two_digit_year=calendar) == expected


def test_a_refusal_shows_the_text():
    with pytest.raises(DateFault, match="31/4/2567"):
        parse_date("31/4/2567")


days = st.dates(date(2000, 1, 2), date(2060, 12, 31))


def test_every_day_comes_back_from_every_way_of_writing_it():
    day = date(2000, 1, 1)
    while day.year < 2061:
        be = day.year + 543
        assert parse_date(long_date(day)) == day
        assert parse_date(long_date(day, digits="arabic")) == day
        assert parse_date(short_date(day)) == day
        assert parse_date(f"{day.day}/{day.month}/{be}") == day
        assert parse_date(f"{day.month}/{day.day}/{day.year}", order="mdy") == day
        assert parse_date(day.isoformat()) == day
        day += timedelta(days=1)


@given(days, st.times().map(lambda clock: clock.replace(microsecond=0)))
def test_every_dialect_names_the_same_moment(day, clock):
    written = datetime.combine(day, clock, BANGKOK)
    half = "ก่อนเที่ยง" if clock < time(12) else "หลังเที่ยง"
    twelve = f"{clock.hour % 12 or 12}:{clock:%M:%S}"
    for text in (
        f"{day.day}/{day.month}/{day.year}, {clock.hour}:{clock:%M:%S}",
        thai.thai_digits(f"{day.day}/{day.month}/{day.year + 543}, {clock.hour}:{clock:%M:%S}"),
        f"{day.year}/{day:%m/%d} {twelve} {half} GMT+7",
        f"{day.day}/{day.month}/{day.year} {twelve} {half}",
        written.isoformat(),
        written.astimezone(ZoneInfo("UTC")).isoformat(),
        f"{long_date(day)} เวลา {clock:%H.%M.%S} น.",
    ):
        assert parse_timestamp(text, zone=BANGKOK)[0] == written, text


@given(st.text() | st.text(st.sampled_from("0123456789๑/:-. ,aPMgmt+พ.คมเยZT")))
def test_any_text_is_a_moment_or_a_fault(text):
    try:
        when, _notation = parse_timestamp(text, zone=BANGKOK)
    except DateFault:
        return
    assert when.tzinfo is BANGKOK
    assert when.microsecond == 0


def test_documents_print_thai_digits_and_tables_arabic_ones():
    assert long_date(date(2023, 4, 30)) == "๓๐ เมษายน ๒๕๖๖"
    assert long_date(date(2023, 4, 30), digits="arabic") == "30 เมษายน 2566"
    assert short_date(date(2023, 4, 30)) == "30 เม.ย. 2566"
