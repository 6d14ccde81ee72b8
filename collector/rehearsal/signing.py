"""The stories of people who, one way or another, have signed for every notice.

Each story says outright what is to become of its rows and when each notice was acknowledged.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from collector.rehearsal.pen import Pen
from collector.rehearsal.people import Person
from collector.rehearsal.untidiness import (
    SPELLINGS,
    aliases_at_any_time,
    misspelt,
    typed_day,
    typed_in_years_of_the_buddha,
    typed_with_time,
)

if TYPE_CHECKING:
    from collector.rehearsal.responses import Response
    from config.campaign import Decision


@dataclass(frozen=True, slots=True)
class Told:
    """A person's rows, and per notice acknowledged whether it was late.

    Whether what was acknowledged is outdated is said by `collector.rehearsal.versions`; ``papers``
    are rows typed from paper, ``decisions`` what the office has settled about the person.
    """

    responses: Sequence[Response]
    late_by_notice: Mapping[str, bool]
    papers: Sequence[Response] = ()
    decisions: Sequence[Decision] = ()


Teller = Callable[[Pen, Person], Told]
REPEATED = "a later answer of the same person acknowledges the same notices"


def plain(pen: Pen, person: Person) -> Told:
    """Sign once for all notices, on time."""
    return _all(pen, pen.sign("plain", person, pen.clock.on_time()))


def twice_at_once(pen: Pen, person: Person) -> Told:
    """Press the button twice within a second."""
    moment = pen.clock.on_time()
    kind = "twice_at_once"
    first = pen.sign(kind, person, moment, fate="superseded", why=REPEATED)
    return _all(pen, first, pen.sign(kind, person, moment))


def twice(pen: Pen, person: Person) -> Told:
    """Send the same answers again minutes later."""
    moment = pen.clock.on_time()
    first = pen.sign("twice", person, moment, fate="superseded", why=REPEATED)
    return _all(pen, first, pen.sign("twice", person, pen.clock.minutes_after(moment)))


def edited(pen: Pen, person: Person) -> Told:
    """Doubt one notice in a first answer, and none in another one."""
    some = pen.notices[1:]
    first, second = pen.clock.twice_on_time()
    doubt = pen.sign(
        "edited", person, first, some, clarify=pen.notices[:1], fate="superseded", why=REPEATED
    )
    return _all(pen, doubt, pen.sign("edited", person, second, group="กลุ่มงานใหม่"))


def completed_later(pen: Pen, person: Person) -> Told:
    """Sign for some notices first, for the others on another day: both rows count."""
    some, others = pen.some_notices()
    first, second = pen.clock.twice_on_time()
    kind = "completed_later"
    return _all(pen, pen.sign(kind, person, first, some), pen.sign(kind, person, second, others))


def completed_late(pen: Pen, person: Person) -> Told:
    """Sign for some notices in time, for the others after the closing day."""
    some, others = pen.some_notices()
    rows = (
        pen.sign("completed_late", person, pen.clock.on_time(), some),
        pen.sign("completed_late", person, pen.clock.late(), others),
    )
    return Told(rows, {notice: notice in others for notice in pen.notices})


def clarified_then_signed(pen: Pen, person: Person) -> Told:
    """Ask first (a row that counts as a question), then sign."""
    first, second = pen.clock.twice_on_time()
    kind = "clarified_then_signed"
    asks = pen.sign(kind, person, first, (), clarify=pen.notices[-1:])
    return _all(pen, asks, pen.sign(kind, person, second))


def signed_then_clarified(pen: Pen, person: Person) -> Told:
    """Ask after signing, which withdraws nothing."""
    first, second = pen.clock.twice_on_time()
    kind = "signed_then_clarified"
    asks = pen.sign(kind, person, second, (), clarify=pen.notices[:1])
    return _all(pen, pen.sign(kind, person, first), asks)


def early(pen: Pen, person: Person) -> Told:
    """Sign before the window opened: it counts."""
    return _all(pen, pen.sign("early", person, pen.clock.early()))


def late(pen: Pen, person: Person) -> Told:
    """Sign after the closing day: it counts, and is late."""
    row = pen.sign("late", person, pen.clock.late())
    return Told((row,), dict.fromkeys(pen.notices, True))


def last_second(pen: Pen, person: Person) -> Told:
    """Sign in the last second of the closing day, which is on time."""
    moment = pen.campaign.closes_before() - timedelta(seconds=1)
    return _all(pen, pen.sign("last_second", person, moment))


def first_second_after(pen: Pen, person: Person) -> Told:
    """Sign at midnight after the closing day, which is late."""
    row = pen.sign("first_second_after", person, pen.campaign.closes_before())
    return Told((row,), dict.fromkeys(pen.notices, True))


def again_when_late(pen: Pen, person: Person) -> Told:
    """Sign in time and once more afterwards: the earliest counts, so it is not late."""
    kind = "again_when_late"
    first = pen.sign(kind, person, pen.clock.on_time(), fate="superseded", why=REPEATED)
    return _all(pen, first, pen.sign(kind, person, pen.clock.late()))


def another_spelling(name: str) -> Teller:
    """Return the story of one who signs once plainly, once in letters that only look the same."""
    letter, respell = SPELLINGS[name]

    def story(pen: Pen, person: Person) -> Told:
        first, second = pen.clock.twice_on_time()
        changed = {
            part: respell(text)
            for part, text in (("first_name", person.name.first), ("last_name", person.name.last))
            if letter in text
        }
        odd = pen.sign(name, person, first, fate="superseded", why=REPEATED, **changed)
        return _all(pen, odd, pen.sign(name, person, second))

    return story


def title_glued(pen: Pen, person: Person) -> Told:
    """Write the title before the first name once, in its own question once."""
    first, second = pen.clock.twice_on_time()
    glued = person.name.title + ("" if person.number % 2 else " ") + person.name.first
    row = pen.sign(
        "title_glued",
        person,
        first,
        fate="superseded",
        why=REPEATED,
        title="",
        first_name=glued,
    )
    return _all(pen, row, pen.sign("title_glued", person, second))


def agency_by_alias(pen: Pen, person: Person) -> Told:
    """Use one of the agency's other names."""
    name = pen.rng.choice(aliases_at_any_time(pen.agency(person)))
    return _all(pen, pen.sign("agency_by_alias", person, pen.clock.on_time(), agency=name))


