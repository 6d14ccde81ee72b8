"""The form itself: each response by its id, with the times at which it was made and edited.

A question is known by its id, so that rewording and moving it break nothing: it keeps the heading
under which it was first recorded.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from collector.cells import printable
from collector.google.trouble import Trouble
from collector.raw import Fetched, RawTable
from collector.technical import CREATED, RESPONSE_ID
from collector.verdict import Verdict
from config.messages import thai
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from collector.errand import Errand
    from collector.google.form import GoogleForm, Response
    from config.campaign import Form, Source

SOURCE = "google-forms"
_ADDRESS = "https://docs.google.com/forms/d/"
_WITH_ID = re.compile(r"(?P<heading>.*) \((?P<id>[^()]+)\)", re.DOTALL)


def open_google_forms(errand: Errand) -> Callable[[Source], Fetched]:
    """Return what fetches a form's responses."""
    return partial(_fetch, errand)


def document_of(source: Source, name: str) -> str:
    """Return how a form is called in messages: by its name, where known, and address."""
    return printable(f"{name} {_ADDRESS}{source.google_form}/edit".strip())


def _fetch(errand: Errand, source: Source) -> Fetched:
    desk, form = errand.desk, errand.campaign.form(source.form)
    try:
        responses = desk.responses(source.google_form)
        google_form = desk.form(source.google_form)  # later: it knows all that they answer
    except Trouble as trouble:
        raise desk.in_words(trouble, document_of(source, "")) from None
    first_headings = _first_headings(errand.ledger.headers_of(form.id, source.stream))
    table = _table(responses, google_form, first_headings, form, errand)
    return Fetched(
        form.id,
        SOURCE,
        (table,),
        name=google_form.title,
        responses=len(responses),
        verdict=Verdict(remarks=_reworded(google_form, first_headings, form)),
    )


def _first_headings(headers: Sequence[tuple[str, ...]]) -> dict[str, str]:
    """Return the heading under which each question was first recorded, by its id."""
    first: dict[str, str] = {}
    for header in headers:
        for text in header:
            if found := _WITH_ID.fullmatch(text):
                first.setdefault(found["id"], found["heading"])
    return first


def _table(
    responses: Sequence[Response],
    google_form: GoogleForm,
    first_headings: Mapping[str, str],
    form: Form,
    errand: Errand,
) -> RawTable:
    """Return one row per response: what Google says of it, then each question's answer."""
    headings = {**google_form.headings, **first_headings}
    answered = dict.fromkeys(question for response in responses for question in response.answers)
    questions = dict.fromkeys((*google_form.headings, *answered))
    said = (RESPONSE_ID, CREATED, _time_heading(form), *_email_heading(responses))
    return RawTable(
        form=form.id,
        source=SOURCE,
        origin=google_form.title,
        header=(*said, *(_with_id(headings.get(id_, ""), id_) for id_ in questions)),
        rows=tuple(_row(response, questions, width=len(said)) for response in responses),
        row_numbers=tuple(range(1, len(responses) + 1)),
        blank_rows=0,
        fetched_at=errand.now,
        asked=(*said, *(_with_id(headings[id_], id_) for id_ in google_form.headings)),
    )


def _row(response: Response, questions: Mapping[str, None], *, width: int) -> tuple[str, ...]:
    said = (response.id, response.created, response.submitted, response.email)[:width]
    return (*said, *(response.answers.get(question, "") for question in questions))


def asked(google_form: GoogleForm, form: Form) -> tuple[str, ...]:
    """Return the headings that its answers would come under for the first time."""
    headings = (_with_id(text, id_) for id_, text in google_form.headings.items())
    return (RESPONSE_ID, CREATED, _time_heading(form), *headings)


def _with_id(heading: str, question: str) -> str:
    return f"{heading} ({question})"


def _time_heading(form: Form) -> str:
    return next(question.header for question in form.questions if question.kind == "timestamp")


def _email_heading(responses: Sequence[Response]) -> tuple[str, ...]:
    """Return the column of the addresses that Google itself collects, where it does."""
    collected = any(response.email for response in responses)
    return (_with_id("Email address", "respondentEmail"),) if collected else ()


def _reworded(
    google_form: GoogleForm, first_headings: Mapping[str, str], form: Form
) -> tuple[str, ...]:
    """Tell of each question that is asked in other words than when it was first recorded."""
    told = thai("{form}: a question was reworded, “{now}” for “{before}”; it is read as before.")
    return tuple(
        told.format(form=form.title, now=printable(now), before=printable(first_headings[id_]))
        for id_, now in google_form.headings.items()
        if match_key(first_headings.get(id_, now)) != match_key(now)
    )
