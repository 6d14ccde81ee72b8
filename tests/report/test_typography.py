from __future__ import annotations

import pytest

from report.charts.canvas import drawing, sheet
from report.typography import columns, lines, long_words, printable, unbroken


def test_what_xml_cannot_carry_goes_and_the_rest_stays():
    assert printable("ก\x00\x0b\x1b\ufffe\ud800ข\tค\n") == "กข\tค\n"


def test_office_words_and_figures_stay_on_one_line():
    assert unbroken("<p>ผู้ว่าราชการจังหวัด พ.ศ. ๒๕๖๖</p>") == (
        '<p><span class="whole">ผู้ว่าราชการจังหวัด</span> <span class="whole">พ.ศ. ๒๕๖๖</span></p>'
    )


@pytest.mark.parametrize(
    "untouched",
    [
        '<a title="ลงนาม">ก</a>',
        "<title>ลงนาม</title>",
        "<script>'ลงนาม'</script>",
        "<svg><text>ลงนาม</text></svg>",
    ],
)
def test_only_the_text_of_a_page_is_touched(untouched):
    assert unbroken(untouched) == untouched


def test_after_a_picture_the_text_is_touched_again():
    assert unbroken("<svg><title>ก</title></svg>ลงนาม").endswith('<span class="whole">ลงนาม</span>')


def test_the_long_words_of_a_name_are_kept_whole():
    assert "พระพุทธศาสนา" in long_words(["สำนักงานพระพุทธศาสนาจังหวัดเชียงราย"])


def test_marks_above_and_below_take_no_column():
    assert [columns(word) for word in ("ที่", "น้ำ", "ญี่ปุ่น")] == [1, 2, 3]


def test_lines_end_between_words():
    name = "การใช้ทรัพย์สินของราชการเพื่อประโยชน์ส่วนตัว"
    broken = lines(name, 20)
    assert "".join(broken) == name
    assert all(columns(line) <= 20 for line in broken)


def test_an_empty_name_has_no_lines():
    assert lines("", 20) == []


def test_a_dollar_sign_in_a_picture_is_a_dollar_sign():
    with sheet(20) as (figure, axes):
        axes.text(0, 10, r"ราคา $x^2$ & <b>")
        assert "$x^2$ &amp; &lt;b&gt;" in drawing(figure, "dollar").markup


def test_two_pictures_in_one_page_share_no_id():
    with sheet(20) as (figure, axes):
        axes.text(0, 10, "ก")
        first, second = drawing(figure, "first").markup, drawing(figure, "second").markup
    assert 'id="first-' in first
    assert "first-" not in second
    assert "<style" not in first
    assert "<metadata" not in first
