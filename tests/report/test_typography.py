from __future__ import annotations

import re

import pytest

from config.printable import printable
from config.width import columns
from report.charts.canvas import drawing, sheet
from report.typography import lines, unbroken


def test_what_xml_cannot_carry_goes_and_the_rest_stays():
    assert printable("ก\x00\x0b\x1b\ufffe\ud800ข\tค\n") == "กข\tค\n"


def whole(text):
    return re.findall(r'<span class="whole">(.*?)</span>', unbroken(f"<p>{text}</p>"))


def test_office_words_and_figures_stay_on_one_line():
    assert unbroken("<p>ผู้ว่าราชการจังหวัด พ.ศ. ๒๕๖๖</p>") == (
        '<p><span class="whole">ผู้ว่าราชการจังหวัด</span> <span class="whole">พ.ศ. ๒๕๖๖</span></p>'
    )


@pytest.mark.parametrize("word", ["ปานกลาง", "ค่าเฉลี่ย", "พระพุทธศาสนา", "ไม่เกี่ยวข้อง", "สาธารณภัย"])
def test_a_word_that_browsers_break_is_kept_whole(word):
    assert whole(f"ที่{word}และ") == [word]


def test_a_name_stays_whole_where_it_stands():
    html = unbroken("<p>สำนักงานจังหวัดเชียงราย</p>", ("จังหวัดเชียงราย",))
    assert html == (
        '<p><span class="whole">สำนักงาน</span><span class="whole">จังหวัดเชียงราย</span></p>'
    )


def test_a_name_with_markup_in_it_stays_text():
    assert (
        unbroken("<p>ก&lt;b&gt;</p>", ("ก<b>",)) == '<p><span class="whole">ก&lt;b&gt;</span></p>'
    )


def test_what_is_longer_than_a_line_may_be_broken():
    assert all(columns(word) <= 30 for word in whole("กขคงจฉชซฌญ" * 100))


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


def test_a_picture_takes_any_text_and_warns_of_none():
    with sheet(20) as (figure, axes):
        axes.text(0, 10, "ก\x0b👩‍⚕️ข")
        markup = drawing(figure, "odd").markup
    assert "ก👩‍⚕️ข" in markup
