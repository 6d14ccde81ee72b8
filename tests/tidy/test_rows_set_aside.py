"""A bad row is data: kept, counted, given a reason and a remedy; the others are untouched."""

from __future__ import annotations

from datetime import timedelta

import pytest
from builders import CLARIFY, coi_row, headings, signoff_form, signoff_row, tiny_campaign
from stored import NOW, reasons, signoffs, stored, tidied

from aggregate import summarise
from collector.tidy.reasons import REASONS

MORNING = "3/4/2023, 08:00:00"
GOOD = signoff_row("ทดลอง", MORNING)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        pytest.param(signoff_row("นาย", MORNING), "no_name", id="T13 a title alone"),
        pytest.param(signoff_row("\u0e31\u0e48", MORNING), "no_name", id="T25 marks alone"),
        pytest.param(signoff_row("????", MORNING), "text_lost", id="T19 question marks"),
        pytest.param(signoff_row("\ufffd\ufffd", MORNING), "text_lost", id="T19 replacement"),
        pytest.param(signoff_row("a\ud800", MORNING), "text_lost", id="T23 half a pair"),
        pytest.param(signoff_row("à¸ªà¸¡à¸¡", MORNING), "text_lost", id="T16 UTF-8 as Latin-1"),
        pytest.param(signoff_row("ÊÁªÒÂ", MORNING), "text_lost", id="T17 CP874 as Latin-1"),
        pytest.param(signoff_row("เธชเธกเธก", MORNING), "text_lost", id="UTF-8 as CP874"),
        *(
            pytest.param(signoff_row("สมมติ", MORNING, position=error), "formula_failed", id=error)
            for error in ("#REF!", "#N/A", "#VALUE!")
        ),
        pytest.param(
            signoff_row("สมมติ", MORNING, agency="ສມຊາຍ"), "foreign_letters", id="T27 Lao letters"
        ),
        pytest.param(
            signoff_row("สมมติ", MORNING, agency="สำนักงานใหม่"), "unknown_agency", id="A1 unknown"
        ),
        pytest.param(
            signoff_row("สมมติ", MORNING, agency="สนจ"), "unknown_agency", id="A2 unknown alias"
        ),
        *(
            pytest.param(
                signoff_row("สมมติ", MORNING, agency=blank), "no_agency", id=f"A4 {blank!r}"
            )
            for blank in ("", "-", ".", "ไม่มี", "NA", "None", "null", "nan", " \u200b")
        ),
        pytest.param(
            signoff_row("สมมติ", MORNING, agency="อื่น ๆ (ระบุ)"), "unknown_agency", id="A5 other"
        ),
        pytest.param(
            signoff_row("สมมติ", MORNING, agency="สำนักงานจังหวัดเชียงราย, สสจ."),
            "unknown_agency",
            id="A6 two agencies in one answer",
        ),
        pytest.param(signoff_row("สมมติ", ""), "no_time", id="C13 totals row, no time"),
        pytest.param(signoff_row("สมมติ", "29/2/2566"), "bad_time", id="D7 no such day"),
        pytest.param(signoff_row("สมมติ", "13/5/67"), "bad_time", id="D10 two-digit year"),
        pytest.param(signoff_row("สมมติ", "31/4/2567"), "bad_time", id="D15 no such day"),
        pytest.param(signoff_row("สมมติ", "2566"), "bad_time", id="D16 a year alone"),
        pytest.param(signoff_row("สมมติ", "9999-12-31"), "bad_time", id="D19 far away"),
        pytest.param(signoff_row("สมมติ", "60"), "bad_time", id="D14 a serial number"),
        pytest.param(signoff_row("สมมติ", "3/6/2023, 08:00:00"), "future_time", id="in the future"),
        pytest.param(
            signoff_row("สมมติ", MORNING, staff_type="ขรก"), "unknown_staff_type", id="staff type"
        ),
        pytest.param(signoff_row("สมมติ", MORNING, staff_type=""), "no_staff_type", id="no type"),
        pytest.param(signoff_row("สมมติ", MORNING, confirm=""), "not_confirmed", id="no ยืนยัน"),
        pytest.param(
            signoff_row("สมมติ", MORNING, ack__ethics="อาจจะ"), "unknown_option", id="free answer"
        ),
        pytest.param(
            signoff_row("สมมติ", MORNING, **{"ack__no-gift": "", "ack__ethics": ""}),
            "nothing_acknowledged",
            id="nothing acknowledged",
        ),
        pytest.param((*signoff_row("สมมติ", MORNING), "ล้น"), "too_many_cells", id="C8 long row"),
    ],
)
def test_a_row_that_cannot_be_read_is_set_aside_alone(bad: tuple[str, ...], reason: str) -> None:
    responses = tidied(stored("signoff", [bad, GOOD]))
    assert responses.set_aside["reason_id"].to_list() == [reason]
    summary = summarise(responses, tiny_campaign())
    assert summary.rows == {
        "read": 2, "accepted": 1, "superseded": 0, "set_aside": 1, "erased": 0,
    }  # fmt: skip
    assert summary.agencies["signers"].sum() == 1


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("²", id="T10 superscript"),
        pytest.param("①", id="T10 circled"),
        pytest.param("6", id="beyond the scale"),
    ],
)
def test_t10_a_score_off_the_scale_is_set_aside(answer: str) -> None:
    row = coi_row("สสจ.", MORNING, coi__benefits__impact=answer)
    assert reasons(row, form_id="coi") == ["unknown_option"]


