"""What was invented, counted from the intent alone: what every figure must come out as."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from collector.rehearsal.answers import SignedOff
    from collector.rehearsal.inbox import Export
    from collector.rehearsal.people import Person
    from collector.rehearsal.responses import Response
    from collector.rehearsal.rostering import Rostered
    from collector.rehearsal.versions import Standing
    from config.campaign import Campaign, DeclaredHeads


_STANDS = ("on_time", "late")


@dataclass(frozen=True)
class Invented:
    """Everything that a rehearsal makes up; of the head-counts, some stand in the table alone."""

    campaign: Campaign
    people: list[Person]
    headcount: tuple[DeclaredHeads, ...]
    in_table: tuple[DeclaredHeads, ...]
    signed: SignedOff
    rostered: Rostered
    responses: Mapping[str, Response]
    exports: list[Export]

    @property
    def tables(self) -> dict[str, tuple[Any, ...]]:
        """What is to be entered into the campaign, by the table's name."""
        return {
            "headcount": self.in_table,
            "people": self.rostered.lines,
            "decisions": tuple(self.signed.decisions),
            "notices": self.campaign.notices,
        }


def truth_of(invented: Invented) -> dict[str, Any]:
    """Return the truth as it is written to ``rehearsal-truth.json``."""
    return {
        "people": [_person(person, invented) for person in invented.people],
        "responses": _responses(invented),
        "rows": _rows(invented.responses.values()),
        "rows_by_form": {
            form.id: _rows(_of_form(form.id, invented.responses))
            for form in invented.campaign.read_forms
        },
        "blank_rows": sum(export.blank_rows for export in invented.exports),
        "foreign_files": [export.path for export in invented.exports if not export.responses],
        "as_of": _as_of(invented.responses.values()),
        "completion": _completion(invented),
        "agencies": _agencies(invented),
        "whole": _whole(invented),
        "risk": _risk(invented),
        "progress": _progress(invented),
        "reported": _reported(invented),
    }


def _person(person: Person, invented: Invented) -> dict[str, Any]:
    return {
        "person": person.number,
        "agency_id": person.agency,
        "staff_type": person.staff_type,
        "counted": _counts(person, invented),
        "acknowledged": dict(invented.signed.standing[person.number]),
    }


def _counted(campaign: Campaign) -> set[str]:
    return {staff_type.id for staff_type in campaign.staff_types if staff_type.counted}


def _counts(person: Person, invented: Invented) -> bool:
    """Say whether a person's sign-off enters the percentages."""
    counted = person.staff_type in _counted(invented.campaign)
    return counted and person.number not in invented.rostered.absent


def _responses(invented: Invented) -> list[dict[str, Any]]:
    files: dict[str, list[str]] = {row: [] for row in invented.responses}
    for export in invented.exports:
        for row in export.responses:
            files[row].append(export.path)
    return [
        {
            "id": row,
            "kind": response.kind,
            "submitted_at": response.moment.isoformat(),
            "typed": response.typed,
            "files": files[row],
            "fate": response.fate,
            "why": response.why,
        }
        for row, response in invented.responses.items()
    ]


def _of_form(form_id: str, responses: Mapping[str, Response]) -> list[Response]:
    return [response for row, response in responses.items() if row.startswith(f"{form_id}-")]


def _rows(responses: Iterable[Response]) -> dict[str, int]:
    fates = Counter(response.fate for response in responses)
    return {
        "read": fates.total(),
        "accepted": fates["accepted"],
        "superseded": fates["superseded"],
        "set_aside": fates["set_aside"],
        "erased": 0,
    }


def _as_of(responses: Iterable[Response]) -> str:
    return max(r.moment for r in responses if r.fate == "accepted").isoformat()


def heads_by_agency(campaign: Campaign, headcount: Iterable[DeclaredHeads]) -> dict[str, int]:
    """Return the heads of counted staff types per agency that has declared any."""
    latest: dict[tuple[str, str], DeclaredHeads] = {}
    for declared in sorted(headcount, key=lambda row: row.on):
        latest[declared.agency, declared.staff_type] = declared
    heads: Counter[str] = Counter()
    for declared in latest.values():
        if declared.staff_type in _counted(campaign):
            heads[declared.agency] += declared.heads
    return dict(heads)


def _heads(invented: Invented) -> dict[str, int]:
    """Return the heads per agency: of its roster, else as declared."""
    declared = heads_by_agency(invented.campaign, invented.headcount)
    return declared | {
        agency: len(_counted_people(invented, agency)) for agency in invented.rostered.agencies
    }


