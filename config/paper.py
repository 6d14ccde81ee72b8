"""Sign-offs on paper: the table into which they are typed, and how it is read.

One row is one person's signature on a sheet, or the number of people that an agency reports
without their names.
"""

from __future__ import annotations

from config.campaign import Form, Question
from config.tables import Column, Table

FILE = "แบบบันทึกการลงนามในกระดาษ.xlsx"
ALL_NOTICES = "ทุกฉบับ"
WHOLE_NAME = "full_name"

TABLE = Table(
    name="paper",
    title="การลงนามในกระดาษ",
    about="การลงนามรับทราบในกระดาษ หนึ่งแถวต่อหนึ่งคน หรือจำนวนคนที่หน่วยงานรายงานโดยไม่มีรายชื่อ",
    columns=(
        Column("agency", "หน่วยงาน", refers="agencies"),
        Column("title", "คำนำหน้าชื่อหรือยศ", required=False),
        Column("first_name", "ชื่อ"),
        Column("last_name", "นามสกุล"),
        Column("position", "ตำแหน่ง", required=False),
        Column("staff_type", "ประเภทบุคลากร", refers="staff_types"),
        Column("notice", "เอกสารที่รับทราบ", refers="notices"),
        Column("timestamp", "วันที่ลงนาม", "date"),
        Column("scan", "อ้างอิงไฟล์สแกน", required=False),
        Column("people", "จำนวนคน (เมื่อไม่มีรายชื่อ)", "int", required=False),
    ),
)
_ALIASES = {
    "agency": ("หน่วยงานที่ปฏิบัติงานจริง", "ชื่อหน่วยงาน", "ส่วนราชการ", "สังกัด"),
    "title": ("คำนำหน้าชื่อ", "คำนำหน้า", "ยศ"),
    "last_name": ("สกุล",),
    WHOLE_NAME: ("ชื่อ-นามสกุล", "ชื่อ - นามสกุล", "ชื่อและนามสกุล", "ชื่อ นามสกุล", "คำนำหน้า ชื่อ-สกุล"),
    "notice": ("เอกสาร", "ชื่อเอกสาร", "รายการเอกสาร"),
    "timestamp": ("วันที่รับทราบ", "ลงนามเมื่อวันที่", "วันที่"),
    "scan": ("ไฟล์สแกน", "เลขที่เอกสาร", "อ้างอิง"),
    "people": ("จำนวนคน", "จำนวน (คน)"),
}


def _question(column: Column) -> Question:
    return Question(
        id=column.name,
        header=column.heading,
        aliases=(column.name, *_ALIASES.get(column.name, ())),
        kind="timestamp" if column.name == "timestamp" else "text",
        required=column.required,
    )


PAPER_FORM = Form(
    id="paper",
    title="แบบบันทึกการลงนามในกระดาษ",
    questions=(
        *map(_question, TABLE.columns),
        Question(id=WHOLE_NAME, header="ชื่อ-สกุล", aliases=_ALIASES[WHOLE_NAME], required=False),
    ),
)
