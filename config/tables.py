"""The tables that the office edits, each declared once: field, heading and kind of a column.

A heading is what stands in the sheet; a field is what the models and the CSV template call it.
Titles, headings and choices are Thai data, as much a part of the file format as a field's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

WORKBOOK = "ตั้งค่า.xlsx"
Kind = Literal["text", "long", "int", "year", "score", "date", "bool", "list", "choice"]


@dataclass(frozen=True)
class Column:
    """One column. ``refers`` names the table whose id (or name) stands in it."""

    name: str
    heading: str
    kind: Kind = "text"
    required: bool = True
    refers: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Table:
    """One sheet or CSV file. A row that is blank in ``ignored_without`` counts as not there.

    Of an ``appended`` table both are read: people write in the sheet, the tool in the CSV file.
    """

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    optional: bool = False
    ignored_without: str = ""
    appended: bool = False

    def column(self, name: str) -> Column:
        """Return the column of that field name."""
        return next(column for column in self.columns if column.name == name)


AGENCIES = Table(
    name="agencies",
    title="หน่วยงาน",
    about="ทะเบียนหน่วยงานที่ต้องลงนามรับทราบ เรียงตามลำดับที่ต้องการให้แสดงในรายงาน",
    columns=(
        Column("id", "รหัส"),
        Column("name", "ชื่อหน่วยงาน"),
        Column("short_name", "ชื่อย่อ"),
        Column("verified", "ยืนยันแล้ว", "bool"),
    ),
)
ALIASES = Table(
    name="aliases",
    title="ชื่อเรียกอื่น",
    about="ชื่ออื่นที่ใช้เรียกหน่วยงาน หากชื่อใดใช้เฉพาะบางช่วงเวลา ให้ระบุวันที่เริ่มและวันที่สิ้นสุด",
    columns=(
        Column("agency", "หน่วยงาน", refers="agencies"),
        Column("alias", "ชื่อเรียกอื่น"),
        Column("since", "ตั้งแต่วันที่", "date", required=False),
        Column("until", "ถึงวันที่", "date", required=False),
    ),
    optional=True,
)
STAFF_TYPES = Table(
    name="staff_types",
    title="ประเภทบุคลากร",
    about="ประเภทบุคลากร และประเภทใดที่นำมาคิดร้อยละการลงนามรับทราบ",
    columns=(
        Column("id", "รหัส"),
        Column("name", "ประเภทบุคลากร"),
        Column("counted", "นำมาคิดร้อยละ", "bool"),
        Column("aliases", "ชื่อเรียกอื่น (คั่นด้วย |)", "list", required=False),
    ),
)
HEADCOUNT = Table(
    name="headcount",
    title="จำนวนบุคลากร",
    about=(
        "จำนวนบุคลากรที่ต้องลงนาม นับผู้ครองตำแหน่งจริง ณ วันที่ระบุ (ไม่ใช่กรอบอัตรากำลัง) "
        "หน่วยงานใดยังไม่แจ้ง ให้เว้นช่องจำนวนว่างไว้ ห้ามใส่ 0"
    ),
    columns=(
        Column("agency", "หน่วยงาน", refers="agencies"),
        Column("staff_type", "ประเภทบุคลากร", refers="staff_types"),
        Column("heads", "จำนวน (คน)", "int"),
        Column("on", "ณ วันที่", "date"),
        Column("scope", "ขอบเขต", required=False),
    ),
    optional=True,
    ignored_without="heads",
)
PEOPLE = Table(
    name="people",
    title="รายชื่อบุคลากร",
    about=(
        "บัญชีรายชื่อบุคลากร (ถ้ามี) หน่วยงานที่มีรายชื่อจะใช้รายชื่อแทนจำนวนบุคลากร "
        "เป็นข้อมูลส่วนบุคคล ใช้ภายในเท่านั้น ห้ามใส่เลขประจำตัวประชาชน"
    ),
    columns=(
        Column("agency", "หน่วยงาน", refers="agencies"),
        Column("title", "คำนำหน้าชื่อหรือยศ", required=False),
        Column("first_name", "ชื่อ"),
        Column("last_name", "นามสกุล", required=False),
        Column("position", "ตำแหน่ง", required=False),
        Column("email", "อีเมล", required=False),
        Column("staff_type", "ประเภทบุคลากร", refers="staff_types"),
        Column("joined", "วันที่เข้าหน่วยงาน", "date", required=False),
        Column("left", "วันที่พ้นจากหน่วยงาน", "date", required=False),
        Column("exempt", "เหตุที่ได้รับยกเว้น", required=False),
        Column("exempt_until", "ยกเว้นถึงวันที่", "date", required=False),
    ),
    optional=True,
)
NOTICES = Table(
    name="notices",
    title="เอกสารที่ต้องรับทราบ",
    about=(
        "หนึ่งแถวต่อหนึ่งฉบับของเอกสาร เมื่อแก้ไขเอกสารให้เพิ่มแถวใหม่ใต้ฉบับเดิมโดยใช้รหัสเดิม "
        "แก้ไขเล็กน้อยไม่ต้องลงนามใหม่ แก้ไขสาระสำคัญต้องลงนามใหม่"
    ),
    columns=(
        Column("id", "รหัส"),
        Column("title", "ชื่อเอกสาร", required=False),
        Column("short_title", "ชื่อย่อ", required=False),
        Column("version", "ฉบับที่"),
        Column("since", "ใช้ตั้งแต่วันที่", "date"),
        Column(
            "change",
            "การแก้ไข",
            "choice",
            choices=(
                ("first", "ฉบับแรก"),
                ("minor", "แก้ไขเล็กน้อย"),
                ("material", "แก้ไขสาระสำคัญ"),
            ),
        ),
        Column("url", "ที่อยู่เว็บไซต์ (URL)", required=False),
        Column("sha256", "ค่าตรวจสอบไฟล์ (SHA-256)", required=False),
        Column("verified", "ยืนยันแล้ว", "bool"),
    ),
)
ITA_SCORES = Table(
    name="ita_scores",
    title="คะแนน ITA",
    about="ผลการประเมิน ITA ของปีงบประมาณก่อน ตามที่สำนักงาน ป.ป.ช. ประกาศ ใช้เขียนการวิเคราะห์ใน O42",
    columns=(
        Column("id", "รหัส"),
        Column("indicator", "ตัวชี้วัดที่", "int", required=False),
        Column("name", "เครื่องมือ/ตัวชี้วัด"),
        Column("score", "คะแนน", "score", required=False),
        Column("level", "ระดับผลการประเมิน", required=False),
        Column("source", "แหล่งที่มา", required=False),
    ),
    optional=True,
)
GUIDELINES = Table(
    name="guidelines",
    title="แนวทาง",
    about="แนวทางตามผลการวิเคราะห์การประเมิน ITA (ตารางรายงานการวิเคราะห์) พร้อมผลการประเมินที่เป็นที่มา",
    columns=(
        Column("id", "รหัส"),
        Column("title", "มาตรการ/แนวทาง", "long"),
        Column("finding", "ผลการประเมินที่เป็นที่มา", "long"),
        Column("steps", "ขั้นตอนหรือวิธีการ", "long"),
        Column("responsible", "ผู้รับผิดชอบ", "long"),
        Column("follow_up", "การกำกับติดตาม", "long"),
        Column("draft", "เป็นร่าง", "bool", required=False),
    ),
)
MEASURES = Table(
    name="measures",
    title="มาตรการ",
    about=(
        "มาตรการและผลการดำเนินการ มาตรการที่ผูกกับเอกสารหรือแบบประเมินไม่ต้องกรอกผล ระบบเขียนผลจากข้อมูลให้เอง"
    ),
    columns=(
        Column("id", "รหัส"),
        Column("number", "ลำดับที่", "int"),
        Column("title", "มาตรการ", "long"),
        Column("guideline", "รหัสแนวทาง", required=False, refers="guidelines"),
        Column("notice", "รหัสเอกสาร", required=False, refers="notices"),
        Column(
            "form",
            "แบบที่ใช้รายงานผล",
            "choice",
            required=False,
            choices=(("coi", "แบบประเมินความเสี่ยง"),),
        ),
        Column("responsible", "ผู้รับผิดชอบ", "long"),
        Column("period", "ระยะเวลาดำเนินการ", "long"),
        Column("result", "ผลการดำเนินการ", "long", required=False),
        Column("suggestion", "ข้อเสนอแนะ", "long", required=False),
        Column("draft", "เป็นร่าง", "bool", required=False),
    ),
)
EVENTS = Table(
    name="events",
    title="เหตุการณ์ความเสี่ยง",
    about=(
        "เหตุการณ์ความเสี่ยงการทุจริตที่คณะทำงานประเมิน ประเด็นคือ id ของประเภทผลประโยชน์ทับซ้อนใน campaign.toml "
        "โอกาสและผลกระทบเป็น ๑ ถึง ๕ ทุกประเด็นที่มีคะแนนเฉลี่ยระดับสูงขึ้นไปต้องมีอย่างน้อยหนึ่งเหตุการณ์"
    ),
    columns=(
        Column("id", "รหัส"),
        Column("event", "เหตุการณ์ความเสี่ยง", "long"),
        Column("kind", "ประเด็น"),
        Column("likelihood", "โอกาส", "int"),
        Column("impact", "ผลกระทบ", "int"),
        Column("control", "การควบคุมที่มีอยู่", "long", required=False),
        Column("measure", "มาตรการ", "long", required=False),
        Column("responsible", "ผู้รับผิดชอบ", "long", required=False),
        Column("due", "กำหนดแล้วเสร็จ", "date", required=False),
        Column("draft", "เป็นร่าง", "bool", required=False),
    ),
    optional=True,
)
OIT = Table(
    name="oit",
    title="ข้อ OIT",
    about=(
        "ผลงานใดใช้ตอบแบบวัด OIT ข้อใด ข้อเปลี่ยนทุกปี ใช้เฉพาะแถวของปีงบประมาณของรอบนี้ "
        "ถ้าเว้น URL ว่าง จะใช้ที่อยู่ของเอกสาร หรือ site_url ใน campaign.toml ต่อด้วยชื่อหน้า"
    ),
    columns=(
        Column("fiscal_year", "ปีงบประมาณ", "year"),
        Column("code", "ข้อ"),
        Column("item", "รายการ"),
        Column(
            "evidence",
            "ใช้เป็น",
            "choice",
            choices=(("main", "หลักฐานหลัก"), ("supporting", "หลักฐานสนับสนุน")),
        ),
        Column(
            "page",
            "หน้าที่ใช้ตอบ",
            "choice",
            required=False,
            choices=(
                ("index", "ผลการลงนามรับทราบ"),
                ("risk", "ผลการประเมินความเสี่ยง"),
                ("o42", "มาตรการ (O42)"),
                ("o43", "ผลการดำเนินการ (O43)"),
                ("eit", "แบบวัด EIT"),
            ),
        ),
        Column("notice", "รหัสเอกสาร", required=False, refers="notices"),
        Column("url", "ที่อยู่เว็บไซต์ (URL)", required=False),
        Column("explanation", "คำอธิบาย", "long", required=False),
        Column("on", "วันที่เผยแพร่", "date", required=False),
        Column("verified", "ยืนยันแล้ว", "bool"),
    ),
    optional=True,
)
SIGNATORIES = Table(
    name="signatories",
    title="ผู้ลงนาม",
    about="ผู้ลงนามในบันทึกข้อความและรายงาน โปรดใส่ชื่อจริงและตรวจการสะกดกับต้นเรื่องก่อนยืนยัน",
    columns=(
        Column("role", "รหัส"),
        Column("name", "ชื่อ-สกุล"),
        Column("position", "ตำแหน่ง"),
        Column("verified", "ยืนยันแล้ว", "bool"),
    ),
)
DECISIONS = Table(
    name="decisions",
    title="การตัดสินใจ",
    about=(
        "ข้อยุติเกี่ยวกับบุคคลในรายการรอการตัดสินใจ (review.csv) หนึ่งแถวต่อหนึ่งเรื่อง ใช้ทุกครั้งที่ปรับปรุงข้อมูล "
        "และอ่านไฟล์ decisions.csv รวมด้วย เป็นข้อมูลส่วนบุคคล ใช้ภายในเท่านั้น"
    ),
    columns=(
        Column("agency", "หน่วยงาน", refers="agencies"),
        Column("name", "ชื่อ-สกุล"),
        Column(
            "decision",
            "การตัดสินใจ",
            "choice",
            choices=(
                ("same", "เป็นบุคคลเดียวกัน"),
                ("different", "เป็นคนละคน"),
                ("works_in", "ปฏิบัติงานในหน่วยงานอื่นแห่งเดียว"),
                ("declined", "ไม่ประสงค์ลงนาม"),
                ("confirmed", "ตรวจสอบแล้ว นับถูกต้อง"),
            ),
        ),
        Column("other_agency", "หน่วยงานอื่น", required=False, refers="agencies"),
        Column("other_name", "ชื่อ-สกุลอื่น", required=False),
        Column(
            "doubt",
            "เรื่องที่ตรวจสอบ",
            "choice",
            required=False,
            choices=(
                ("doubtful", "อาจเป็นสองคน"),
                ("two_agencies", "ลงนามมากกว่าหนึ่งหน่วยงาน"),
                ("off_roster", "ไม่มีในบัญชีรายชื่อ"),
                ("shared_mailbox", "ใช้อีเมลร่วมกัน"),
                ("early", "ลงนามก่อนเปิดรับ"),
            ),
        ),
        Column("on", "วันที่ตัดสินใจ", "date"),
        Column("by", "ผู้ตัดสินใจ"),
        Column("reason", "เหตุผล"),
    ),
    optional=True,
    appended=True,
)

TABLES: tuple[Table, ...] = (
    AGENCIES,
    ALIASES,
    STAFF_TYPES,
    HEADCOUNT,
    PEOPLE,
    DECISIONS,
    NOTICES,
    ITA_SCORES,
    GUIDELINES,
    MEASURES,
    EVENTS,
    OIT,
    SIGNATORIES,
)
