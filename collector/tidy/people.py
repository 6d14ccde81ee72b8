"""Who is one person: design.md §2, «Person».

Rows of one name in one agency are one person unless e-mail *and* position are both given and
both differ; such rows may still be joined by a third that differs from neither.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from collector.tidy.columns import in_column, mark, read_each
from config.names import PersonName, read_name
from config.thai import email_key, match_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

Identity = tuple[str, str]
"""E-mail key and position key; "" where none is given."""


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


def tell_people_apart(signoffs: pd.DataFrame) -> pd.DataFrame:
    """Add ``person`` (str: agency/name, and /2, /3 … for namesakes) and ``doubtful`` (bool).

    A person is doubtful when two of their rows differ in exactly one of e-mail and position.
    """
    identified = signoffs.assign(
        email_key=signoffs["email"].pipe(read_each, email_key),
        position_key=signoffs["position"].pipe(read_each, match_key),
    )
    base = identified["agency_id"] + "/" + identified["name_key"]
    identities = list(zip(base, identified["email_key"], identified["position_key"], strict=True))
    by_name: dict[str, set[Identity]] = {}
    for name, email, position in identities:
        by_name.setdefault(name, set()).add((email, position))
    number = {
        (name, *identity): (place, doubtful)
        for name, known in by_name.items()
        for place, (group, doubtful) in enumerate(people_of_one_name(known))
        for identity in group
    }
    found = [number[identity] for identity in identities]
    suffix = in_column(f"/{place + 1}" if place else "" for place, _ in found)
    return identified.assign(
        person=base + suffix,
        doubtful=in_column(doubtful for _, doubtful in found).astype(bool),
    )


def people_of_one_name(identities: set[Identity]) -> list[tuple[list[Identity], bool]]:
    """Return the people among rows of one name and agency, in a fixed order, each with its doubt.

    Connected components of rows that do not differ in both; doubtful if a pair differs in one.

    >>> people_of_one_name({("a@x", "clerk"), ("b@x", "driver")})
    [([('a@x', 'clerk')], False), ([('b@x', 'driver')], False)]
    >>> people_of_one_name({("a@x", "clerk"), ("b@x", "clerk")})
    [([('a@x', 'clerk'), ('b@x', 'clerk')], True)]
    """
    groups: list[list[Identity]] = []
    for identity in sorted(identities):
        near = [g for g in groups if any(_differences(identity, other) <= 1 for other in g)]
        joined = sorted([identity, *(other for group in near for other in group)])
        groups = [group for group in groups if group not in near] + [joined]
    return [
        (group, any(_differences(a, b) == 1 for a, b in combinations(group, 2)))
        for group in sorted(groups)
    ]


def _differences(one: Identity, other: Identity) -> int:
    """Return in how many of e-mail and position two rows differ, both being given."""
    return sum(bool(a) and bool(b) and a != b for a, b in zip(one, other, strict=True))
