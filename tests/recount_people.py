"""Who is one person and who is on a roster, read a second time: decisions, moves, exemptions."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import recount

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from recount import Row

    from config.campaign import Campaign, Decision, RosterPerson

    Label = tuple[str, str]
    Person = tuple[str, str, int]


def label_of(decision: Decision) -> Label:
    """Agency and name of whom a decision speaks; the name stands in one cell."""
    return decision.agency, recount.name_key(decision.name, "-")


def goal_of(decision: Decision) -> Label:
    name = decision.other_name or decision.name
    return decision.other_agency or decision.agency, recount.name_key(name, "-")


def places(campaign: Campaign) -> Callable[[Label], Label]:
    """Where somebody so labelled counts: names first, so that all of them move."""
    same = {label_of(d): goal_of(d) for d in campaign.decisions if d.decision == "same"}
    same = {label: goal for label, goal in same.items() if label != goal}

    def named(label: Label) -> Label:
        while label in same:
            label = same[label]
        return label

    moves = {
        named(label_of(d)): named(goal_of(d))
        for d in campaign.decisions
        if d.decision == "works_in"
    }

    def place(label: Label) -> Label:
        label = named(label)
        while label in moves:
            label = moves[label]
        return label

    return place


def tell_people_apart(campaign: Campaign, rows: list[Row]) -> None:
    """Give each row its person: one name in one agency, unless e-mail and position both differ."""
    place = places(campaign)
    one = {place(label_of(d)) for d in campaign.decisions if d.decision == "same"}
    several = {
        place(label_of(d))
        for d in campaign.decisions
        if d.decision == "different" and not d.other_agency
    }
    alike: defaultdict[Label, list[tuple[bool, Row]]] = defaultdict(list)
    for row in rows:
        before = (row.agency, row.name)
        row.agency, row.name = place(before)
        alike[row.agency, row.name].append((place(before) != before, row))
    for label, group in alike.items():
        own = [row for moved, row in group if not moved] or [row for _, row in group]
        groups = [own] if label in one else apart(own) if label in several else connected(own)
        for number, members in enumerate(groups):
            for row in members:
                row.person = (*label, number)
        for moved, row in group:
            if moved and not any(row is member for member in own):
                distances = [min(far(row, other) for other in members) for members in groups]
                row.person = (*label, distances.index(min(distances)))


def far(one: Row, other: Row) -> int:
    return recount.differ(one, other, "email") + recount.differ(one, other, "position")


def identity(row: Row) -> tuple[str, str]:
    return recount.key(row.answers.get("email", "")), recount.key(row.answers["position"])


def connected(rows: list[Row]) -> list[list[Row]]:
    groups: list[list[Row]] = []
    for row in sorted(rows, key=identity):
        near = [g for g in groups if any(far(row, other) < 2 for other in g)]
        groups = [g for g in groups if g not in near]
        groups.append([row, *(other for g in near for other in g)])
    return sorted(groups, key=lambda group: sorted(map(identity, group)))


def apart(rows: list[Row]) -> list[list[Row]]:
    groups: list[list[Row]] = []
    for row in sorted(rows, key=lambda row: (-sum(map(bool, identity(row))), identity(row))):
        fitting = [g for g in groups if not any(far(row, other) for other in g)]
        if fitting:
            fitting[0].append(row)
        else:
            groups.append([row])
    return sorted(groups, key=lambda group: sorted(map(identity, group)))


def presence(person: RosterPerson, today: date) -> str:
    if person.left and person.left <= today:
        return "left"
    if person.joined and today < person.joined:
        return "not yet"
    if person.exempt and (person.exempt_until is None or today <= person.exempt_until):
        return "exempt"
    return "here"


def on_rosters(
    campaign: Campaign, rows: list[Row], today: date
) -> tuple[dict[str, int], set[Person]]:
    """Heads of the agencies with a roster, and which of the signers are among them."""
    counted = {t.id for t in campaign.staff_types if t.counted}
    signed = {row.person for row in rows if "acknowledged" in row.chosen.values()}
    described: dict[Person, Row] = {}
    for row in sorted(rows, key=lambda row: (row.staff_type in counted, recount.age(row))):
        described[row.person] = row
    heads: Counter[str] = Counter(dict.fromkeys((p.agency for p in campaign.people), 0))
    found: set[Person] = set()
    for label, lines in lines_by_label(campaign, described, today).items():
        signers = sorted(person for person in described if person[:2] == label)
        pairs = sorted(
            (differences(line, described[person]), ORDER.index(line[0]), i, j)
            for i, line in enumerate(lines)
            for j, person in enumerate(signers)
        )
        person_of_line: dict[int, Person] = {}
        for *_, i, j in pairs:
            if i not in person_of_line and signers[j] not in person_of_line.values():
                person_of_line[i] = signers[j]
        for i, (state, staff_type, _email, _position) in enumerate(lines):
            there = state == "here" or (state == "exempt" and person_of_line.get(i) in signed)
            if there and staff_type in counted:
                heads[label[0]] += 1
                found |= {person_of_line[i]} if i in person_of_line else set()
    return dict(heads), found


ORDER = ("here", "exempt", "left", "not yet")


def lines_by_label(
    campaign: Campaign, described: dict[Person, Row], today: date
) -> dict[Label, list[tuple[str, str, str, str]]]:
    """(presence, staff type, e-mail, position) of every line of the rosters, under its label."""
    place = places(campaign)
    lines: defaultdict[Label, list[tuple[str, str, str, str]]] = defaultdict(list)
    leaving: defaultdict[Label, list[tuple[str, str, str, str]]] = defaultdict(list)
    for person in campaign.people:
        label = (person.agency, recount.name_key(person.first_name, person.last_name or "-"))
        goal = place(label)
        here = goal[0] == person.agency
        about = (person.staff_type, recount.key(person.email), recount.key(person.position))
        state = presence(person, today) if here else "left"
        lines[goal if here else label].append((state, *about))
        excused = person.exempt and (not person.exempt_until or today <= person.exempt_until)
        leaving[label].append(("exempt" if excused else "here", *about))
    with_roster = {person.agency for person in campaign.people}
    for decision in campaign.decisions:
        label, goal = label_of(decision), place(label_of(decision))
        if label[0] == goal[0] or goal[0] not in with_roster or goal in lines:
            continue
        signers = sorted(person for person in described if person[:2] == goal)
        signer = described[signers[-1]] if signers else None
        if label in leaving:
            nearest = leaving[label][0]
            if signer:
                nearest = min(leaving[label], key=lambda line: differences(line, signer))
            lines[goal].append(nearest)
        elif signer:
            lines[goal].append(("here", signer.staff_type, *identity(signer)))
    return lines


def differences(line: tuple[str, str, str, str], row: Row) -> int:
    pairs = zip(line[2:], identity(row), strict=True)
    return sum(bool(mine and theirs and mine != theirs) for mine, theirs in pairs)
