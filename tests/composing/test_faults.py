"""A text with a mistake says where, what, and what to do; never a traceback, never a guess."""

from __future__ import annotations

import pytest
from templates import HEAD, composed, facts

from report.documents.composing import Given, compose
from report.documents.filling import filling
from report.documents.mistakes import TextError

FIRST = HEAD.count("\n") + 1
GIVEN = {"ปีงบประมาณ": "๒๕๖๖", "ภาพรวม": {"ร้อยละ": 94.7}, "รายการ": [{"ชื่อ": "ก"}], "ค่า": 3}


def fault_of(text, others=None):
    with pytest.raises(TextError) as raised:
        composed(text, GIVEN, others=others)
    return raised.value


@pytest.mark.parametrize(
    ("written", "said", "remedy"),
    [
        ("{{ ปีงบประมา }}", "«ปีงบประมา»", "ปีงบประมาณ"),
        ("{{ ภาพรวม.ร้อยล }}", "«ร้อยล»", "ร้อยละ"),
        ("{{ รายการ[0].ชือ }}", "«ชือ»", "ชื่อ"),
        ("{{ ไม่มีเลย }}", "«ไม่มีเลย»", "docs/แก้ไขข้อความ.md"),
        ("{% if false %}{{ ปีงบประมา }}{% endif %}", "«ปีงบประมา»", "ปีงบประมาณ"),  # not come to today
        ("{{ ปีงบประมาณ|เลขไท }}", "เลขไท", "docs/แก้ไขข้อความ.md"),
        ("{{ ปีงบประมาณ ", "คำสั่งในข้อความไม่ถูกต้อง", "docs/แก้ไขข้อความ.md"),
        ("{% for x in รายการ %}", "คำสั่งในข้อความไม่ถูกต้อง", "docs/แก้ไขข้อความ.md"),
        ("{{ ค่า / 0 }}", "ทำไม่ได้", "docs/แก้ไขข้อความ.md"),
        ("{{ ค่า + ปีงบประมาณ }}", "ทำไม่ได้", "docs/แก้ไขข้อความ.md"),
        ("{{ ปีงบประมาณ.__class__ }}", "__class__", "docs/แก้ไขข้อความ.md"),
        ("{{ ปีงบประมาณ.format.__globals__ }}", "__globals__", "docs/แก้ไขข้อความ.md"),
        ("{{ range(10000000) }}", "ทำไม่ได้", "docs/แก้ไขข้อความ.md"),
        ('{% include "ไม่มี.md" %}', "«ไม่มี.md»", "rapsap new"),
        ("{{ ปีงบประมาณ|safe }}", "safe", "docs/แก้ไขข้อความ.md"),
    ],
)
def test_a_mistake_in_a_command_is_said_with_its_line(written, said, remedy):
    fault = fault_of(f"{HEAD}ก\n\n{written}\n")
    assert said in fault.fault
    assert remedy in fault.remedy
    assert fault.place.startswith("texts/ทดลอง.md")
    assert "include" in written or fault.place.endswith(f"บรรทัด {FIRST + 2}")


@pytest.mark.parametrize(
    ("head", "line", "said", "remedy"),
    [
        ("ชื่อเอกสาร: ก", None, "เป็นเอกสารแบบใด", "บันทึกข้อความ"),
        ("แบบ: รายงาน\nเรือง: ก", 3, "«เรือง»", "เรื่อง"),
        ("แบบ: รายงาน\nเรื่อง ก", 3, "ไม่มีเครื่องหมาย :", "ชื่อรายการ: ข้อความ"),
        ("แบบ: รายงาน\nกระดาษ: นอน", 3, "«นอน»", "แนวนอน"),
        ("แบบ: รายงาน\nลงนาม: proposr", 3, "«proposr»", "proposer"),
        ("แบบ: รายงาน\nข้อสั่งการ: ทราบ", 3, "ก่อนผู้ลงนาม", "ลงนาม"),
        ("แบบ: {{ ปีงบประมาณ }}", 2, "«๒๕๖๖»", "บันทึกข้อความ"),
    ],
)
def test_a_mistake_in_the_head_is_said_with_its_line(head, line, said, remedy):
    fault = fault_of(f"---\n{head}\n---\nก\n")
    assert said in fault.fault
    assert remedy in fault.remedy
    assert fault.place == ("texts/ทดลอง.md" if line is None else f"texts/ทดลอง.md บรรทัด {line}")


@pytest.mark.parametrize("text", ["ไม่มีส่วนหัว\n", "---\nแบบ: รายงาน\n", "ก\n---\nแบบ: รายงาน\n---\n"])
def test_a_text_without_a_head_is_refused(text):
    assert "ไม่มีส่วนหัว" in fault_of(text).fault


def test_the_place_of_a_mistake_is_in_the_text_that_has_it():
    fault = fault_of(HEAD + '{% include "ท้าย.md" %}', {"ท้าย.md": "ก\n{{ ปีงบประมาณ.x }}\n"})
    assert fault.place == "texts/ท้าย.md บรรทัด 2"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "ไม่พบข้อความนี้"),
        (b"", "ไฟล์ว่าง"),
        (b"\x81\x8d\x8f" * 9, "ข้อความอ่านไม่ออก"),
    ],
)
def test_a_text_that_cannot_be_read_is_said_so(content, said):
    known = facts("")
    texts = {"ทดลอง.md": content}
    known = type(known)(
        known.summary, known.campaign.model_copy(update={"texts": texts}), known.run, known.now
    )
    with pytest.raises(TextError) as raised:
        compose("ทดลอง", "ทดลอง.md", Given({}), known, filling(texts))
    assert said in raised.value.fault
    assert raised.value.place == "texts/ทดลอง.md"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_notepad_s_encodings_and_line_ends_are_read(encoding, line_end):
    known = facts("")
    text = f"{HEAD}เรื่องเดิมของจังหวัด\n".replace("\n", line_end)
    texts = {"ทดลอง.md": text.encode(encoding)}
    document = compose("ทดลอง", "ทดลอง.md", Given({}), known, filling(texts))
    assert document.fields["title"] == "รายงาน"
    assert [run.text for run in document.blocks[0].runs] == ["เรื่องเดิมของจังหวัด"]
