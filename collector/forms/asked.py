"""What a form asks: the campaign's questions without those that are only read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from config.campaign import Campaign, Form, Question

_ONLY_READ = "full_name"
"""The single column of an older form, read instead of first and last name (design.md §2)."""
_TOLD_AS = {"number": "text", "day": "text"}
"""Google has no question for a whole number, and its own for a day mixes calendars."""


def asked_questions(form: Form) -> tuple[Question, ...]:
    """Return the questions in the order in which people are asked; Google adds the time."""
    return tuple(q for q in form.questions if q.kind != "timestamp" and q.id != _ONLY_READ)


def forms_as_json(campaign: Campaign) -> dict[str, Any]:
    """Return the content of ``form.json`` (design.md §3)."""
    return {
        "forms": [
            {
                "id": form.id,
                "title": form.title,
                "questions": [_question(question) for question in asked_questions(form)],
            }
            for form in campaign.forms
        ]
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "id": question.id,
        "header": question.header,
        "kind": _TOLD_AS.get(question.kind, question.kind),
        "required": question.required,
        "options": [option.text for option in question.options],
    }
