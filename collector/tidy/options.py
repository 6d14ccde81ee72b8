"""Which of a question's options an answer is: whole texts and known spellings, never a likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.tidy.columns import mark, read_each
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from config.campaign import Question, StaffType

UNREADABLE = "?"


def read_choice(texts: pd.Series, question: Question) -> pd.Series:
    """Return option ids; "" for a blank answer and `UNREADABLE` for one that is not offered."""
    known = {
        match_key(spelling): option.id
        for option in question.options
        for spelling in (option.text, *option.aliases)
    }
    return read_each(texts, lambda text: _known(text, known))


def read_choices(answers: pd.DataFrame, questions: Sequence[Question]) -> pd.DataFrame:
    """Replace each question's texts by option ids; rows with an answer not offered go aside."""
    for question in questions:
        texts = answers[question.id]
        chosen = read_choice(texts, question)
        strange = texts[chosen == UNREADABLE]
        answers = answers.assign(**{question.id: chosen})
        if len(strange):
            described = question.header + " → “" + strange + "”"
            answers = answers.pipe(mark, chosen == UNREADABLE, "unknown_option", described)
    return answers


def require_one_of(answers: pd.DataFrame, questions: Sequence[str], reason_id: str) -> pd.DataFrame:
    """Set aside the rows in which none of the questions is answered."""
    blank = (answers[list(questions)] == "").all(axis="columns")
    return answers.pipe(mark, blank, reason_id)


def read_staff_types(
    answers: pd.DataFrame, staff_types: Iterable[StaffType], *, required: bool
) -> pd.DataFrame:
    """Add ``staff_type_id`` (str, "" where blank or unknown); set aside only if required."""
    known = {
        match_key(spelling): staff_type.id
        for staff_type in staff_types
        for spelling in (staff_type.name, *staff_type.aliases)
    }
    texts = answers["staff_type"]
    read = read_each(texts, lambda text: _known(text, known))
    answers = answers.assign(staff_type_id=read.mask(read == UNREADABLE, ""))
    if not required:
        return answers
    return answers.pipe(mark, read == "", "no_staff_type").pipe(
        mark, read == UNREADABLE, "unknown_staff_type", texts
    )


def _known(text: str, known: dict[str, str]) -> str:
    key = match_key(text)
    return known.get(key, UNREADABLE) if key else ""
