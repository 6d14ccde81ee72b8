"""Questions are found by what their heading says, never by where it stands."""

import pytest
from builders import coi_form, headings, signoff_form
from hypothesis import given
from hypothesis import strategies as st

from collector.headers import map_header

SIGNOFF, COI = signoff_form(), coi_form()
FULL = headings(SIGNOFF)


def without(*question_ids):
    gone = {SIGNOFF.question(question_id).header for question_id in question_ids}
    return tuple(heading for heading in FULL if heading not in gone)


def test_the_forms_own_download_is_understood_whole():
    found = map_header(FULL, SIGNOFF)
    assert found.columns["timestamp"] == (0,)
    assert found.columns["ack.no-gift"] == (FULL.index(SIGNOFF.question("ack.no-gift").header),)
    assert (found.missing, found.doubled, found.unknown, found.blank) == ((), (), (), ())
    assert found.share == 1


@given(st.permutations(range(len(FULL))))
def test_columns_are_found_wherever_they_stand(order):
    found = map_header([FULL[i] for i in order], SIGNOFF)
    expected = map_header(FULL, SIGNOFF)
    assert {q: order[found.columns[q][0]] for q in found.columns} == {
        q: columns[0] for q, columns in expected.columns.items()
    }
    assert found.share == 1


@pytest.mark.parametrize(
    "heading",
    [
        "หน่วยงานที่ปฏิบัติงานจริง ",
        "\u200bหน่วยงานที่ปฏิบัติงานจริง",
        "\ufeffหน่วยงานที่ปฏิบัติงานจริง",
        "หน่วยงานที่\u00a0ปฏิบัติงานจริง",
        "หน่วยงานที่ปฏิบัติงานจริง\n(เลือก)",
        "หน่วยงาน",
        "หน่วยงาน (เลือกจากรายการ)",
    ],
)
def test_a_heading_is_known_by_text_alias_and_without_its_note(heading):
    assert map_header([heading], SIGNOFF).columns == {"agency": (0,)}


def test_a_note_that_is_part_of_the_question_is_not_overlooked():
    wording = "มีโอกาสเกิดเหตุการณ์ลักษณะนี้เพียงใด"
    found = map_header([f"{wording} (การทำงานพิเศษ)", f"{wording} (เรื่องอื่น)"], COI)
    assert found.columns == {"coi.outside-work.likelihood": (0,)}
    assert found.unknown == (f"{wording} (เรื่องอื่น)",)


def test_a_noted_heading_beside_the_plain_one_is_another_column():
    found = map_header(["ตำแหน่ง", "ตำแหน่ง (ทางวิชาการ)"], SIGNOFF)
    assert found.columns == {"position": (0,)}
    assert found.unknown == ("ตำแหน่ง (ทางวิชาการ)",)


def test_thai_and_arabic_digits_in_a_heading_are_one():
    form = COI.model_copy(
        update={"questions": (COI.questions[0].model_copy(update={"header": "ข้อ ๑๒"}),)}
    )
    assert map_header(["ข้อ 12"], form).columns == {"timestamp": (0,)}


def test_a_required_question_without_a_column_is_missing():
    assert map_header(without("position", "ack.ethics"), SIGNOFF).missing == (
        "position",
        "ack.ethics",
    )


def test_an_optional_question_without_a_column_is_not():
    assert map_header(without("group", "email"), SIGNOFF).missing == ()


def test_the_whole_name_stands_for_its_parts():
    header = (*without("first_name", "last_name"), "ชื่อ-สกุล")
    found = map_header(header, SIGNOFF)
    assert found.missing == ()
    assert found.columns["full_name"] == (len(header) - 1,)
    assert found.share == 1


def test_half_a_name_without_the_whole_one_is_missing():
    assert map_header(without("last_name"), SIGNOFF).missing == ("last_name",)


def test_a_required_question_twice_is_doubled():
    found = map_header((*FULL, "ตำแหน่ง"), SIGNOFF)
    assert found.doubled == ("position",)
    assert found.columns["position"] == (FULL.index("ตำแหน่ง"), len(FULL))


def test_an_optional_question_twice_is_no_fault():
    found = map_header((*FULL, "ที่อยู่อีเมล"), SIGNOFF)
    assert found.doubled == ()
    assert len(found.columns["email"]) == 2


def test_blank_headings_are_told_apart_from_unknown_ones():
    found = map_header((*FULL, "", "\u200b ", "สีที่ชอบ"), SIGNOFF)
    assert found.blank == (len(FULL), len(FULL) + 1)
    assert found.unknown == ("สีที่ชอบ",)


@pytest.mark.parametrize(("columns", "share"), [(0, 0.0), (6, 6 / 13), (7, 7 / 13), (13, 1.0)])
def test_share_counts_the_forms_questions_that_are_there(columns, share):
    assert map_header(FULL[:columns], SIGNOFF).share == share


@given(st.lists(st.text(st.characters(codec=None)), max_size=8))
def test_no_heading_is_too_odd(header):
    found = map_header(header, SIGNOFF)
    known = sorted(i for columns in found.columns.values() for i in columns)
    assert len(known) + len(found.unknown) + len(found.blank) == len(header)