def agency_with_odd_spaces(pen: Pen, person: Person) -> Told:
    """Write the agency's name with spaces that nobody sees."""
    name = f" {pen.agency(person).name}\u200b\xa0"
    row = pen.sign("agency_with_odd_spaces", person, pen.clock.on_time(), agency=name)
    return _all(pen, row)


def agency_misspelt_first(pen: Pen, person: Person) -> Told:
    """Misspell the agency (set aside, never guessed), then answer again."""
    first, second = pen.clock.twice_on_time()
    kind = "agency_misspelt_first"
    wrong = pen.sign(
        kind,
        person,
        first,
        fate="set_aside",
        why="the agency is not in the register",
        agency=misspelt(pen.agency(person), pen.campaign.agencies, pen.rng),
    )
    return _all(pen, wrong, pen.sign(kind, person, second))


def confirmed_second(pen: Pen, person: Person) -> Told:
    """Forget the confirmation first, and give it afterwards."""
    first, second = pen.clock.twice_on_time()
    kind = "confirmed_second"
    bare = pen.sign(kind, person, first, fate="set_aside", why="not confirmed", confirm="")
    return _all(pen, bare, pen.sign(kind, person, second))


def doubtful(pen: Pen, person: Person) -> Told:
    """Sign from two e-mail addresses: counted once, and listed for a person."""
    first, second = pen.clock.twice_on_time()
    private, office = (f"{place}{person.number}@example.com" for place in ("home", "work"))
    kind = "doubtful"
    row = pen.sign(kind, person, first, fate="superseded", why=REPEATED, email=private)
    return _all(pen, row, pen.sign(kind, person, second, email=office))


def typed_by_hand(pen: Pen, person: Person) -> Told:
    """Stand in a row typed into the sheet, dated as people write dates."""
    writings = (typed_with_time, typed_in_years_of_the_buddha, typed_day)
    moment = pen.clock.first_half()
    typed = writings[person.number % len(writings)](moment)
    if writings[person.number % len(writings)] is typed_day:
        moment = moment.replace(hour=0, minute=0, second=0)
    return _all(pen, pen.sign("typed_by_hand", person, moment, typed=typed))


def _all(pen: Pen, *rows: Response) -> Told:
    return Told(rows, dict.fromkeys(pen.notices, False))


SIGNED_ALL: dict[str, Teller] = {
    story.__name__: story
    for story in (
        twice_at_once, twice, edited, completed_later, completed_late, clarified_then_signed,
        signed_then_clarified, early, late, again_when_late, title_glued, agency_by_alias,
        agency_with_odd_spaces, agency_misspelt_first, confirmed_second, doubtful, typed_by_hand,
    )
} | {name: another_spelling(name) for name in SPELLINGS}  # fmt: skip
"""Stories told of a share of the people, each at least twice."""

TOLD_ONCE: dict[str, Teller] = {
    "last_second": last_second,
    "first_second_after": first_second_after,
}
