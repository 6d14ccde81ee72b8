"""Who tells which story: every kind at least twice, the rest signing once and plainly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from collector.rehearsal.falling_short import FELL_SHORT
from collector.rehearsal.people import Person, bent
from collector.rehearsal.responses import Response
from collector.rehearsal.signing import SIGNED_ALL, TOLD_ONCE, Teller, Told, plain
from collector.rehearsal.untidiness import SPELLINGS, aliases_at_any_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from collector.rehearsal.pen import Pen

_MAY_FALL_SHORT = {"in_progress", "undeclared"}
_SHARE = {"partial": 0.03, "partly_clarified": 0.01, "late": 0.03, "completed_later": 0.02}
_SHARE_OF_ANY_OTHER = 0.004
_AT_LEAST = 2


@dataclass(frozen=True, slots=True)
class SignedOff:
    """Every sign-off row invented, and what each person has acknowledged, late or not."""

    responses: list[Response]
    late_by_notice: Mapping[int, Mapping[str, bool]]


def sign_off(people: list[Person], pen: Pen) -> SignedOff:
    """Return what everybody answers; people who never answer are in ``late_by_notice`` too."""
    tellers = _assign(people, pen)
    told = {p.number: tellers[p.number](pen, p) for p in people if p.number in tellers}
    rows = [row for number in told for row in told[number].responses]
    nothing = Told((), {})
    return SignedOff(
        responses=[*rows, _totals_row(pen)],
        late_by_notice={p.number: told.get(p.number, nothing).late_by_notice for p in people},
    )


def _assign(people: list[Person], pen: Pen) -> dict[int, Teller]:
    """Return the story of each person who answers."""
    odd = bent(people)
    answering = [person for person in people if person.answers]
    free = [person for person in answering if person.number not in odd]
    pen.rng.shuffle(free)
    told: dict[int, Teller] = {}
    for name, story in (FELL_SHORT | SIGNED_ALL | TOLD_ONCE).items():
        candidates = (p for p in free if p.number not in told and _fits(name, p, pen))
        for person, _ in zip(candidates, range(_how_many(name, len(people))), strict=False):
            told[person.number] = story
    return {person.number: plain for person in answering} | told


def _how_many(name: str, people: int) -> int:
    if name in TOLD_ONCE:
        return 1
    return max(_AT_LEAST, round(people * _SHARE.get(name, _SHARE_OF_ANY_OTHER)))


def _fits(name: str, person: Person, pen: Pen) -> bool:
    """Say whether a story can be told of a person."""
    if name in FELL_SHORT:
        return person.destiny in _MAY_FALL_SHORT
    if name in SPELLINGS:
        return SPELLINGS[name][0] in person.name.first + person.name.last
    return name != "agency_by_alias" or bool(aliases_at_any_time(pen.agency(person)))


def _totals_row(pen: Pen) -> Response:
    """Return the sum that somebody typed under the sheet; it has no time of submission."""
    return Response(
        kind="totals_row",
        moment=pen.campaign.opens_at(),
        answers={"agency": "รวม", "first_name": "123"},
        fate="set_aside",
        why="no time of submission",
        typed="",
    )


def numbered(responses: Iterable[Response], prefix: str) -> dict[str, Response]:
    """Return the responses in order of time, each under an id (``signoff-00001``)."""
    in_order = sorted(responses, key=lambda response: response.moment)
    return {f"{prefix}-{place:05}": row for place, row in enumerate(in_order, start=1)}
