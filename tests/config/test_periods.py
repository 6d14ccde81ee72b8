"""The periods that the seed's measures were given, and the days that their results name."""

from __future__ import annotations

from datetime import date

import pytest

from config.periods import Span, period_of, spans_in


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("มีนาคม - เมษายน ๒๕๖๖", "2023-03-01", "2023-04-30"),
        ("๑ วัน (๒๔ มกราคม ๒๕๖๖)", "2023-01-24", "2023-01-24"),
        ("มกราคม ๒๕๖๖", "2023-01-01", "2023-01-31"),
        ("มกราคม - มิถุนายน ๒๕๖๖", "2023-01-01", "2023-06-30"),
        ("มกราคม - กุมภาพันธ์ ๒๕๖๖ (ร่าง โปรดตรวจสอบ)", "2023-01-01", "2023-02-28"),
        ("มี.ค. – เม.ย. 2566", "2023-03-01", "2023-04-30"),
        ("ตุลาคม ๒๕๖๕ ถึง มกราคม ๒๕๖๖", "2022-10-01", "2023-01-31"),
        ("ตุลาคม - มกราคม ๒๕๖๖", "2022-10-01", "2023-01-31"),
        ("มีนาคม - เมษายน", "2023-03-01", "2023-04-30"),
        ("ธันวาคม", "2022-12-01", "2022-12-31"),
        ("๑ - ๓๐ เมษายน ๒๕๖๖", "2023-04-01", "2023-04-30"),
        ("๒๘ กุมภาพันธ์ - ๓ มีนาคม ๒๕๖๖", "2023-02-28", "2023-03-03"),
        ("กุมภาพันธ์ ๒๕๖๗", "2024-02-01", "2024-02-29"),
        ("ภายในวันที่ ๓๐ เมษายน ๒๕๖๖", "2022-10-01", "2023-04-30"),
        ("ตั้งแต่ ๑ มีนาคม ๒๕๖๖ เป็นต้นไป", "2023-03-01", "2023-09-30"),
        ("ตลอดปีงบประมาณ พ.ศ. ๒๕๖๖", "2022-10-01", "2023-09-30"),
        ("24/1/2566", "2023-01-24", "2023-01-24"),
        ("มีนาคม - เมษายน พ.ศ. ๒๕๖๖", "2023-03-01", "2023-04-30"),
    ],
)
def test_a_period_as_offices_write_it(text, first, last):
    period = period_of(text, 2566)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


@pytest.mark.parametrize("text", ["", "ต่อเนื่อง", "๓ เดือน", "ไตรมาสที่ ๒", "หารือสำนักงานฯ"])
def test_a_period_that_names_no_month_is_none(text):
    assert period_of(text, 2566) is None


@pytest.mark.parametrize("text", ["๓๑ มิถุนายน ๒๕๖๖", "๓๐ - ๑ เมษายน ๒๕๖๖", "31/4/2566"])
def test_days_that_cannot_be_make_no_period(text):
    assert period_of(text, 2566) == Span(text, None, None)


RESULT = (
    "จังหวัดเชียงรายได้จัดประชุมคณะทำงาน (Integrity and Transparency Assessment : ITA) ของจังหวัด "
    "เมื่อวันที่ ๑๖ กุมภาพันธ์ ๒๕๖๖ เพื่อชี้แจงหลักเกณฑ์ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖"
)


def test_a_result_names_its_day():
    assert spans_in(RESULT, 2566) == (
        Span("๑๖ กุมภาพันธ์ ๒๕๖๖", date(2023, 2, 16), date(2023, 2, 16)),
    )


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("เมื่อ ๑๖ ก.พ.", [date(2023, 2, 16)]),
        ("เมื่อ 16 ก.พ. 66 และ 3 เม.ย. 66", [date(2023, 2, 16), date(2023, 4, 3)]),
        ("เมื่อ ๑๖ ธ.ค. และ ๒๐ ม.ค. ๒๕๖๖", [date(2022, 12, 16), date(2023, 1, 20)]),
        ("ตามหนังสือสำนักงาน ก.พ. และ อ.ก.พ. จังหวัด", []),
        ("มีคนเข้าร่วม ๑๒๐ คน จาก ๓๔ หน่วยงาน", []),
        ("ครั้งที่ ๑/๒๕๖๖", []),
    ],
)
def test_which_days_a_sentence_names(text, days):
    assert [span.first for span in spans_in(text, 2566)] == days


def test_a_day_that_does_not_exist_is_found_all_the_same():
    assert spans_in("วันที่ ๓๑ มิ.ย. ๒๕๖๖", 2566) == (Span("๓๑ มิ.ย. ๒๕๖๖", None, None),)


@pytest.mark.parametrize(
    ("named", "inside"),
    [
        ("๓๑ ธันวาคม ๒๕๖๕", False),
        ("๑ มกราคม ๒๕๖๖", True),
        ("๓๑ มกราคม ๒๕๖๖", True),
        ("๑ กุมภาพันธ์ ๒๕๖๖", False),
        ("มกราคม ๒๕๖๖", True),
        ("๓๑ - ๓๒ มกราคม ๒๕๖๖", False),
    ],
)
def test_both_ends_of_a_period(named, inside):
    (span,) = spans_in(named, 2566)
    assert span.overlaps(period_of("มกราคม ๒๕๖๖", 2566)) is inside


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("มกราคม - มีนาคม 2567", date(2024, 1, 1), date(2024, 3, 31)),
        ("ธันวาคม - มกราคม 2567", date(2023, 12, 1), date(2024, 1, 31)),
        ("1 มีนาคม และ 9 มีนาคม 2567", date(2024, 3, 1), date(2024, 3, 9)),
        ("มกราคม 2565 และมีนาคม", date(2022, 1, 1), date(2023, 3, 31)),
        ("30 กันยายน", date(2023, 9, 30), date(2023, 9, 30)),
        ("1 ตุลาคม", date(2022, 10, 1), date(2022, 10, 1)),
    ],
)
def test_a_year_left_out_is_the_next_dates_else_the_fiscal_years(text, first, last):
    period = period_of(text, 2566)
    assert (period.text, period.first, period.last) == (text, first, last)
    assert (spans_in(text, 2566)[0].first, spans_in(text, 2566)[-1].last) == (first, last)


def test_a_year_alone_makes_a_short_name_a_month():
    assert [span.first for span in spans_in("ก.พ. 2566", 2566)] == [date(2023, 2, 1)]
    assert spans_in("สำนักงาน ก.พ.", 2566) == ()
