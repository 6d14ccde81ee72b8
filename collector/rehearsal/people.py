"""The people of the rehearsal: who works where, as what, and who has answered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from collector.rehearsal.names import Name
    from collector.rehearsal.staffing import Destiny, Staffing
    from config.campaign import Campaign

_POSITIONS = (
    "เจ้าพนักงานธุรการ", "เจ้าพนักงานธุรการชำนาญงาน", "นักจัดการงานทั่วไป", "นักวิชาการ",
    "นักวิชาการชำนาญการ", "เจ้าหน้าที่ปฏิบัติงาน", "พนักงานขับรถยนต์", "พนักงานบริการ", "ช่างเทคนิค",
    "หัวหน้ากลุ่มงาน, รักษาราชการแทน", 'ผู้ช่วย "ประจำโครงการ"',
)  # fmt: skip
_GROUPS = (
    "", "กลุ่มงานอำนวยการ", "กลุ่มงานยุทธศาสตร์", "ฝ่ายบริหารทั่วไป", "อำเภอเมือง", "กลุ่มงาน 1, ชั้น 2",
    "กลุ่มงาน\nบริการ", "=1+1", "-", "007",
)  # fmt: skip
SHARED_MAILBOX = "office@example.org"
_WITH_EMAIL = 0.35
_SHARING_A_MAILBOX = 12
_FIRST_DECIDED = 3 + _SHARING_A_MAILBOX
_OF_THE_FIRST_TYPE = 2


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented. One who works in two agencies is two of these."""

    number: int
    agency: str
    staff_type: str
    name: Name
    position: str
    group: str
    email: str
    destiny: Destiny
    answers: bool


def invent_people(
    campaign: Campaign, agencies: list[Staffing], names: Iterator[Name], rng: Random
) -> list[Person]:
    """Return everybody: namesakes, people of two agencies and a shared mailbox among them."""
    people = [
        person for staffing in agencies for person in _people_of(staffing, campaign, names, rng)
    ]
    numbered = [replace(person, number=number) for number, person in enumerate(people, start=1)]
    return _make_odd(numbered)


def _people_of(
    staffing: Staffing, campaign: Campaign, names: Iterator[Name], rng: Random
) -> Iterator[Person]:
    staff_types = [staff_type.id for staff_type in campaign.staff_types]
    weights = [2.0**-place for place in range(len(staff_types))]
    for place in range(staffing.people):
        # Every agency has two people of the first type, so that one too few can be declared.
        chosen = rng.choices(staff_types, weights)[0]
        staff_type = chosen if place >= _OF_THE_FIRST_TYPE else staff_types[0]
        yield Person(
            number=0,
            agency=staffing.agency,
            staff_type=staff_type,
            name=next(names),
            position=rng.choice(_POSITIONS),
            group=rng.choice(_GROUPS),
            email=_email(rng),
            destiny=staffing.destiny,
            answers=rng.random() < staffing.answering,
        )


def _email(rng: Random) -> str:
    if rng.random() > _WITH_EMAIL:
        return ""
    return f"invented{rng.randrange(10**6):06}@{rng.choice(('example.com', 'example.org'))}"


def _make_odd(people: list[Person]) -> list[Person]:
    """Bend a few people of the largest agencies into the odd cases that every office knows."""
    largest = _largest(people)
    second = next(p.agency for p in people if p.agency != people[0].agency)
    elsewhere = [person for person in people if person.agency == second]
    bent = [*_namesakes(*largest[:2]), *_in_two_agencies(largest[2], elsewhere[0])]
    bent += [
        replace(person, email=SHARED_MAILBOX, answers=True) for person in largest[3:_FIRST_DECIDED]
    ]
    bent += _decided_namesakes(*largest[_FIRST_DECIDED : _FIRST_DECIDED + 2])
    bent += _in_two_agencies(largest[_FIRST_DECIDED + 2], elsewhere[1])
    by_number = {person.number: person for person in bent}
    return [by_number.get(person.number, person) for person in people]


def _namesakes(one: Person, other: Person) -> tuple[Person, Person]:
    """Two people of one name in one agency: e-mail and position both differ."""
    return (
        replace(one, position="นักวิชาการ", email="namesake1@example.com", answers=True),
        replace(
            other,
            name=one.name,
            position="พนักงานขับรถยนต์",
            email="namesake2@example.com",
            answers=True,
        ),
    )


def _decided_namesakes(one: Person, other: Person) -> tuple[Person, Person]:
    """Two people of one name in one agency whom only their e-mail tells apart."""
    one = replace(one, email="namesake3@example.com", answers=True)
    return one, replace(
        other,
        name=one.name,
        position=one.position,
        email="namesake4@example.com",
        answers=True,
    )


def decided_namesakes(people: list[Person]) -> tuple[Person, Person]:
    """Return the two of one name in one agency that are said to be two."""
    one, other = _largest(people)[_FIRST_DECIDED : _FIRST_DECIDED + 2]
    return one, other


def namesakes_elsewhere(people: list[Person]) -> tuple[Person, Person]:
    """Return the two of one name in two agencies that are said to be two."""
    here = _largest(people)[_FIRST_DECIDED + 2]
    return here, next(p for p in people if p.name == here.name and p.agency != here.agency)


def _largest(people: list[Person]) -> list[Person]:
    return [person for person in people if person.agency == people[0].agency]


def _in_two_agencies(one: Person, other: Person) -> tuple[Person, Person]:
    return replace(one, answers=True), replace(other, name=one.name, answers=True)


def bent(people: list[Person]) -> set[int]:
    """Return the numbers of those whose oddity a further story would spoil."""
    times = Counter(person.name for person in people)
    return {p.number for p in people if times[p.name] > 1 or p.email == SHARED_MAILBOX}
