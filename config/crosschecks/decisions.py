"""Decisions against themselves: each says enough, and no two of them say opposite things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.campaign import ANSWERS, Decision
from config.errors import CampaignError
from config.messages import _
from config.names import key_of
from config.tables import DECISIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from config.rows import TableRows

_Person = tuple[str, str]


def readable_decisions(table: TableRows) -> list[Decision]:
    """Return the decisions of the rows that could be read whole, each with its place."""
    return [
        Decision(**row.values, place=row.place())
        for row in table.rows
        if row.whole and row.values["agency"] and row.values.get("other_agency", "-")
    ]


def decision_mistakes(decisions: Iterable[Decision]) -> Iterator[CampaignError]:
    """Find decisions that lack what they need, and those that contradict an earlier one."""
    earlier: list[Decision] = []
    for decision in decisions:
        lacking = list(_lacking(decision))
        yield from lacking
        if lacking:
            continue
        against = next((other for other in earlier if _contradict(other, decision)), None)
        against = against or _circle(decision, earlier)
        if against:
            yield _contradiction(decision, against)
        earlier.append(decision)


def _lacking(decision: Decision) -> Iterator[CampaignError]:
    if decision.decision == "works_in" and not decision.other_agency:
        yield _mistake(
            decision, _("the agency where the person works is not named"), "other_agency"
        )
    if decision.decision == "confirmed" and not decision.doubt:
        yield _mistake(decision, _("it is not said what was looked into"), "doubt")
    if decision.other_agency and decision.decision not in {"works_in", "different"}:
        yield _not_for_it(decision, "other_agency")
    if decision.other_name and decision.decision not in {"works_in", "same"}:
        yield _not_for_it(decision, "other_name")
    if decision.other_agency == decision.agency:
        yield _mistake(decision, _("the other agency is the same one"), "other_agency")
    if decision.decision == "same" and key_of(decision.other_name) == key_of(decision.name):
        yield _mistake(decision, _("the other name is the same one"), "other_name")
    if decision.doubt and decision.decision not in ANSWERS[decision.doubt]:
        yield _no_answer(decision)


def _mistake(decision: Decision, fault: str, column: str) -> CampaignError:
    remedy = _('correct the column "{column}"').format(column=DECISIONS.column(column).heading)
    return CampaignError(fault, place=decision.place, remedy=remedy)


def _not_for_it(decision: Decision, column: str) -> CampaignError:
    fault = _('the column "{column}" has no meaning with "{decision}"').format(
        column=DECISIONS.column(column).heading, decision=_label("decision", decision.decision)
    )
    return CampaignError(fault, place=decision.place, remedy=_("leave the cell blank"))


def _no_answer(decision: Decision) -> CampaignError:
    answers = ", ".join(_label("decision", kind) for kind in ANSWERS[decision.doubt])
    return CampaignError(
        _('"{decision}" does not settle "{doubt}"').format(
            decision=_label("decision", decision.decision), doubt=_label("doubt", decision.doubt)
        ),
        place=decision.place,
        remedy=_("choose one of: {choices}").format(choices=answers),
    )


def _label(column: str, choice: str) -> str:
    return dict(DECISIONS.column(column).choices)[choice]


def _contradict(one: Decision, other: Decision) -> bool:
    """Say whether two decisions cannot both hold."""
    return any(
        rule(first, second)
        for rule in (_one_and_two, _works_in_two, _moved_and_apart)
        for first, second in ((one, other), (other, one))
    )


def _one_and_two(one: Decision, other: Decision) -> bool:
    """Say whether a name is said to be one person, and to be several."""
    return (
        one.decision == "same"
        and other.decision == "different"
        and not other.other_agency
        and _person(other) in {_person(one), _other_person(one)}
    )


def _works_in_two(one: Decision, other: Decision) -> bool:
    """Say whether a person is said to work in one agency alone, and in another one alone."""
    return (
        one.decision == other.decision == "works_in"
        and _person(one) == _person(other)
        and _other_person(one) != _other_person(other)
    )


def _moved_and_apart(one: Decision, other: Decision) -> bool:
    """Say whether two of a name are said to be one who moved, and to be namesakes."""
    return (
        one.decision == "works_in"
        and other.decision == "different"
        and bool(other.other_agency)
        and {_person(one), _other_person(one)} == {_person(other), _other_person(other)}
    )


def _circle(decision: Decision, earlier: Iterable[Decision]) -> Decision | None:
    """Return the earlier decision by which a person who moves comes back to the first agency."""
    if decision.decision != "works_in":
        return None
    move_from = {_person(other): other for other in earlier if other.decision == "works_in"}
    here = _other_person(decision)
    while move := move_from.pop(here, None):
        here = _other_person(move)
        if here == _person(decision):
            return move
    return None


def _person(decision: Decision) -> _Person:
    return decision.agency, key_of(decision.name)


def _other_person(decision: Decision) -> _Person:
    return (
        decision.other_agency or decision.agency,
        key_of(decision.other_name or decision.name),
    )


def _contradiction(decision: Decision, against: Decision) -> CampaignError:
    return CampaignError(
        _("this contradicts another decision about {name}: {place}").format(
            name=against.name, place=against.place
        ),
        place=decision.place,
        remedy=_("keep the one that holds, and delete the other"),
    )
