"""The first steps of every form: columns, times, and one row per response."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from collector.tidy.columns import by_question, in_column, read_each
from collector.tidy.merging import merge_readings
from collector.tidy.numbers import number_said
from collector.tidy.times import day_said, read_times
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    import pandas as pd

    from collector.stored import StoredTable
    from config.campaign import Campaign, Form


def read_answers(
    tables: Sequence[StoredTable], campaign: Campaign, form: Form, now: datetime
) -> pd.DataFrame:
    """Return one row per response of the form, still as text, with its time.

    Columns: see `by_question` and `read_times`; ``content`` (str) is what the row says, however
    it is spelt and wherever its columns stand.
    """
    return (
        by_question([table for table in tables if table.form == form.id], form)
        .pipe(read_times, partial(campaign.source, form.id), zone=campaign.zone, now=now)
        .pipe(_merge, form)
        .reset_index(drop=True)
    )


def _merge(answers: pd.DataFrame, form: Form) -> pd.DataFrame:
    """Merge readings on what the answers say, not on how they are spelt."""
    said = [
        answers[question.id].pipe(read_each, _SAID_BY_KIND.get(question.kind, _as_said))
        for question in form.questions
        if question.kind != "timestamp"
    ]
    undated = answers["timestamp"].pipe(read_each, match_key).where(answers["notation"] == "", "")
    content = in_column("\x1f".join(texts) for texts in zip(undated, *said, strict=True))
    return answers.assign(content=content).pipe(merge_readings)


def _as_said(text: str) -> str:
    """Return the answer less spelling; a linked sheet eats the zeros before a number."""
    key = match_key(text)
    return key.lstrip("0") if key.isdecimal() else key


_SAID_BY_KIND: dict[str, Callable[[str], str]] = {"number": number_said, "day": day_said}
"""A workbook writes days and numbers in another way than a text file."""
