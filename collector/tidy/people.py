"""Who is one person: design.md §2, «Person».

Rows of one name in one agency are one person unless e-mail *and* position are both given and
both differ; such rows may still be joined by a third that differs from neither. What the office
has decided goes before.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from collector.tidy.columns import in_column, mark, read_each
from config.names import PersonName, read_name
from config.thai import email_key, match_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from collector.tidy.decisions import Decided, Named, Ruling

Identity = tuple[str, str]
"""E-mail key and position key; "" where none is given."""
_Signer = tuple[str, str, bool, str, str]
"""Agency id, name key, whether moved here by a decision, and identity."""


def read_names(answers: pd.DataFrame) -> pd.DataFrame:
    """Add ``name`` (to show), ``name_key``; rows without a readable name are set aside."""
    columns = ["first_name", "last_name", "full_name"]
    triples = list(zip(*(answers[column] for column in columns), strict=True))
    read = {triple: read_name(*triple) for triple in set(triples)}
    people = [read[triple] for triple in triples]
    written = in_column(" ".join(triple).strip() for triple in triples)
    faults = _column(people, "fault")
    answers = answers.assign(
        name=_column(people, "shown"),
        name_key=_column(people, "key"),
    )
    for fault in ("no_name", "bad_name", "no_surname"):
        answers = answers.pipe(mark, faults == fault, fault, written)
    return answers


def _column(people: Sequence[PersonName], part: str) -> pd.Series:
    return in_column(getattr(person, part) for person in people)


def tell_people_apart(signoffs: pd.DataFrame, so_decided: Decided) -> pd.DataFrame:
    """Add ``person`` (str: agency/name, and /2, /3 … for namesakes) and ``doubtful`` (bool).

    A person is doubtful when two of their rows differ in exactly one of e-mail and position, and
    nobody has decided what that means.
    """
    identified = signoffs.assign(
        email_key=signoffs["email"].pipe(read_each, email_key),
        position_key=signoffs["position"].pipe(read_each, match_key),
    )
    base = identified["agency_id"] + "/" + identified["name_key"]
    columns = ("agency_id", "name_key", "moved", "email_key", "position_key")
    rows = list(zip(*(identified[column] for column in columns), strict=True))
    people = _people_by_row(rows, so_decided)
    found = [people[row] for row in rows]
    suffix = in_column(f"/{place + 1}" if place else "" for place, _ in found)
    return identified.assign(
        person=base + suffix,
        doubtful=in_column(doubtful for _, doubtful in found).astype(bool),
    )


def _people_by_row(rows: Sequence[_Signer], so_decided: Decided) -> dict[_Signer, tuple[int, bool]]:
    """Return for each kind of row which of the people of its name it is, and whether in doubt.

    Who moved here is the one of that name whom they differ least from, or somebody new.
    """
    here: defaultdict[Named, set[Identity]] = defaultdict(set)
    moved: defaultdict[Named, set[Identity]] = defaultdict(set)
    for agency, name, has_moved, email, position in rows:
        (moved if has_moved else here)[agency, name].add((email, position))
    found: dict[_Signer, tuple[int, bool]] = {}
    for named in here.keys() | moved.keys():
        people = people_of_one_name(here[named] or moved[named], so_decided.ruling(named))
        for place, (group, doubtful) in enumerate(people):
            found |= {(*named, False, *identity): (place, doubtful) for identity in group}
        for identity in moved[named]:
            place = _least_different(identity, [group for group, _ in people])
            found[*named, True, *identity] = (place, people[place][1])
    return found


def people_of_one_name(
    identities: set[Identity], ruling: Ruling = ""
) -> list[tuple[list[Identity], bool]]:
    """Return the people among rows of one name and agency, in a fixed order, each with its doubt.

    Connected components of rows that do not differ in both; doubtful if a pair differs in one.
    A ruling leaves no doubt: they are ``one``, or ``several``, each difference being a person.

    >>> people_of_one_name({("a@x", "clerk"), ("b@x", "driver")})
    [([('a@x', 'clerk')], False), ([('b@x', 'driver')], False)]
    >>> people_of_one_name({("a@x", "clerk"), ("b@x", "clerk")})
    [([('a@x', 'clerk'), ('b@x', 'clerk')], True)]
    >>> people_of_one_name({("a@x", "clerk"), ("b@x", "clerk"), ("", "clerk")}, "several")
    [([('', 'clerk'), ('a@x', 'clerk')], False), ([('b@x', 'clerk')], False)]
    """
    if ruling == "one" or len(identities) == 1:
        return [(sorted(identities), False)]
    if ruling == "several":
        return [(group, False) for group in _without_differences(identities)]
    groups: list[list[Identity]] = []
    for identity in sorted(identities):
        near = [g for g in groups if any(differences(identity, other) <= 1 for other in g)]
        joined = sorted([identity, *(other for group in near for other in group)])
        groups = [group for group in groups if group not in near] + [joined]
    return [
        (group, any(differences(a, b) == 1 for a, b in combinations(group, 2)))
        for group in sorted(groups)
    ]


def _without_differences(identities: set[Identity]) -> list[list[Identity]]:
    """Return groups that differ in nothing; who gives less joins the first whom it fits."""
    groups: list[list[Identity]] = []
    for identity in sorted(identities, key=lambda one: (-sum(map(bool, one)), one)):
        fitting = (g for g in groups if not any(differences(identity, other) for other in g))
        home = next(fitting, None)
        if home is None:
            groups.append([identity])
        else:
            home.append(identity)
    return sorted(sorted(group) for group in groups)


def _least_different(identity: Identity, groups: Sequence[list[Identity]]) -> int:
    """Return the place of the group that a row is nearest to, the first of equals."""
    distances = [
        (identity not in group, min(differences(identity, other) for other in group))
        for group in groups
    ]
    return distances.index(min(distances))


def differences(one: Identity, other: Identity) -> int:
    """Return in how many of e-mail and position two rows differ, both being given."""
    return sum(bool(a) and bool(b) and a != b for a, b in zip(one, other, strict=True))
