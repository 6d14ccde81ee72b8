"""The rosters of a few agencies: who came, who left, who is excused, and who is not on the list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from collector.rehearsal.people import bent
from config.campaign import RosterPerson

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date
    from random import Random

    from collector.rehearsal.answers import SignedOff
    from collector.rehearsal.names import Name
    from collector.rehearsal.people import Person
    from config.campaign import Campaign

_RANKS = (5, 7, 11, 23)
"""Which agencies, by rank of size; the third of them reaches all."""
_LEAVES_AFTER, _EXEMPTION_ENDS_AFTER = timedelta(days=20), timedelta(days=10)
_LONG_AFTER = timedelta(days=120)
_LEAVE = "ลาศึกษาต่อ (สมมติ)"


@dataclass(frozen=True, slots=True)
class Rostered:
    """The rosters' lines, the agencies that have one, and who of their people does not count."""

    lines: tuple[RosterPerson, ...]
    agencies: frozenset[str]
    absent: frozenset[int]


def write_rosters(
    campaign: Campaign, people: list[Person], signed: SignedOff, names: Iterator[Name], rng: Random
) -> Rostered:
    """List the people of a few agencies.

    Of each agency one leaves early in the campaign, one is not on the list; of who has signed one
    is excused all the same; of who has not, one is excused and one was until shortly after the
    opening. One more is to come long after the closing day.
    """
    in_order = list(dict.fromkeys(person.agency for person in people))
    agencies = [in_order[rank] for rank in _RANKS]
    signers = {number for number, standing in signed.standing.items() if standing}
    odd = bent(people) | _moved(people, signed)
    lines: list[RosterPerson] = []
    absent: set[int] = set()
    for agency in agencies:
        own = [person for person in people if person.agency == agency]
        plain = [person for person in own if person.number not in odd]
        rng.shuffle(plain)
        stories = _stories(campaign, plain, signers)
        lines += _lines(own, stories)
        lines.append(_line(own[0], name=next(names), joined=campaign.window.closes + _LONG_AFTER))
        absent |= {number for number, story in stories.items() if story is None or story.absent}
    return Rostered(tuple(lines), frozenset(agencies), frozenset(absent))


def _moved(people: list[Person], signed: SignedOff) -> set[int]:
    """Return whom a decision puts on a roster, whatever the roster says."""
    moved = {
        (decision.other_agency, decision.name)
        for decision in signed.decisions
        if decision.decision == "works_in"
    }
    return {p.number for p in people if (p.agency, f"{p.name.first} {p.name.last}") in moved}


@dataclass(frozen=True, slots=True)
class _Story:
    """What the roster says of a person, and whether the person is therefore not counted."""

    absent: bool
    left: date | None = None
    exempt: str = ""
    exempt_until: date | None = None


def _stories(
    campaign: Campaign, people: Iterable[Person], signers: Collection[int]
) -> dict[int, _Story | None]:
    """Return the stories by person; None for who is not on the list."""
    opens, closes = campaign.window.opens, campaign.window.closes
    of_signers: list[_Story | None] = [
        _Story(absent=True, left=opens + _LEAVES_AFTER),
        None,
        _Story(absent=False, exempt=_LEAVE, exempt_until=closes + _LONG_AFTER),
    ]
    of_others: list[_Story | None] = [
        _Story(absent=True, exempt=_LEAVE, exempt_until=closes + _LONG_AFTER),
        _Story(absent=False, exempt=_LEAVE, exempt_until=opens + _EXEMPTION_ENDS_AFTER),
        _Story(absent=True, exempt=_LEAVE),
        _Story(absent=True, left=opens + _LEAVES_AFTER),
    ]
    people = list(people)
    signed = [person.number for person in people if person.number in signers]
    others = [person.number for person in people if person.number not in signers]
    return dict(zip(signed, of_signers, strict=False)) | dict(zip(others, of_others, strict=False))


def _lines(people: Iterable[Person], stories: dict[int, _Story | None]) -> Iterator[RosterPerson]:
    for person in people:
        story = stories.get(person.number, _Story(absent=False))
        if story is not None:
            yield _line(
                person, left=story.left, exempt=story.exempt, exempt_until=story.exempt_until
            )


def _line(
    person: Person,
    *,
    name: Name | None = None,
    joined: date | None = None,
    left: date | None = None,
    exempt: str = "",
    exempt_until: date | None = None,
) -> RosterPerson:
    name = name or person.name
    glued = person.number % 7 == 0
    return RosterPerson(
        agency=person.agency,
        title="" if glued else name.title,
        first_name=f"{name.title}{name.first}" if glued else name.first,
        last_name=name.last,
        position=person.position,
        email="" if person.number % 2 else person.email,
        staff_type=person.staff_type,
        joined=joined,
        left=left,
        exempt=exempt,
        exempt_until=exempt_until,
    )
