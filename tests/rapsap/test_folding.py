"""Thai is broken between words; nothing is lost, and nothing that belongs together is parted."""

from __future__ import annotations

import pytest

from config.width import columns
from rapsap.folding import fold

LONGEST = "สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัดเชียงราย"


def test_a_text_that_fits_is_left_alone():
    assert columns("สำนักงานคลัง") == 10
    assert fold("สำนักงานคลัง", 10) == ["สำนักงานคลัง"]
    assert fold("สำนักงานคลัง", 9) == ["สำนักงาน", "คลัง"]


def test_a_long_name_is_broken_between_words():
    assert fold(LONGEST, 32, hanging=2) == [
        "สำนักงานพัฒนาสังคมและความมั่นคงของ",
        "  มนุษย์จังหวัดเชียงราย",
    ]


@pytest.mark.parametrize("width", [12, 16, 20, 30, 44, 45])
def test_no_line_is_too_wide_and_no_letter_lost(width):
    lines = fold(LONGEST, width)
    assert "".join(lines) == LONGEST
    assert all(columns(line) <= width for line in lines)


def test_a_path_stays_whole_to_be_copied_though_its_line_is_too_long():
    path = "/srv/rapsap/chiang-rai-2566/out/internal/set-aside.csv"
    assert fold(f"37 รายการรอตรวจสอบ {path}", 30) == ["37 รายการรอตรวจสอบ", path]


def test_quotation_marks_stay_with_their_word():
    for line in fold("ไม่มีหน่วยงานชื่อ “คลังจังหวัด” ในทะเบียนของจังหวัดเชียงราย", 20):
        assert not line.endswith("“")
        assert not line.startswith("”")


def test_the_repetition_mark_is_not_parted_from_its_word():
    lines = fold("การปฏิบัติงานนาน ๆ ครั้ง การปฏิบัติงานบ่อย ๆ ครั้ง", 16)
    assert not any(line.lstrip().startswith("ๆ") for line in lines)


def test_all_but_the_first_line_hang():
    first, *others = fold("หนึ่ง สอง สาม สี่ ห้า", 9, hanging=3)
    assert not first.startswith(" ")
    assert others
    assert all(line.startswith("   ") for line in others)
