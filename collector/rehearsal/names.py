"""Plainly invented people: every family name ends in a word that says so."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

TITLES = ("นาย", "นาง", "นางสาว", "ว่าที่ ร.ต.", "ดร.", "จ.ส.อ.")
_TITLE_WEIGHTS = (40, 25, 28, 3, 2, 2)

INVENTED = ("สมมติ", "ตัวอย่าง", "จำลอง", "แต่งขึ้น")
"""«Supposed», «example», «simulated», «made up»: what every family name ends in."""

_GIVEN_BEGINS = (
    "กล้า", "แก้ว", "ขวัญ", "คำ", "จันทร์", "ใจ", "ชม", "ดาว", "ตะวัน", "ทอง", "เทียน", "ธาร",
    "น้ำ", "บัว", "เบิก", "ปาน", "แพร", "ฝน", "พลอย", "เพชร", "ฟ้า", "มณี", "ยอด", "รุ่ง", "ลม",
    "วัน", "แสง", "หนึ่ง", "อิง", "เอื้อง",
)  # fmt: skip
_GIVEN_ENDS = (
    "งาม", "ใจ", "ดี", "เด่น", "ทิพย์", "ธรรม", "นภา", "ใบ", "เพ็ญ", "ฟ้า", "มุข", "ริน", "ลดา",
    "วรรณ", "สรวง", "ใส", "หล้า", "อร", "เอก", "พร",
)  # fmt: skip
_FAMILY_BEGINS = (
    "กอไผ่", "เขียวขจี", "คันนา", "งานดี", "จอมดอย", "ชายทุ่ง", "เชิงเขา", "ดอนทราย", "ต้นน้ำ",
    "ทางหลวง", "ทุ่งกว้าง", "ธารใส", "นาข้าว", "เนินหิน", "บ่อทราย", "บ้านใหม่", "ปลายฟ้า", "ป่าสน",
    "ผาแดง", "ฝายหิน", "พงไพร", "ฟากน้ำ", "ม่อนหมอก", "ยอดหญ้า", "ริมกก", "ลานดิน", "เวียงใหม่",
    "สายลม", "สันป่า", "หนองบัว", "ห้วยหิน", "เหนือคลอง", "อ่างทอง", "ไร่ชา",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A title, a given and a family name."""

    title: str
    first: str
    last: str


def invent_names(rng: Random) -> Iterator[Name]:
    """Yield names without end to the supply in sight (80,000), no two alike."""
    given = ["".join(parts) for parts in product(_GIVEN_BEGINS, _GIVEN_ENDS)]
    family = ["".join(parts) for parts in product(_FAMILY_BEGINS, INVENTED)]
    rng.shuffle(given)
    rng.shuffle(family)
    for round_ in range(len(given)):
        for place, last in enumerate(family):
            title = rng.choices(TITLES, _TITLE_WEIGHTS)[0]
            yield Name(title, given[(place + round_) % len(given)], last)