def _counted_people(invented: Invented, agency: str) -> list[Mapping[str, Standing]]:
    """Return, per counted person of an agency, where each stands with what is acknowledged."""
    return [
        invented.signed.standing[person.number]
        for person in invented.people
        if person.agency == agency and _counts(person, invented)
    ]


def _completion(invented: Invented) -> list[dict[str, Any]]:
    heads = _heads(invented)
    table = []
    for agency in invented.campaign.agencies:
        people = _counted_people(invented, agency.id)
        table += [
            {
                "agency_id": agency.id,
                "notice_id": notice.id,
                "headcount": heads.get(agency.id),
                "acknowledged": sum(person.get(notice.id) in _STANDS for person in people),
                "late": sum(person.get(notice.id) == "late" for person in people),
                "outdated": sum(person.get(notice.id) == "outdated" for person in people),
                "basis": _basis(agency.id, heads, invented),
            }
            for notice in invented.campaign.notices
        ]
    return table


def _basis(agency: str, heads: Mapping[str, int], invented: Invented) -> str:
    if agency in invented.rostered.agencies:
        return "roster"
    return "headcount" if agency in heads else "none"


def _agencies(invented: Invented) -> list[dict[str, Any]]:
    heads = _heads(invented)
    notices = len(invented.campaign.notices)
    people_by_agency = {a.id: _counted_people(invented, a.id) for a in invented.campaign.agencies}
    return [
        {
            "agency_id": agency,
            "headcount": heads.get(agency),
            "signers": sum(bool(person) for person in people),
            "acknowledged_all": sum(
                sum(state in _STANDS for state in person.values()) == notices for person in people
            ),
        }
        for agency, people in people_by_agency.items()
    ]


def _whole(invented: Invented) -> dict[str, Any]:
    agencies = _agencies(invented)
    declared = [agency for agency in agencies if agency["headcount"] is not None]
    undeclared = [agency for agency in agencies if agency["headcount"] is None]
    return {
        "headcount": sum(agency["headcount"] for agency in declared),
        "acknowledged_all": sum(
            min(agency["headcount"], agency["acknowledged_all"]) for agency in declared
        ),
        "acknowledged_undeclared": sum(agency["acknowledged_all"] for agency in undeclared),
        "agencies": len(agencies),
        "agencies_complete": sum(
            0 < agency["headcount"] == agency["signers"] == agency["acknowledged_all"]
            for agency in declared
        ),
    }


def _reported(invented: Invented) -> dict[str, int]:
    """Return the people that agencies report without names, by the agency's name."""
    return {
        response.answers["agency"]: int(response.answers["people"])
        for response in _of_form("paper", invented.responses)
        if response.fate == "accepted" and "people" in response.answers
    }


def _progress(invented: Invented) -> dict[str, int]:
    """Return what all accepted reports say of complaints and attendance, summed by question."""
    told: Counter[str] = Counter()
    for response in _of_form("progress", invented.responses):
        if response.fate == "accepted":
            numbers = {q: int(text) for q, text in response.answers.items() if "number." in q}
            told.update(numbers)
    return dict(sorted(told.items()))


def _risk(invented: Invented) -> dict[str, Any]:
    accepted = [r for r in _of_form("coi", invented.responses) if r.fate == "accepted"]
    return {
        "respondents": len(accepted),
        "kinds": {
            kind.id: _scores(kind.id, accepted, invented.campaign)
            for kind in invented.campaign.coi_kinds
        },
    }


def _scores(kind_id: str, accepted: list[Response], campaign: Campaign) -> dict[str, Any]:
    """Count the answers of a kind as ``[likelihood, impact, people]``."""
    form = campaign.form("coi")
    likelihood, impact = f"coi.{kind_id}.likelihood", f"coi.{kind_id}.impact"
    ids = {
        question: {option.text: option.id for option in form.question(question).options}
        for question in (likelihood, impact)
    }
    said = Counter(
        (
            ids[likelihood].get(response.answers[likelihood], ""),
            ids[impact].get(response.answers[impact], ""),
        )
        for response in accepted
    )
    scored = {pair: n for pair, n in said.items() if all(side.isdecimal() for side in pair)}
    return {
        "scores": [[int(one), int(two), n] for (one, two), n in sorted(scored.items())],
        "not_applicable": sum(n for pair, n in said.items() if "not_applicable" in pair),
        "incomplete": sum(n for pair, n in said.items() if pair[0].isdecimal() and not pair[1]),
        "blank": said["", ""],
    }
