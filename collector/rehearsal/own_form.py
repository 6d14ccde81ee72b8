"""The form that one agency made for itself: the name in one question, the choices in a grid."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from collector.rehearsal.responses import Response
    from config.campaign import Campaign, Form, Question

_RANK = 9
_SIMPLE = {"plain", "twice", "twice_at_once", "partial", "late", "early", "assessed", "lazy"}
_NAME = ("title", "first_name", "last_name")
FULL_NAME = "full_name"


def answered_in_own_form(campaign: Campaign, responses: Mapping[str, Response]) -> list[str]:
    """Return the ids of the plain answers of one agency, which never were in the common form."""
    names = {agency.name for agency in campaign.agencies}
    simple = {
        row: response.answers["agency"]
        for row, response in responses.items()
        if response.kind in _SIMPLE and response.answers["agency"] in names
    }
    in_order = [name for name, _ in Counter(simple.values()).most_common()]
    chosen = in_order[min(_RANK, len(in_order) - 1)]
    return [row for row, agency in simple.items() if agency == chosen]


def own_questions(form: Form) -> list[Question]:
    """Return what it asks, in order, with the headings that Google gives a grid's lines."""
    asked = [question for question in form.questions if question.kind != "timestamp"]
    if any(question.id == FULL_NAME for question in asked):
        asked = [question for question in asked if question.id not in _NAME]
    return [question.model_copy(update={"header": _heading(question)}) for question in asked]


def _heading(question: Question) -> str:
    """Return the first of the question's headings that is a line of a grid, else its own."""
    grid = (alias for alias in question.aliases if alias.endswith("]"))
    return next(grid, question.header)


def own_cells(response: Response, questions: list[Question]) -> list[str]:
    """Return the answers to `own_questions`."""
    title, first, last = (response.answers.get(part, "") for part in _NAME)
    answers = {**response.answers, FULL_NAME: f"{title}{first} {last}".strip()}
    return [answers.get(question.id, "") for question in questions]
