"""Who tells which story: every kind at least twice, the rest signing once and plainly."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from collector.rehearsal.deciding import DECIDED, decisions_about
from collector.rehearsal.falling_short import FELL_SHORT
from collector.rehearsal.on_paper import BESIDE_THE_FORM, ON_PAPER, reported_by
from collector.rehearsal.people import Person, bent
from collector.rehearsal.responses import Response
from collector.rehearsal.signing import SIGNED_ALL, TOLD_ONCE, Teller, Told, plain
from collector.rehearsal.untidiness import SPELLINGS, aliases_at_any_time
from collector.rehearsal.versions import signed_again, spared_by_versions, standing_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from collector.rehearsal.pen import Pen
    from collector.rehearsal.versions import Standing
    from config.campaign import Decision

_MAY_FALL_SHORT = {"in_progress", "undeclared"}
_SHARE = {
    "partial": 0.03,
    "partly_clarified": 0.01,
    "late": 0.03,
    "completed_later": 0.02,
    "paper_for_all": 0.02,
}
_SHARE_OF_ANY_OTHER = 0.004
_AT_LEAST = 2
_REPORTING_RANK = 13
_SIGNED = FELL_SHORT | SIGNED_ALL | BESIDE_THE_FORM | DECIDED | TOLD_ONCE


@dataclass(frozen=True, slots=True)
class SignedOff:
    """Every sign-off row invented, where each person stands with what they acknowledged.

    ``papers``: rows typed from paper; ``decisions``: what the office has settled.
    """

    responses: list[Response]
    papers: list[Response]
    standing: Mapping[int, Mapping[str, Standing]]
    decisions: list[Decision]


def sign_off(people: list[Person], pen: Pen, *, seed: int) -> SignedOff:
    """Return what everybody answers; people who never answer are in ``standing`` too."""
    tellers = _assign(people, pen)
    again = Random(f"again {seed}")  # noqa: S311  # chance, not secrecy
    told = {
        p.number: spared_by_versions(
            signed_again(tellers[p.number](pen, p), p, pen, again), pen.campaign
        )
        for p in people
        if p.number in tellers
    }
    reporting = list(dict.fromkeys(person.agency for person in people))[_REPORTING_RANK]
    nothing = Told((), {})
    return SignedOff(
        responses=[row for one in told.values() for row in one.responses] + [_totals_row(pen)],
        papers=[row for one in told.values() for row in one.papers]
        + reported_by(*_of_agency(reporting, people, pen), pen),
        standing={p.number: standing_of(told.get(p.number, nothing), pen.campaign) for p in people},
        decisions=[d for one in told.values() for d in one.decisions]
        + decisions_about(people, pen),
    )


def _of_agency(agency: str, people: list[Person], pen: Pen) -> tuple[str, int]:
    own = [person for person in people if person.agency == agency]
    return pen.agency(own[0]).name, len(own)


def _assign(people: list[Person], pen: Pen) -> dict[int, Teller]:
    """Return the story of each person who answers."""
    odd = bent(people)
    answering = [person for person in people if person.answers]
    free = [person for person in answering if person.number not in odd]
    pen.rng.shuffle(free)
    told: dict[int, Teller] = {}
    silent = [p for p in people if not p.answers and p.destiny in _MAY_FALL_SHORT]
    pen.rng.shuffle(silent)
    for stories, whom in ((_SIGNED, free), (ON_PAPER, silent)):
        for name, story in stories.items():
            candidates = (p for p in whom if p.number not in told and _fits(name, p, pen))
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
