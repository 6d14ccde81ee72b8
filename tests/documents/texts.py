"""Official texts to write: one of each layout, with all kinds of blocks."""

from __future__ import annotations

import struct
import zlib

from report.documents.blocks import (
    Figure,
    Heading,
    Item,
    OfficialText,
    PageBreak,
    Paragraph,
    Run,
    Signature,
    Table,
)

LAYOUTS = ("memo", "letter", "report", "table")
FIELDS = {
    "department": "สำนักงานจังหวัดเชียงราย กลุ่มงานบริหารทรัพยากรบุคคล",
    "number": "ชร ๐๐๑๗.๕/",
    "date": "๓๐ เมษายน ๒๕๖๖",
    "subject": "ขอให้ลงนามรับทราบ",
    "to": "หัวหน้าส่วนราชการ",
    "references": "หนังสือที่อ้างถึง",
    "attachments": "๑. รายการเอกสาร\n๒. แบบแจ้ง",
    "closing": "ขอแสดงความนับถือ",
    "contact": "โทร. ๐ ๕๓๑๕ ๐๑๖๓",
    "title": "รายงานความเสี่ยง",
    "subtitle": "จังหวัดเชียงราย",
    "data_as_of": "ข้อมูล ณ วันที่ ๓๐ เมษายน ๒๕๖๖",
    "mark": "ร่าง",
}
SIGNATURES = (
    Signature("นายทดสอบ สมมติ", "หัวหน้าสำนักงานจังหวัด"),
    Signature("(ชื่อผู้ว่าราชการจังหวัด)", "ผู้ว่าราชการจังหวัด", "- เห็นชอบ"),
)


def runs(text, *, bold=False, link=""):
    return (Run(text, bold=bold, link=link),)


def text(layout="memo", *blocks, fields=FIELDS, signatures=(), landscape=False):
    return OfficialText("ทดสอบ", layout, blocks, fields, signatures, landscape)


def table(rows, *, widths=(1, 3), aligns=("left", "right"), caption=""):
    header = tuple(runs(f"หัวตาราง {place}") for place in range(1, len(widths) + 1))
    return Table(header, tuple(rows), widths, aligns, caption)


def png(width=40, height=20):
    """Return a white picture of so many pixels."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\0" + b"\xff" * width for _row in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


BLOCKS = (
    Heading(1, runs("๑. เรื่องเดิม")),
    Paragraph(runs("ตามที่จังหวัดได้แจ้ง")),
    Item("๑.๑", runs("รายการที่หนึ่ง")),
    Item("(๑)", runs("รายการย่อย"), 1),
    table([(runs("ปี่"), runs("๑๔,๒๐๐"))], caption="ตารางที่ ๑"),
    Figure(png(), "กราฟแสดงจำนวน", "ภาพที่ ๑"),
    PageBreak(),
    Heading(2, runs("หัวข้อรอง")),
)
