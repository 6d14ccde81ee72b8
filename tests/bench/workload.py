"""The files that both are measured on: tidy downloads of the linked sheets, invented people."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from collector.rehearsal.downloads import linked_sheet, sheet_time
from collector.rehearsal.names import invent_names
from config.campaign import DeclaredHeads
from config.loading import load_campaign
from config.new import fill_in, new_campaign

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from config.campaign import Campaign, Question

_SENT_TWICE = 0.03
_WITH_EMAIL = 0.35
_POSITIONS = tuple(f"ตำแหน่งสมมติที่ {number}" for number in range(1, 200))
_OPENS = datetime(2023, 3, 1, 8)
_WINDOW = 70 * 24 * 3600

Row = tuple[str, ...]


def make_workload(folder: Path, *, people: int, assessments: int) -> None:
    """Make a campaign folder whose inbox holds a sign-off of each person and the assessments."""
    new_campaign(folder)
    campaign, chance = load_campaign(folder), Random(2566)
    fill_in(folder, {"headcount": _heads(campaign, people)})
    for form_id, rows in (
        ("signoff", _signoffs(campaign, people, chance)),
        ("coi", _assessments(campaign, assessments, chance)),
    ):
        heading = tuple(question.header for question in _asked(campaign, form_id))
        place = folder / "inbox" / form_id / "answers.csv"
        place.write_bytes(linked_sheet([heading, *rows]) + b"\r\n")


def _asked(campaign: Campaign, form_id: str) -> list[Question]:
    return [q for q in campaign.form(form_id).questions if q.id != "full_name"]


def _heads(campaign: Campaign, people: int) -> Iterator[DeclaredHeads]:
    each = people // len(campaign.agencies) + 1
    first = next(staff_type.id for staff_type in campaign.staff_types if staff_type.counted)
    for agency in campaign.agencies:
        yield DeclaredHeads(
            agency=agency.id, staff_type=first, heads=each, on=campaign.window.opens
        )


def _signoffs(campaign: Campaign, people: int, chance: Random) -> Iterator[Row]:
    questions, names = _asked(campaign, "signoff"), invent_names(chance)
    staff_types = [staff_type.name for staff_type in campaign.staff_types if staff_type.counted]
    for number in range(people):
        name = next(names)
        said = {
            "agency": campaign.agencies[number % len(campaign.agencies)].name,
            "group": "",
            "title": name.title,
            "first_name": name.first,
            "last_name": name.last,
            "position": chance.choice(_POSITIONS),
            "staff_type": chance.choice(staff_types),
            "email": f"invented{number}@example.com" if chance.random() < _WITH_EMAIL else "",
        }
        row = _row(questions, said, chance, usual=0.96)
        # A double click, word for word: the script knows no answer that completes a former one.
        yield from [row] * (1 + (chance.random() < _SENT_TWICE))


def _assessments(campaign: Campaign, assessments: int, chance: Random) -> Iterator[Row]:
    questions = _asked(campaign, "coi")
    for _number in range(assessments):
        agency = chance.choice(campaign.agencies).name
        said = {"agency": agency, "events": "", "controls": "", "suggestions": ""}
        said["staff_type"] = campaign.staff_types[0].name
        yield _row(questions, said, chance, usual=0.5)


def _row(questions: list[Question], said: dict[str, str], chance: Random, usual: float) -> Row:
    """Return a row: what is said, and an answer by chance to every question with options."""
    sent = sheet_time(_OPENS + timedelta(seconds=chance.randrange(_WINDOW)))
    return tuple(
        sent
        if question.kind == "timestamp"
        else said.get(question.id) or _chosen(question, chance, usual)
        for question in questions
    )


def _chosen(question: Question, chance: Random, usual: float) -> str:
    """Return the first option as often as is ``usual``, else any; blank where there is none."""
    if not question.options or question.kind == "list":
        return ""
    if chance.random() < usual:
        return question.options[0].text
    return chance.choice(question.options).text
