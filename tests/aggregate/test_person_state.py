"""One state per person and notice, in the words of wording.md."""

from __future__ import annotations

from datetime import date

import pytest

from aggregate.person_state import PERSON_STATES, person_state, state_in_words


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({}, "ยังไม่รับทราบ"),
        ({"overdue": True}, "ยังไม่รับทราบ (พ้นกำหนด)"),
        ({"acknowledged": True, "overdue": True}, "รับทราบแล้ว"),
        ({"acknowledged": True, "late": True}, "รับทราบแล้ว (หลังกำหนด)"),
        ({"outdated": True, "overdue": True}, "ต้องรับทราบใหม่ (เอกสารแก้ไขสาระสำคัญ)"),
        ({"clarify": True, "overdue": True}, "ขอให้ชี้แจงเพิ่มเติม"),
        ({"declined": True, "clarify": True, "outdated": True}, "ไม่ประสงค์ลงนาม"),
        ({"declined": True, "acknowledged": True}, "รับทราบแล้ว"),
        ({"presence": "left", "acknowledged": True}, "พ้นจากหน่วยงาน"),
        ({"presence": "exempt", "acknowledged": True}, "รับทราบแล้ว"),
        ({"waiting": True, "overdue": True}, "รอตรวจสอบ"),
    ],
)
def test_the_state_that_matters_most(known, words) -> None:
    assert state_in_words(person_state(**known)) == words


def test_an_exemption_is_told_with_its_reason_and_its_last_day() -> None:
    exempt = person_state(presence="exempt", declined=True, outdated=True, overdue=True)
    assert exempt == "exempt"
    told = state_in_words(exempt, "ลาศึกษา", date(2023, 6, 30))
    assert told == "ได้รับยกเว้น (ลาศึกษา–ถึงวันที่ 30 มิ.ย. 2566)"
    assert state_in_words(exempt, "ลาอุปสมบท") == "ได้รับยกเว้น (ลาอุปสมบท)"


def test_every_state_has_words() -> None:
    words = {state_in_words(state, "ลา") for state in PERSON_STATES}
    assert len(words) == len(PERSON_STATES) == 10
