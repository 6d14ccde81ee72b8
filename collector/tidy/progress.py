"""What agencies report of a measure: a result with its day, its evidence, and numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from collector.tidy.agencies import read_agencies
from collector.tidy.answers import read_answers
from collector.tidy.columns import in_column, mark
from collector.tidy.numbers import read_numbers
from collector.tidy.options import UNREADABLE, read_choice
from collector.tidy.times import read_days
from config.campaign import Form, FormId, Question
from config.thai import arabic_digits, clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    import pandas as pd

    from collector.stored import StoredTable
    from config.campaign import Campaign

FORM: FormId = "progress"
NUMBERS = ("received", "closed", "open", "agencies", "local_bodies")
"""Complaints received, closed and open; agencies and local bodies that attended a training."""
_PLAIN = ("timestamp", "agency", "measure", "result", "on", "evidence", "obstacles")
_NOT_ASKED = Form(
    id=FORM,
    title=FORM,
    questions=tuple(
        Question(id=name, header=name) for name in (*_PLAIN, *(f"number.{n}" for n in NUMBERS))
    ),
)
_NUMBERED = re.compile(r"(\d{1,3})[.)]? ")


def tidy_progress(tables: Sequence[StoredTable], campaign: Campaign, now: datetime) -> pd.DataFrame:
    """Return every report read; ``reason_id`` says why one is set aside.

    Adds ``submitted_at``, ``agency_id``, ``measure_id`` (of a guideline without a measure:
    `config.unroll.OF_A_GUIDELINE` and its id), ``on`` (date) and `NUMBERS` (Int64, NA where
    blank). None of a campaign without the form.
    """
    form = campaign.form(FORM) if campaign.asks(FORM) else _NOT_ASKED
    numbers = [question for question in form.questions if question.id.startswith("number.")]
    names = {question.id: question.id.removeprefix("number.") for question in numbers}
    return (
        read_answers(tables, campaign, form, now)
        .pipe(read_agencies, campaign.agencies)
        .pipe(_read_measures, form.question("measure"))
        .pipe(read_days, "on")
        .pipe(read_numbers, numbers)
        .rename(columns=names)
        .pipe(_set_aside_nothing, list(names.values()))
        .pipe(_set_aside_sums)
    )


def _read_measures(answers: pd.DataFrame, question: Question) -> pd.DataFrame:
    """Add ``measure_id``; a title worded anew is known by the number that stands before it."""
    texts = answers["measure"]
    chosen = read_choice(texts, question)
    by_number = {_number_of(option.text): option.id for option in question.options}
    pairs = zip(chosen, texts, strict=True)
    read = in_column(_again(one, text, by_number) for one, text in pairs).set_axis(answers.index)
    described = question.header + " → “" + texts + "”"
    return (
        answers.assign(measure_id=read.mask(read == UNREADABLE, ""))
        .pipe(mark, read == "", "no_measure")
        .pipe(mark, read == UNREADABLE, "unknown_option", described)
    )


def _again(chosen: str, text: str, by_number: Mapping[str, str]) -> str:
    return by_number.get(_number_of(text), UNREADABLE) if chosen == UNREADABLE else chosen


def _number_of(text: str) -> str:
    found = _NUMBERED.match(arabic_digits(clean(text)) + " ")
    return found[1] if found else "-"


def _set_aside_nothing(answers: pd.DataFrame, numbers: Sequence[str]) -> pd.DataFrame:
    """Set aside a report in which neither a result nor a number stands."""
    said = answers["result"].map(clean) != ""
    counted = answers[list(numbers)].notna().any(axis="columns")
    return answers.pipe(mark, ~(said | counted), "no_result")


def _set_aside_sums(answers: pd.DataFrame) -> pd.DataFrame:
    """Set aside complaints of which more are closed and open than were received."""
    told = answers[["received", "closed", "open"]]
    more = told["closed"].fillna(0) + told["open"].fillna(0) > told["received"]
    detail = told.astype(object).fillna("–").astype(str).agg(" / ".join, axis="columns")
    return answers.pipe(mark, more.fillna(value=False).astype(bool), "complaints_differ", detail)
