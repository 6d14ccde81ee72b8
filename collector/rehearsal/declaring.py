"""The head-count form: what agencies declare by it, the rest standing in the office's table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from collector.rehearsal.responses import Response, option_text, spoiled
from config.dates import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from collector.rehearsal.pen import Pen
    from config.campaign import DeclaredHeads

FORM = "headcount"
_EVERY = 3
_EARLIER = timedelta(days=10)
_MORE_BEFORE = 3
_CALLED = ("นางประสาน", "นายติดต่อ", "นางสาวแจ้ง", "นายยืนยัน")


@dataclass(frozen=True, slots=True)
class Declared:
    """What lies in the form's answers, and what stands in the table of head-counts."""

    responses: tuple[Response, ...]
    in_table: tuple[DeclaredHeads, ...]


def declare_by_form(headcount: Sequence[DeclaredHeads], pen: Pen) -> Declared:
    """Let every third agency declare its heads by form, some of them untidily; figures stay.

    One has sent other numbers of an earlier day before, one sends its answer twice; two more
    answers cannot be read.
    """
    if not pen.campaign.asks(FORM):
        return Declared((), tuple(headcount))
    outdated = {row.agency for row in headcount if row.on < pen.campaign.window.opens}
    agencies = [a for a in dict.fromkeys(row.agency for row in headcount) if a not in outdated]
    by_form = agencies[::_EVERY]
    answers = {agency: _answer(agency, headcount, pen) for agency in by_form}
    first, second, *_ = by_form
    return Declared(
        responses=(
            _before(answers[first], pen),
            *answers.values(),
            replace(answers[second], kind="declared_twice", fate="superseded", why="sent twice"),
            *_unreadable(answers[first]),
        ),
        in_table=tuple(row for row in headcount if row.agency not in by_form),
    )


def _answer(agency_id: str, headcount: Sequence[DeclaredHeads], pen: Pen) -> Response:
    campaign, form = pen.campaign, pen.campaign.form(FORM)
    own = [row for row in headcount if row.agency == agency_id]
    name = f"{pen.rng.choice(_CALLED)} สมมติทดสอบ"
    heads = {f"heads.{row.staff_type}": str(row.heads) for row in own}
    nobody = {f"heads.{staff.id}": "0" for staff in campaign.staff_types}
    return Response(
        "declared",
        pen.clock.first_half(),
        {
            "agency": next(a.name for a in campaign.agencies if a.id == agency_id),
            "coordinator": name,
            "phone": f"08{pen.rng.randrange(10**8):08}",
            "email": f"contact{pen.rng.randrange(10**4):04}@example.org",
            "on": short_date(own[0].on),
            "scope": option_text(form, "scope", "province"),
            "certified": option_text(form, "certified", "certified"),
        }
        | nobody
        | heads,
    )


def _before(answer: Response, pen: Pen) -> Response:
    """Return other numbers, sent before and counted on an earlier day."""
    opens = pen.campaign.window.opens
    more = {
        question: str(int(text) + _MORE_BEFORE)
        for question, text in answer.answers.items()
        if question.startswith("heads.") and text != "0"
    }
    return replace(
        answer,
        kind="declared_before",
        moment=answer.moment - _EARLIER,
        answers={**answer.answers, **more, "on": short_date(opens - 2 * _EARLIER)},
        fate="superseded",
        why="a later day was declared",
    )


def _unreadable(answer: Response) -> list[Response]:
    question = next(name for name in answer.answers if name.startswith("heads."))
    faults = {
        "heads_in_words": ("no number", {question: "ยี่สิบคน"}),
        "declared_for_tomorrow": ("the day lies ahead", {"on": "1 ม.ค. 2570"}),
    }
    return spoiled(answer, faults)