def test_t9_thai_digits_are_read_on_purpose() -> None:
    row = coi_row("สสจ.", "๓/๔/๒๕๖๖, ๐๘:๐๐:๐๐")
    assert reasons(row, form_id="coi") == []


def test_every_row_set_aside_says_what_to_do_and_keeps_its_cells() -> None:
    row = signoff_row("สมมติ", "31/4/2566")
    aside = tidied(stored("signoff", [row])).set_aside.iloc[0]
    assert "31/4/2566" in aside["reason"]
    assert aside["remedy"]
    assert aside["raw"] == " | ".join(row)
    assert (aside["source"], aside["row"]) == ("signoff/answers.csv", 2)


def test_a_likeness_is_suggested_and_never_applied() -> None:
    row = signoff_row("สมมติ", MORNING, agency="สำนักงานสาธารณะสุขจังหวัดเชียงราย")
    responses = tidied(stored("signoff", [row]))
    assert responses.signoffs.empty
    assert "สำนักงานสาธารณสุขจังหวัดเชียงราย" in responses.set_aside["reason"].iloc[0]


def test_a7_a_name_holds_until_the_day_it_was_given_up() -> None:
    old = "ศูนย์พัฒนาฝีมือแรงงานเชียงราย"
    assert reasons(signoff_row("สมมติ", "31/3/2023, 23:59:59", agency=old)) == []
    assert reasons(signoff_row("สมมติ", "1/4/2023, 0:00:00", agency=old)) == ["unknown_agency"]


def test_c8_a_short_row_is_filled_up_with_blanks() -> None:
    form = signoff_form()
    confirm_first = (
        "confirm",
        *(q.id for q in form.questions if q.id not in ("confirm", "full_name")),
    )
    header = tuple(form.question(name).header for name in confirm_first)
    row = dict(zip(headings(form), signoff_row("สมมติ", MORNING), strict=True))
    short = tuple(row[heading] for heading in header[:-2])
    assert tidied(stored("signoff", [short], header=header)).set_aside.empty


def test_a_question_asked_twice_may_be_answered_once_but_not_two_ways() -> None:
    form = signoff_form()
    header = (*headings(form), form.question("agency").header)
    same = (*signoff_row("สมมติ", MORNING), "")
    torn = (*signoff_row("ทดลอง", MORNING), "สสจ.")
    aside = tidied(stored("signoff", [same, torn], header=header)).set_aside
    assert aside["reason_id"].to_list() == ["two_answers"]
    assert aside["row"].to_list() == [3]


def test_a_working_column_beside_the_answers_sets_no_row_aside() -> None:
    header = (*headings(signoff_form()), "ตรวจแล้ว")
    rows = [(*signoff_row("สมมติ", MORNING), "#N/A"), (*signoff_row("ทดลอง", MORNING), "????")]
    assert tidied(stored("signoff", rows, header=header)).set_aside.empty


@pytest.mark.parametrize("text", ["# REF", "#ref!", "ไม่มี #N/A", "?", "??", "เธอ เนย", "Café é"])
def test_what_only_resembles_damage_is_an_answer(text: str) -> None:
    assert reasons(signoff_row("สมมติ", MORNING, position=text)) == []


def test_a_day_ahead_is_a_clock_and_more_is_a_mistake() -> None:
    row = signoff_row("สมมติ", "2/6/2023, 07:00:00")  # 00:00Z on the second: 24 hours ahead
    assert tidied(stored("signoff", [row]), now=NOW).set_aside.empty
    behind = NOW - timedelta(seconds=1)
    assert len(tidied(stored("signoff", [row]), now=behind).set_aside) == 1


def test_a_row_that_only_asks_for_clarification_is_accepted_and_acknowledges_nothing() -> None:
    asks = {"ack__no-gift": CLARIFY.text, "ack__ethics": ""}
    summary = signoffs(signoff_row("สมมติ", MORNING, **asks))
    assert summary.rows["accepted"] == 1
    assert summary.completion["acknowledged"].sum() == 0


def test_an_assessment_that_leaves_everything_blank_is_set_aside() -> None:
    blank = {f"coi__{kind}__{side}": "" for kind in ("benefits", "outside-work")
             for side in ("likelihood", "impact")}  # fmt: skip
    assert reasons(coi_row("สสจ.", MORNING, **blank), form_id="coi") == ["nothing_assessed"]


def test_an_assessment_needs_no_staff_type_to_count() -> None:
    assert reasons(coi_row("สสจ.", MORNING, staff_type="ขรก"), form_id="coi") == []


def test_every_reason_is_in_the_catalogue_of_words() -> None:
    for reason in REASONS.values():
        fault, remedy = reason.in_words("รายละเอียด")
        assert fault
        assert remedy
        assert "{" not in fault + remedy
