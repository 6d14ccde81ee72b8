"""One press of the send button: what was answered, when, and what is to become of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from config.campaign import Form

Fate = Literal["accepted", "superseded", "set_aside"]


@dataclass(frozen=True, slots=True)
class Response:
    """An invented response with the fate intended for it.

    ``kind`` names the story it belongs to, ``typed`` is a timestamp written by hand into the
    sheet (such a row never was in the form), ``why`` says why it does not count. ``on_paper`` are
    the ids of the notices for which a row typed from paper stands.
    """

    kind: str
    moment: datetime
    answers: Mapping[str, str] = field(hash=False)
    fate: Fate = "accepted"
    why: str = ""
    typed: str | None = None
    on_paper: tuple[str, ...] = ()


def spoiled(sent: Response, faults: Mapping[str, tuple[str, Mapping[str, str]]]) -> list[Response]:
    """Return the response sent again, a minute apart, each time with one fault that bars it.

    ``faults``: by kind, why it is set aside and the answers that are written instead.
    """
    return [
        replace(
            sent,
            kind=kind,
            moment=sent.moment + timedelta(minutes=place),
            answers={**sent.answers, **changed},
            fate="set_aside",
            why=why,
        )
        for place, (kind, (why, changed)) in enumerate(faults.items(), start=1)
    ]


def option_text(form: Form, question_id: str, option_id: str) -> str:
    """Return how a question words one of its options."""
    options = form.question(question_id).options
    return next(option.text for option in options if option.id == option_id)


def asked(form: Form) -> list[str]:
    """Return the ids of the questions that the invented form asks, without its timestamp.

    The form has the name in two questions, so the single full name is not asked.
    """
    return [
        question.id
        for question in form.questions
        if question.kind != "timestamp" and question.id != "full_name"
    ]
