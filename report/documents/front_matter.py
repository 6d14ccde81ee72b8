"""The head of a text: lines of ``name: value`` between two lines of ``---``."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from config.messages import _
from config.nearest import did_you_mean
from report.documents.blocks import Signature
from report.documents.carried import in_one_line
from report.documents.mistakes import Mistake

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from config.campaign import Signatory
    from report.documents.blocks import Layout

_FENCE = "---"

LAYOUTS: Mapping[str, Layout] = {
    "บันทึกข้อความ": "memo",
    "หนังสือ": "letter",
    "รายงาน": "report",
    "ตาราง": "table",
}
FIELDS: Mapping[str, str] = {
    "ส่วนราชการ": "department",
    "ที่": "number",
    "วันที่": "date",
    "เรื่อง": "subject",
    "เรียน": "to",
    "อ้างถึง": "references",
    "สิ่งที่ส่งมาด้วย": "attachments",
    "คำลงท้าย": "closing",
    "ติดต่อ": "contact",
    "ชื่อเอกสาร": "title",
    "ชื่อรอง": "subtitle",
}
_LAYOUT, _PAPER, _SIGNS, _ORDER = "แบบ", "กระดาษ", "ลงนาม", "ข้อสั่งการ"
_IS_LANDSCAPE: Mapping[str, bool] = {"แนวตั้ง": False, "แนวนอน": True}
_NAMES = (_LAYOUT, _PAPER, *FIELDS, _SIGNS, _ORDER)
_OF_SEVERAL_LINES = ("department", "references", "attachments", "contact")

Choice = TypeVar("Choice")


@dataclass(slots=True)
class Head:
    """What the head of a text says; ``fields`` by id, several lines of one joined by line ends."""

    layout: Layout = "report"
    landscape: bool = False
    fields: dict[str, str] = field(default_factory=dict)
    signatures: list[Signature] = field(default_factory=list)


def split(text: str) -> tuple[list[str], str]:
    """Return the lines of the head and the body below it; raise `Mistake` where there is none."""
    lines = text.lstrip().split("\n")
    fences = [number for number, line in enumerate(lines) if line.strip() == _FENCE]
    if len(fences) < 2 or fences[0] != 0:  # noqa: PLR2004  # one above the head, one below
        raise Mistake(
            _("the text has no head"),
            _("write แบบ, เรื่อง, เรียน … at the very top, between two lines of ---"),
        )
    return lines[1 : fences[1]], "\n".join(lines[fences[1] + 1 :])


def read_head(lines: Sequence[str], signatories: Sequence[Signatory]) -> Head:
    """Return what the lines say; raise `Mistake` for a name or a value that nobody knows."""
    head = Head()
    for line in lines:
        if line.strip():
            _take(line, head, signatories)
    if not any(line.partition(":")[0].strip() == _LAYOUT for line in lines):
        raise Mistake(
            _("the head does not say which layout"),
            _("write one of these after “{name}:” – {known}").format(
                name=_LAYOUT, known=", ".join(LAYOUTS)
            ),
        )
    return head


def _take(line: str, head: Head, signatories: Sequence[Signatory]) -> None:
    """Put what one line says into the head."""
    name, colon, written = line.partition(":")
    name, value = name.strip(), in_one_line(written)
    match name:
        case _ if not colon:
            raise Mistake(
                _("this line of the head has no colon"), _("write it as name: value"), near=line
            )
        case _ if name == _LAYOUT:
            head.layout = _chosen(value, LAYOUTS, line)
        case _ if name == _PAPER:
            head.landscape = _chosen(value, _IS_LANDSCAPE, line)
        case _ if name == _SIGNS:
            head.signatures.append(_signature(value, signatories, line))
        case _ if name == _ORDER:
            _add_order(value, head, line)
        case _ if name in FIELDS:
            _add_field(FIELDS[name], value, head)
        case _:
            raise Mistake(
                _("nothing in the head is called “{name}”").format(name=in_one_line(name)),
                did_you_mean(name, _NAMES, otherwise=_one_of(_NAMES)),
                near=line,
            )


def _chosen(value: str, known: Mapping[str, Choice], line: str) -> Choice:
    if value in known:
        return known[value]
    raise Mistake(
        _("“{value}” is none of those that can be chosen").format(value=value),
        did_you_mean(value, known, otherwise=_one_of(known)),
        near=line,
    )


def _one_of(known: Iterable[str]) -> str:
    return _("write one of these: {known}").format(known=", ".join(known))


def _add_field(field_id: str, value: str, head: Head) -> None:
    """Keep a value; where one field may have several lines, each adds one."""
    before = head.fields.get(field_id)
    several = field_id in _OF_SEVERAL_LINES and before
    head.fields[field_id] = f"{before}\n{value}" if several else value


def _signature(role: str, signatories: Sequence[Signatory], line: str) -> Signature:
    """Return who holds the role; writers add brackets, so a placeholder loses its own."""
    by_role = {signatory.role: signatory for signatory in signatories}
    if role not in by_role:
        raise Mistake(
            _("no signatory has the role “{role}”").format(role=role),
            did_you_mean(role, by_role, otherwise=_one_of(by_role)),
            near=line,
        )
    signatory = by_role[role]
    return Signature(signatory.name.strip("()"), signatory.position)


def _add_order(order: str, head: Head, line: str) -> None:
    if not head.signatures:
        raise Mistake(
            _("an order stands before who gives it"),
            _("move it below a line of {name}").format(name=_SIGNS),
            near=line,
        )
    last = head.signatures[-1]
    orders = "\n".join(filter(None, (last.order, order)))
    head.signatures[-1] = replace(last, order=orders)
