"""What the office has decided about people, replayed over the answers at every refresh."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from collector.tidy.columns import in_column
from config.errors import CampaignError, CampaignMistakes
from config.messages import _
from config.names import key_of, read_name, without_titles
from config.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from config.campaign import Campaign, Decision, RosterPerson

Named = tuple[str, str]
"""Agency id and name key: whom a decision speaks of."""
Ruling = Literal["", "one", "several"]


@dataclass(frozen=True)
class Decided:
    """The decisions by what they come down to.

    ``settled``: a name in an agency → the name and agency under which the person counts, for
    those who count under another one. ``one``, ``several``: the names that are one person
    whatever their rows say, or a person for each e-mail and position. ``apart``: pairs of
    namesakes in two agencies. ``declined``: who does not wish to sign → the name as written.
    ``confirmed``: (doubt, agency id, name key) of what was found to be right.
    """

    settled: Mapping[Named, Named]
    one: frozenset[Named]
    several: frozenset[Named]
    apart: frozenset[frozenset[Named]]
    declined: Mapping[Named, str]
    confirmed: frozenset[tuple[str, str, str]]

    def ruling(self, named: Named) -> Ruling:
        """Return what is decided of the rows of one name in one agency."""
        if named in self.one:
            return "one"
        return "several" if named in self.several else ""

    def place_of(self, named: Named) -> Named:
        """Return the agency and name under which a person so named counts."""
        return self.settled.get(named, named)


def decided(decisions: Sequence[Decision]) -> Decided:
    """Return the decisions ready for use; they do not contradict each other."""
    settled = _settled(decisions)

    def person(decision: Decision) -> Named:
        return settled.get(person_of(decision), person_of(decision))

    def of_kind(kind: str) -> list[Decision]:
        return [decision for decision in decisions if decision.decision == kind]

    different = of_kind("different")
    return Decided(
        settled=settled,
        one=frozenset(map(person, of_kind("same"))),
        several=frozenset(person(d) for d in different if not d.other_agency),
        apart=frozenset(
            frozenset((person_of(d), other_person_of(d))) for d in different if d.other_agency
        ),
        declined={person(decision): decision.name for decision in of_kind("declined")},
        confirmed=frozenset((d.doubt, *person(d)) for d in of_kind("confirmed")),
    )


def person_of(decision: Decision) -> Named:
    """Return whom a decision is about."""
    return decision.agency, key_of(decision.name)


def other_person_of(decision: Decision) -> Named:
    """Return the other one of the two of whom a decision speaks."""
    return (
        decision.other_agency or decision.agency,
        key_of(decision.other_name or decision.name),
    )


def _settled(decisions: Sequence[Decision]) -> dict[Named, Named]:
    """Return where each person counts who was given another name or another agency.

    ::

        land    สมมุติ  same      สมมติ        land สมมุติ   ->  energy สมมติ
        land    สมมติ   works_in  energy  ->  land สมมติ    ->  energy สมมติ

    Names come first, so that a person moves with all of them.
    """
    toward: dict[Named, Named] = {}

    def end(named: Named) -> Named:
        while named in toward:
            named = toward[named]
        return named

    for kind in ("same", "works_in"):
        for decision in decisions:
            start, goal = end(person_of(decision)), end(other_person_of(decision))
            if decision.decision == kind and start != goal:
                toward[start] = goal
    return {named: end(named) for named in toward}


def settle(signoffs: pd.DataFrame, so_decided: Decided) -> pd.DataFrame:
    """Return the sign-offs under the agency and name where each person counts.

    ``agency_id`` and ``name_key`` change; ``moved`` (bool) says that the answer was given under
    another agency or name.
    """
    named = list(zip(signoffs["agency_id"], signoffs["name_key"], strict=True))
    places = [so_decided.place_of(pair) for pair in named]
    return signoffs.assign(
        agency_id=in_column(agency for agency, _name in places),
        name_key=in_column(name for _agency, name in places),
        moved=in_column(
            before != after for before, after in zip(named, places, strict=True)
        ).astype(bool),
    )


def require_known(signoffs: pd.DataFrame, campaign: Campaign) -> None:
    """Raise `CampaignMistakes` for every decision about somebody whom nobody knows.

    Known are those who signed, those on a roster, and whoever is said to work in an agency. Who
    declines need not be known where no roster names the people.
    """
    if not campaign.decisions:
        return
    known = _known_names(signoffs, campaign)
    mistakes = tuple(
        _nobody(decision, agency, name, known)
        for decision in campaign.decisions
        for agency, name in _spoken_of(decision, campaign.people)
        if (agency, key_of(name)) not in known
    )
    if mistakes:
        raise CampaignMistakes(mistakes)


def _known_names(signoffs: pd.DataFrame, campaign: Campaign) -> dict[Named, str]:
    """Return everybody's name as it is shown; a mailbox goes by its address."""
    known = {
        (person.agency, name.key): name.shown
        for person in campaign.people
        for name in [read_name(person.first_name, person.last_name or "-", "")]
    }
    for agency, key, name, email in zip(
        *(signoffs[column] for column in ("agency_id", "name_key", "name", "email")), strict=True
    ):
        known[agency, key] = name
        known.setdefault((agency, key_of(email)), "")
    for decision in campaign.decisions:
        if decision.decision == "works_in":
            known.setdefault(other_person_of(decision), decision.other_name or decision.name)
    return known


def _spoken_of(decision: Decision, roster: Iterable[RosterPerson]) -> list[tuple[str, str]]:
    """Return agency and name of everybody whom a decision takes to be known."""
    if decision.decision == "declined" and decision.agency not in {p.agency for p in roster}:
        return []
    people = [(decision.agency, decision.name)]
    if decision.decision == "same" and decision.other_name:
        people.append((decision.agency, decision.other_name))
    if decision.decision == "different" and decision.other_agency:
        people.append((decision.other_agency, decision.name))
    return people


def _nobody(
    decision: Decision, agency: str, name: str, known: Mapping[Named, str]
) -> CampaignError:
    guess = nearest(
        without_titles(name), [shown for (a, _k), shown in known.items() if a == agency]
    )
    return CampaignError(
        _('nobody known in the agency "{agency}" is called "{name}"').format(
            agency=agency, name=name
        ),
        place=decision.place,
        remedy=_('did you mean "{guess}"?').format(guess=guess)
        if guess
        else _elsewhere(name, known),
    )


def _elsewhere(name: str, known: Mapping[Named, str]) -> str:
    """Return the remedy for a name that is not even like one of the agency's."""
    agency = next((a for (a, key), _shown in known.items() if key == key_of(name)), "")
    if agency:
        return _('is the one in the agency "{agency}" meant?').format(agency=agency)
    return _("write agency and name as review.csv has them")
