"""Promises about Thai text: one key for what looks the same, and nothing else touched."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pythainlp.util import normalize

from config import thai

THAI = "".join(chr(code) for code in range(0x0E01, 0x0E5C) if chr(code).isprintable())
MARKS = "เแา\u0e33\u0e45ะฤฦ\u0e31\u0e34\u0e38\u0e47\u0e48\u0e49\u0e4c\u0e4d\u0e3a\u0e4e"
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u00a0\u202f\t\n\r\x0b\x00\u2028"
crowded = st.text(st.sampled_from("กนม" + MARKS * 3 + " " + INVISIBLE))
broad = st.text(st.sampled_from(THAI + MARKS + INVISIBLE + " aAİßＡ12²①๑.,-👩"))
anything = crowded | broad | st.text()


def ungated(text: str) -> str:
    """What `clean` would be if it trusted nothing."""
    return thai._normalised(" ".join(thai._visible(text).split()))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("\u200bสมชาย\u200b", "สมชาย", id="T1 zero-width space at the ends"),
        pytest.param("สม\u200bชาย", "สมชาย", id="T1 zero-width space inside"),
        pytest.param("\xa0สมชาย\xa0ใจดี", "สมชาย ใจดี", id="T2 no-break space"),
        pytest.param("สมชาย\u202f\u3000ใจดี", "สมชาย ใจดี", id="T2 other odd spaces"),
        pytest.param("\ufeffสมชาย", "สมชาย", id="T3 BOM inside a cell"),
        pytest.param("ก\u0e4d\u0e32", "กำ", id="T4 SARA AM in two pieces"),
        pytest.param("น\u0e49\u0e4d\u0e32", "น้ำ", id="T4 tone before the ring"),
        pytest.param("น\u0e4d\u0e49\u0e32", "น้ำ", id="T4 tone after the ring"),
        pytest.param("น\u0e33\u0e49", "น้ำ", id="T4 tone after SARA AM"),
        pytest.param("ก\u0e4d\u0e33", "กำ", id="T4 one ring too many"),
        pytest.param("ก\u0e4d\u0e48\u0e33", "ก่ำ", id="T4 one ring too many, with a tone"),
        pytest.param("น\u0e49\u0e49ำ", "น้ำ", id="T6 tone mark twice"),
        pytest.param("ก\u0e48\u0e48\u0e48", "ก่", id="T6 tone mark three times"),
        pytest.param("ด\u0e35\u0e35", "ดี", id="T6 vowel twice"),
        pytest.param("เเม่", "แม่", id="T7 two SARA E"),
        pytest.param("ท\u0e35\u0e48ด\u0e48\u0e34น", "ที่ดิ่น", id="T7 tone before its vowel"),
        pytest.param("น\u0e34\u0e4dง", "นึง", id="T7 SARA UE in two pieces"),
        pytest.param("\u0e24\u0e32ชัย", "\u0e24\u0e45ชัย", id="T7 SARA AA for LAKKHANGYAO"),
        pytest.param("มาก\u0e45", "มากา", id="T7 LAKKHANGYAO for SARA AA"),
        pytest.param("๑๒", "12", id="T9 Thai digits"),
        pytest.param("๒๕๖๗", "2567", id="T9 a Thai year"),
        pytest.param("สมชาย  ใจดี", "สมชาย ใจดี", id="T15 two spaces"),
        pytest.param("สมชาย\tใจดี", "สมชาย ใจดี", id="T15 tab"),
        pytest.param("สมชาย\nใจดี", "สมชาย ใจดี", id="T15 newline"),
        pytest.param("สม\u00adชาย", "สมชาย", id="T21 soft hyphen"),
        pytest.param("สม\u200d\u200cชาย", "สมชาย", id="T21 joiners"),
        pytest.param("สม\u2060ชาย", "สมชาย", id="T21 word joiner"),
        pytest.param("a\x0bb", "a b", id="X1 vertical tab"),
        pytest.param("a\x00b", "ab", id="X2 NUL"),
        pytest.param("a\x1bb\x7f", "ab", id="X3 control characters"),
        pytest.param("a\rb\x85c\x0cd", "a b c d", id="X6 rare line ends"),
        pytest.param(" \n สมชาย \r\n", "สมชาย", id="X7 white space around"),
        pytest.param("หน่วยงาน\n(เลือก)", "หน่วยงาน(เลือก) ", id="W1 newline in a header"),
        pytest.param("หน่วยงาน \u200b", "หน่วยงาน", id="W1 trailing space and ZWSP in a header"),
    ],
)
def test_two_writings_of_one_thing_have_one_key(written, meant):
    assert thai.match_key(written) == thai.match_key(meant)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("  นาย\xa0สมชาย \n ใจดี ", "นาย สมชาย ใจดี"),
        ("ปี ๒๕๖๗", "ปี ๒๕๖๗"),
        ("ＡＢＣ", "ＡＢＣ"),
        ("สำนักงานเกษตรและสหกรณ์จังหวัด", "สำนักงานเกษตรและสหกรณ์จังหวัด"),
        ("", ""),
    ],
)
def test_clean_is_what_a_person_reads(written, read):
    assert thai.clean(written) == read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("เกษตรจังหวัด", "เกษตรและสหกรณ์จังหวัด"),
        ("สถ.จ.", "สถจ."),
        ("ปา", "ป่า"),
        ("นา", "นำ"),
    ],
)
def test_two_different_things_keep_two_keys(one, other):
    assert thai.match_key(one) != thai.match_key(other)


@pytest.mark.parametrize(
    "sign",
    [pytest.param("²", id="T10 superscript two"), pytest.param("①", id="T10 circled one")],
)
def test_what_only_looks_like_a_digit_stays_what_it_is(sign):
    assert thai.match_key(sign) == thai.clean(sign) == thai.arabic_digits(sign) == sign


@pytest.mark.parametrize(
    "marks",
    [
        pytest.param("\u0e48", id="T25 a tone mark alone"),
        pytest.param("\u0e31\u0e48", id="T25 vowel and tone alone"),
        pytest.param("\u200b\u0e48 ", id="T25 behind a zero-width space"),
    ],
)
def test_marks_with_nothing_to_stand_on_are_no_text(marks):
    assert thai.clean(marks) == thai.match_key(marks) == ""


@pytest.mark.parametrize(
    ("written", "key"),
    [
        pytest.param(" A@X.GO.TH ", "a@x.go.th", id="A11 capitals and spaces"),
        pytest.param("a@x.go.th\u200b", "a@x.go.th", id="A11 zero-width space"),
        pytest.param("ＡＢＣ＠x.go.th", "abc@x.go.th", id="T11 full width letters"),
        pytest.param("１２", "12", id="T11 full width digits"),
        pytest.param("a b @x.go.th", "ab@x.go.th", id="A11 spaces inside"),
    ],
)
def test_an_email_has_one_key(written, key):
    assert thai.email_key(written) == key


def test_emoji_and_other_scripts_pass():
    """T22, T27: nothing is guessed about them here."""
    assert thai.clean("👩‍⚕️ 🇹🇭") == "👩⚕️ 🇹🇭"
    assert thai.match_key("ສມຊາຍ") != thai.match_key("สมชาย")


@pytest.mark.parametrize(
    ("value", "places", "printed"),
    [
        (14200, 0, "14,200"),
        (0, 0, "0"),
        (2.5, 0, "3"),
        (99.95, 1, "100.0"),
        (1234.25, 1, "1,234.3"),
        (Decimal("3.005"), 2, "3.01"),
        (-1500, 0, "-1,500"),
    ],
)
def test_numbers_are_grouped_and_rounded_half_up(value, places, printed):
    assert thai.number(value, places) == printed


@given(st.text())
def test_digits_go_there_and_back(text):
    assert thai.arabic_digits(thai.thai_digits(text)) == thai.arabic_digits(text)


@given(anything)
@example("ก\u0e33 \u0e33")
@example("ก\u0e33\u0e4d\u0e32")
@example("\u0e45\u0e32")
def test_the_gate_lets_nothing_through_that_would_change(text):
    assert thai.clean(text) == ungated(text)


@given(anything)
def test_cleaned_text_is_what_pythainlp_would_leave(text):
    assert normalize(thai.clean(text)) == thai.clean(text)


@given(anything)
def test_cleaning_twice_is_cleaning_once(text):
    assert thai.clean(thai.clean(text)) == thai.clean(text)


@given(anything)
def test_a_key_is_its_own_key_and_the_cleaned_text_has_the_same(text):
    key = thai.match_key(text)
    assert thai.match_key(key) == key
    assert thai.match_key(thai.clean(text)) == key
    assert not any(character.isspace() for character in key)
