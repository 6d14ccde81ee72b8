"""The stories that the office must settle, with the decision that settles each."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from collector.rehearsal.people import SHARED_MAILBOX, decided_namesakes, namesakes_elsewhere
from collector.rehearsal.signing import REPEATED, Teller, Told, doubtful, early
from config.campaign import Decision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from collector.rehearsal.pen import Pen
    from collector.rehearsal.people import Person
    from collector.rehearsal.responses import Response
    from config.campaign import Agency

_BY = "เจ้าหน้าที่สมมติ"
_BEFORE_CLOSING = timedelta(days=3)


def transferred(pen: Pen, person: Person) -> Told:
    """Sign in the agency that one leaves, and once more in the new one."""
    first, second = pen.clock.twice_on_time()
    before, kind = _another_agency(pen, person), "transferred"
    rows = (
        pen.sign(kind, person, first, fate="superseded", why=REPEATED, agency=before.name),
        pen.sign(kind, person, second),
    )
    return _settled(pen, rows, _moved(pen, person, before))


def transferred_since(pen: Pen, person: Person) -> Told:
    """Sign in the agency that one leaves, no more: the sign-off follows the person."""
    before = _another_agency(pen, person)
    row = pen.sign("transferred_since", person, pen.clock.on_time(), agency=before.name)
    return _settled(pen, (row,), _moved(pen, person, before))


def misspelt_self(pen: Pen, person: Person) -> Told:
    """Misspell one's own name, then write it right."""
    first, second = pen.clock.twice_on_time()
    wrong, kind = f"{person.name.first}ณ", "misspelt_self"
    rows = (
        pen.sign(kind, person, first, fate="superseded", why=REPEATED, first_name=wrong),
        pen.sign(kind, person, second),
    )
    decision = _decision(
        pen, person, "same", name=f"{wrong} {person.name.last}", other_name=_name(person)
    )
    return _settled(pen, rows, decision)


def doubtful_and_one(pen: Pen, person: Person) -> Told:
    """Sign from two addresses; the agency says that it is one person."""
    told = doubtful(pen, person)
    return _settled(pen, told.responses, _decision(pen, person, "same"))


def early_and_right(pen: Pen, person: Person) -> Told:
    """Sign before the opening, which the office has looked into."""
    told = early(pen, person)
    return _settled(pen, told.responses, _decision(pen, person, "confirmed", doubt="early"))


def decisions_about(people: list[Person], pen: Pen) -> list[Decision]:
    """Return what is decided of namesakes and of the shared mailbox."""
    one, _ = decided_namesakes(people)
    here, there = namesakes_elsewhere(people)
    mailbox = next(person for person in people if person.email == SHARED_MAILBOX)
    return [
        _decision(pen, one, "different"),
        _decision(pen, here, "different", other_agency=there.agency),
        _decision(pen, mailbox, "confirmed", name=SHARED_MAILBOX, doubt="shared_mailbox"),
    ]


def _settled(pen: Pen, rows: Sequence[Response], decision: Decision) -> Told:
    return Told(rows, dict.fromkeys(pen.notices, False), decisions=(decision,))


def _another_agency(pen: Pen, person: Person) -> Agency:
    return pen.rng.choice([a for a in pen.campaign.agencies if a.id != person.agency])


def _moved(pen: Pen, person: Person, before: Agency) -> Decision:
    return _decision(pen, person, "works_in", agency=before.id, other_agency=person.agency)


def _name(person: Person) -> str:
    return f"{person.name.first} {person.name.last}"


def _decision(pen: Pen, person: Person, decision: str, **more: str) -> Decision:
    about = {
        "agency": person.agency,
        "name": _name(person),
        "decision": decision,
        "on": pen.campaign.window.closes - _BEFORE_CLOSING,
        "by": _BY,
        "reason": "สอบถามหน่วยงานแล้ว (สมมติ)",
    }
    return Decision.model_validate(about | more)


DECIDED: dict[str, Teller] = {
    story.__name__: story
    for story in (transferred, transferred_since, misspelt_self, doubtful_and_one, early_and_right)
}
"""Stories of people who have signed for every notice, each told at least twice."""
