"""The stories of people whose answer does not, or not wholly, reach the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.rehearsal.signing import Teller, Told
from collector.rehearsal.untidiness import impossible_day, misspelt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from collector.rehearsal.pen import Pen
    from collector.rehearsal.people import Person
    from collector.rehearsal.responses import Fate


def partial(pen: Pen, person: Person) -> Told:
    """Sign for some notices, and never for the others."""
    some, _ = pen.some_notices()
    row = pen.sign("partial", person, pen.clock.on_time(), some)
    return Told((row,), dict.fromkeys(some, False))


def partly_clarified(pen: Pen, person: Person) -> Told:
    """Sign for all notices but those about which one asks."""
    some, others = pen.some_notices()
    row = pen.sign("partly_clarified", person, pen.clock.on_time(), some, clarify=others)
    return Told((row,), dict.fromkeys(some, False))


def only_clarified(pen: Pen, person: Person) -> Told:
    """Ask about one notice, no more: accepted, acknowledging nothing."""
    return _nothing(pen, person, "only_clarified", clarify=pen.notices[:1], fate="accepted", why="")


def asked_twice(pen: Pen, person: Person) -> Told:
    """Ask the very same question twice: the later one stands."""
    moment = pen.clock.on_time()
    kind, asks = "asked_twice", pen.notices[-1:]
    rows = (
        pen.sign(
            kind, person, moment, (), clarify=asks, fate="superseded", why="asked again in full"
        ),
        pen.sign(kind, person, pen.clock.minutes_after(moment), (), clarify=asks),
    )
    return Told(rows, {})


def agency_misspelt(pen: Pen, person: Person) -> Told:
    """Leave out a letter of the agency's name."""
    wrong = misspelt(pen.agency(person), pen.campaign.agencies, pen.rng)
    return _aside(pen, person, "agency_misspelt", "the agency is not in the register", agency=wrong)


def agency_unknown(pen: Pen, person: Person) -> Told:
    """Name an agency that nobody has heard of."""
    name = "สำนักงานสมมติแห่งใหม่" if person.number % 2 else "อื่น ๆ (ระบุ)"
    return _aside(pen, person, "agency_unknown", "the agency is not in the register", agency=name)


def agency_blank(pen: Pen, person: Person) -> Told:
    """Give no agency, or a dash."""
    dash = "-" if person.number % 2 else ""
    return _aside(pen, person, "agency_blank", "no agency", agency=dash)


def name_blank(pen: Pen, person: Person) -> Told:
    """Give no name at all."""
    return _aside(pen, person, "name_blank", "no name", first_name="", last_name="")


def name_is_a_title(pen: Pen, person: Person) -> Told:
    """Give a title where the name should be."""
    changed = {"first_name": person.name.title, "last_name": ""}
    return _aside(pen, person, "name_is_a_title", "no name", **changed)


def text_lost(pen: Pen, person: Person) -> Told:
    """Arrive as question marks where Thai letters were."""
    return _aside(
        pen, person, "text_lost", "the text was lost before it reached us", last_name="????"
    )


def staff_type_blank(pen: Pen, person: Person) -> Told:
    """Give no staff type."""
    return _aside(pen, person, "staff_type_blank", "no staff type", staff_type="")


def staff_type_unknown(pen: Pen, person: Person) -> Told:
    """Give a staff type that the campaign does not know."""
    return _aside(
        pen, person, "staff_type_unknown", "unknown staff type", staff_type="อาสาสมัครสมมติ"
    )


def nothing_acknowledged(pen: Pen, person: Person) -> Told:
    """Leave every notice blank."""
    return _nothing(
        pen, person, "nothing_acknowledged", fate="set_aside", why="nothing acknowledged"
    )


def not_confirmed(pen: Pen, person: Person) -> Told:
    """Leave out the statement that pressing send is one's signature."""
    return _aside(pen, person, "not_confirmed", "not confirmed", confirm="")


def impossible_date(pen: Pen, person: Person) -> Told:
    """Stand in a row typed into the sheet on a day that does not exist."""
    moment = pen.clock.first_half()
    typed = impossible_day(moment)
    row = pen.sign(
        "impossible_date",
        person,
        moment,
        fate="set_aside",
        why="unreadable time",
        typed=typed,
    )
    return Told((row,), {})


def _aside(pen: Pen, person: Person, kind: str, why: str, **changed: str) -> Told:
    moment = pen.clock.on_time()
    return Told((pen.sign(kind, person, moment, fate="set_aside", why=why, **changed),), {})


def _nothing(
    pen: Pen,
    person: Person,
    kind: str,
    *,
    fate: Fate,
    why: str,
    clarify: Sequence[str] = (),
) -> Told:
    row = pen.sign(kind, person, pen.clock.on_time(), (), clarify=clarify, fate=fate, why=why)
    return Told((row,), {})


FELL_SHORT: dict[str, Teller] = {
    story.__name__: story
    for story in (
        partial, partly_clarified, only_clarified, asked_twice, agency_misspelt, agency_unknown,
        agency_blank, name_blank, name_is_a_title, text_lost, staff_type_blank,
        staff_type_unknown, nothing_acknowledged, not_confirmed, impossible_date,
    )
}  # fmt: skip
"""Stories told of a share of the people who answer, each at least twice."""
