"""The rosters as of a day: who is there, who is not, and which of the signers each of them is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

import pandas as pd

from aggregate.people import MEMBER_COLUMNS
from collector.tidy.people import differences
from config.names import read_name
from config.thai import email_key, match_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from aggregate.person_state import Presence
    from collector.tidy.decisions import Decided, Named
    from collector.tidy.people import Identity
    from config.campaign import Campaign, RosterPerson

ROSTER_COLUMNS = [*MEMBER_COLUMNS, "presence", "exempt", "exempt_until"]
_Signer = tuple[str, "Identity"]
_LIKELIEST_FIRST: tuple[Presence, ...] = ("here", "exempt", "left", "not_yet")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a roster as of the day; ``named``: under which agency and name it counts."""

    named: Named
    name: str
    identity: Identity
    position: str
    staff_type: str
    presence: Presence
    exempt: str = ""
    exempt_until: date | None = None


def rosters(
    campaign: Campaign, signed: pd.DataFrame, so_decided: Decided, as_of: date | None
) -> pd.DataFrame:
    """Return every line of the rosters with the signer that it is.

    Columns: `ROSTER_COLUMNS`. ``person`` is the signer's, or a place of its own for one who has
    not signed; of namesakes each signer is the one whose e-mail and position differ least.
    ``presence``: see `aggregate.person_state.Presence`. A person whom a decision moves has left
    the first agency and is on the roster of the other one, if that has a roster.
    """
    if not campaign.people:
        return pd.DataFrame(columns=ROSTER_COLUMNS).astype({"counted": bool})
    lines = [_line(person, so_decided, as_of) for person in campaign.people]
    lines += _moved_here(lines, signed, so_decided, as_of)
    lines_by_name: defaultdict[Named, list[_Line]] = defaultdict(list)
    for line in lines:
        lines_by_name[line.named].append(line)
    signers = _signers_by_name(signed)
    counted = {staff_type.id for staff_type in campaign.staff_types if staff_type.counted}
    rows = [
        (person, line.named[0], line.name, line.named[1], line.position, line.staff_type,
         line.staff_type in counted, line.presence, line.exempt, line.exempt_until)
        for named, same in lines_by_name.items()
        for line, person in zip(same, _whose(same, signers.get(named, [])), strict=True)
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=ROSTER_COLUMNS).astype({"counted": bool})


def _line(person: RosterPerson, so_decided: Decided, day: date | None) -> _Line:
    name = read_name(person.first_name, person.last_name or "-", "")
    agency, key = so_decided.place_of((person.agency, name.key))
    moved_away = agency != person.agency
    return _Line(
        named=(person.agency, name.key if moved_away else key),
        name=name.shown,
        identity=(email_key(person.email), match_key(person.position)),
        position=person.position,
        staff_type=person.staff_type,
        presence="left" if moved_away else presence_on(person, day),
        exempt=person.exempt,
        exempt_until=person.exempt_until,
    )


def presence_on(person: RosterPerson, day: date | None) -> Presence:
    """Return what the roster says of a person on a day; who retires is out from that day.

    An exemption holds to the end of its last day. Without a day (no answer yet) the roster is
    taken as it stands: who has a day of leaving is gone.
    """
    if person.left and (day is None or person.left <= day):
        return "left"
    if person.joined and day and day < person.joined:
        return "not_yet"
    return "exempt" if _is_exempt(person.exempt, person.exempt_until, day) else "here"


def _is_exempt(reason: str, until: date | None, day: date | None) -> bool:
    return bool(reason) and (day is None or day <= (until or day))


def _moved_here(
    lines: Sequence[_Line], signed: pd.DataFrame, so_decided: Decided, day: date | None
) -> list[_Line]:
    """Return a line for everybody whom a decision moves to an agency whose roster lacks them.

    It is their line of the other roster, of several namesakes the one least different from the
    signer; without one, what they signed says who they are.
    """
    listed: defaultdict[Named, list[_Line]] = defaultdict(list)
    for line in lines:
        listed[line.named].append(line)
    with_roster = {agency for agency, _name in listed}
    arriving = {
        place: before
        for before, place in so_decided.settled.items()
        if before[0] != place[0] and place[0] in with_roster and place not in listed
    }
    own = {
        (row.agency_id, row.name_key): _Line(
            named=(row.agency_id, row.name_key),
            name=row.name,
            identity=(row.email_key, row.position_key),
            position=row.position,
            staff_type=row.staff_type,
            presence="here",
        )
        for row in signed.sort_values("person").itertuples()
        if (row.agency_id, row.name_key) in arriving
    }
    found = {
        place: _least_different(listed.get(before, []), own.get(place))
        for place, before in arriving.items()
    }
    return [
        replace(
            line,
            named=place,
            presence="exempt" if _is_exempt(line.exempt, line.exempt_until, day) else "here",
        )
        for place, line in found.items()
        if line
    ]


def _least_different(lines: Sequence[_Line], signer: _Line | None) -> _Line | None:
    """Return the line nearest to the signer, the first of equals; without lines the signer."""
    if not lines or signer is None:
        return lines[0] if lines else signer
    return min(lines, key=lambda line: differences(line.identity, signer.identity))


def _signers_by_name(signed: pd.DataFrame) -> dict[Named, list[_Signer]]:
    """Return who signed under each name, in an order that no later answer changes."""
    by_name: defaultdict[Named, list[_Signer]] = defaultdict(list)
    columns = ("agency_id", "name_key", "person", "email_key", "position_key")
    for agency, name, person, email, position in sorted(
        zip(*(signed[column] for column in columns), strict=True)
    ):
        by_name[agency, name].append((person, (email, position)))
    return by_name


def _whose(lines: Sequence[_Line], signers: Sequence[_Signer]) -> list[str]:
    """Return the person of each line of one name: a signer, the least different first."""
    agency, name = lines[0].named
    people = [f"roster/{agency}/{name}/{place}" for place in range(len(lines))]
    free = set(range(len(signers)))
    open_lines = set(range(len(lines)))
    pairs = sorted(
        product(range(len(lines)), range(len(signers))),
        key=lambda pair: (
            differences(lines[pair[0]].identity, signers[pair[1]][1]),
            _LIKELIEST_FIRST.index(lines[pair[0]].presence),
        ),
    )
    for line, signer in pairs:
        if line in open_lines and signer in free:
            people[line] = signers[signer][0]
            open_lines.remove(line)
            free.remove(signer)
    return people
