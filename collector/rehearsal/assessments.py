"""The self-assessments: skewed as such answers are, anonymous, and not always readable."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from collector.rehearsal.responses import Response, option_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from collector.rehearsal.pen import Pen
    from collector.rehearsal.people import Person
    from config.campaign import CoiKind

_ANSWERING = 0.6
_LAZY = 0.05
_BLANK = 0.02
_WITHOUT_IMPACT = 0.02
_AT_LEAST = 2
_SHARE_UNREADABLE = 0.003
_NOT_APPLICABLE = (0.06, 0.35, 0.3, 0.2, 0.1, 0.04, 0.6, 0.15, 0.25)
_LIKELIHOOD = (
    (50, 28, 14, 6, 2),
    (60, 25, 10, 4, 1),
    (55, 25, 14, 4, 2),
    (30, 30, 24, 12, 4),
    (26, 30, 28, 12, 4),
    (8, 14, 28, 30, 20),
    (70, 18, 8, 3, 1),
    (18, 24, 30, 20, 8),
    (34, 28, 22, 12, 4),
)
_IMPACT = (
    (10, 18, 30, 26, 16),
    (6, 14, 28, 30, 22),
    (22, 30, 28, 14, 6),
    (30, 30, 24, 12, 4),
    (12, 22, 34, 22, 10),
    (6, 12, 26, 30, 26),
    (8, 14, 24, 28, 26),
    (8, 16, 30, 28, 18),
    (12, 20, 32, 24, 12),
)
_SCALE = ("1", "2", "3", "4", "5")
_EVENTS = (
    "", "", "", "", "รับของขวัญตามเทศกาล", "ใช้รถราชการไปธุระส่วนตัว, เติมน้ำมันหลวง",
    '=HYPERLINK("http://example.com/","ดูผล")', "+1+1", "@SUM(1)", "-",
    "บรรทัดแรก\nบรรทัดที่สอง", 'ผู้ขาย "รายเดิม" ทุกปี', "<b>ข้อความ</b> & {{ n }}", "ไม่มี",
)  # fmt: skip
_CONTROLS = ("", "", "มีระเบียบการใช้รถ", "หัวหน้าตรวจสอบก่อนลงนาม", "=1+1")
_SUGGESTIONS = ("", "", "", "ควรอบรมปีละครั้ง", "ไม่มี")


def assess(people: list[Person], pen: Pen) -> list[Response]:
    """Return the assessments of about three people in five, and those that cannot be read."""
    answering = [p for p in people if p.answers or p.destiny == "in_progress"]
    share = min(1.0, _ANSWERING * len(people) / len(answering))
    rows = [_assessment(person, pen) for person in answering if pen.rng.random() < share]
    again = [replace(row, kind="assessed_twice_at_once") for row in rows[:_AT_LEAST]]
    return [*again, *again, *rows[_AT_LEAST:], *_unreadable(answering, pen)]


def _assessment(person: Person, pen: Pen) -> Response:
    rng, campaign = pen.rng, pen.campaign
    lazy = rng.random() < _LAZY
    answers = _about(person, pen)
    for place, kind in enumerate(campaign.coi_kinds):
        answers |= _lazy(kind, pen) if lazy else _considered(kind, place, pen)
    if not any(answers[f"coi.{kind.id}.likelihood"] for kind in campaign.coi_kinds):
        answers |= _lazy(campaign.coi_kinds[0], pen)
    return Response("lazy" if lazy else "assessed", pen.clock.on_time(), answers)


def _about(person: Person, pen: Pen) -> dict[str, str]:
    staff_type = next(t for t in pen.campaign.staff_types if t.id == person.staff_type)
    return {
        "agency": pen.agency(person).name,
        "staff_type": staff_type.name,
        "events": pen.rng.choice(_EVENTS),
        "controls": pen.rng.choice(_CONTROLS),
        "suggestions": pen.rng.choice(_SUGGESTIONS),
    }


def _lazy(kind: CoiKind, pen: Pen) -> dict[str, str]:
    """Give the middle of both scales: 3 x 3, on which the schemes of bands differ."""
    return _given(kind, pen, "3", "3")


def _considered(kind: CoiKind, place: int, pen: Pen) -> dict[str, str]:
    rng = pen.rng
    shape = place % len(_LIKELIHOOD)
    chance = rng.random()
    if chance < _BLANK:
        return _given(kind, pen, "", "")
    if chance < _BLANK + _NOT_APPLICABLE[shape]:
        return _given(kind, pen, "not_applicable", "")
    likelihood = rng.choices(_SCALE, _LIKELIHOOD[shape])[0]
    impact = rng.choices(_SCALE, _IMPACT[shape])[0]
    return _given(kind, pen, likelihood, "" if rng.random() < _WITHOUT_IMPACT else impact)


def _given(kind: CoiKind, pen: Pen, likelihood: str, impact: str) -> dict[str, str]:
    form = pen.campaign.form("coi")
    given = {f"coi.{kind.id}.likelihood": likelihood, f"coi.{kind.id}.impact": impact}
    return {
        question: option_text(form, question, option) if option else ""
        for question, option in given.items()
    }


def _unreadable(people: list[Person], pen: Pen) -> list[Response]:
    each = max(_AT_LEAST, round(len(people) * _SHARE_UNREADABLE))
    return [_spoilt(kind, pen.rng.choice(people), pen) for kind in _SPOILT for _ in range(each)]


def _spoilt(kind: str, person: Person, pen: Pen) -> Response:
    row = _assessment(person, pen)
    why, spoil = _SPOILT[kind]
    return replace(row, kind=kind, fate="set_aside", why=why, answers={**row.answers, **spoil(pen)})


def _first_likelihood(pen: Pen) -> str:
    return f"coi.{pen.campaign.coi_kinds[0].id}.likelihood"


def _nothing_assessed(pen: Pen) -> dict[str, str]:
    return {
        f"coi.{kind.id}.{side}": ""
        for kind in pen.campaign.coi_kinds
        for side in ("likelihood", "impact")
    }


_SPOILT: Mapping[str, tuple[str, Callable[[Pen], dict[str, str]]]] = {
    "option_six": ("unreadable option", lambda pen: {_first_likelihood(pen): "6"}),
    "option_superscript": ("unreadable option", lambda pen: {_first_likelihood(pen): "²"}),
    "assessed_elsewhere": (
        "the agency is not in the register",
        lambda _: {"agency": "สำนักงานสมมติแห่งใหม่"},
    ),
    "agency_left_blank": ("no agency", lambda _: {"agency": ""}),
    "nothing_assessed": ("nothing assessed", _nothing_assessed),
}
