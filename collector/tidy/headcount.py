"""Head-counts that agencies declare by form: heads per staff type on a day, and whom to ask."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from collector.tidy.agencies import read_agencies
from collector.tidy.answers import read_answers
from collector.tidy.columns import mark
from collector.tidy.numbers import read_numbers
from collector.tidy.options import read_choice
from collector.tidy.times import read_days
from config.campaign import Form, FormId, Question
from config.thai import clean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from collector.stored import StoredTable
    from config.campaign import Campaign

FORM: FormId = "headcount"
_HEADS = "heads."
_PLAIN = ("timestamp", "agency", "coordinator", "phone", "email", "on", "scope", "certified")
_NOT_ASKED = Form(
    id=FORM, title=FORM, questions=tuple(Question(id=name, header=name) for name in _PLAIN)
)
_EATEN = re.compile(r"^([1-9]\d{7,8})$")
"""A telephone number whose first zero a linked sheet has eaten."""
_Declared = dict[tuple[str, str], list[tuple[date, int]]]


def tidy_headcounts(
    tables: Sequence[StoredTable], campaign: Campaign, now: datetime, signoffs: pd.DataFrame
) -> pd.DataFrame:
    """Return every declaration read; ``reason_id`` says why one is set aside.

    ``signoffs``: the readable sign-offs, for nobody can be where somebody has signed. Adds
    ``submitted_at``, ``agency_id``, ``on`` (date) and ``heads.<staff type>`` (Int64, NA where
    blank). None of a campaign without the form.
    """
    form = campaign.form(FORM) if campaign.asks(FORM) else _NOT_ASKED
    heads = [question for question in form.questions if question.id.startswith(_HEADS)]
    return (
        read_answers(tables, campaign, form, now)
        .pipe(read_agencies, campaign.agencies)
        .pipe(read_days, "on")
        .pipe(read_numbers, heads)
        .pipe(_set_aside_nobody, heads)
        .pipe(_set_aside_signed, heads, signoffs)
        .pipe(_in_order)
        .pipe(_set_aside_jumps, campaign, heads)
        .assign(
            certified=lambda rows: _certified(rows["certified"], form),
            phone=lambda rows: rows["phone"].map(_telephone),
        )
    )


def declared(headcounts: pd.DataFrame) -> pd.DataFrame:
    """Return one row per number of each readable declaration, what counts below what came before.

    Columns: ``response_id``, ``agency_id``, ``staff_type``, ``heads`` (int64), ``on`` (date),
    ``scope``, ``submitted_at``.
    """
    current = headcounts[~headcounts["replaced"]]
    kept = ["response_id", "agency_id", "on", "scope", "submitted_at"]
    per_type = [
        current[kept].assign(staff_type=name.removeprefix(_HEADS), heads=current[name])
        for name in current.columns
        if name.startswith(_HEADS)
    ]
    if not per_type:
        return current[kept].assign(staff_type="", heads=0).head(0)
    return (
        pd.concat(per_type)
        .dropna(subset="heads")
        .astype({"heads": "int64"})
        .sort_values(["on", "submitted_at"], kind="stable", ignore_index=True)
    )


def _set_aside_nobody(answers: pd.DataFrame, heads: Sequence[Question]) -> pd.DataFrame:
    """Set aside what declares nobody at all: no agency is without people."""
    total = answers[[question.id for question in heads]].sum(axis="columns")
    return answers.pipe(mark, total == 0, "no_heads")


def _set_aside_signed(
    answers: pd.DataFrame, heads: Sequence[Question], signoffs: pd.DataFrame
) -> pd.DataFrame:
    """Set aside a 0 for a staff type of which somebody in the agency has signed."""
    signed = signoffs.loc[~signoffs["replaced"], ["agency_id", "staff_type_id"]]
    known = set(zip(signed["agency_id"], signed["staff_type_id"], strict=True))
    for question in heads:
        kind = question.id.removeprefix(_HEADS)
        somebody = answers["agency_id"].map(lambda agency, kind=kind: (agency, kind) in known)
        nobody = (answers[question.id] == 0).fillna(value=False).astype(bool)
        answers = answers.pipe(
            mark, nobody & somebody.astype(bool), "zero_with_signers", question.header
        )
    return answers


def _in_order(answers: pd.DataFrame) -> pd.DataFrame:
    """Sort from the earliest day to the latest, then by time of sending; the text decides last."""
    keys = list(zip(answers["on"], answers["submitted_at"], answers["content"], strict=True))
    order = sorted(
        range(len(keys)),
        key=lambda i: (keys[i][0] or date.max, pd.Timestamp(keys[i][1]).value, keys[i][2]),
    )
    return answers.take(order).reset_index(drop=True)


def _set_aside_jumps(
    answers: pd.DataFrame, campaign: Campaign, heads: Sequence[Question]
) -> pd.DataFrame:
    """Set aside a number far above what the same agency declared before: a slip of the key.

    How far is said by the campaign's guards. The table of head-counts tells what came before too.
    """
    before: _Declared = defaultdict(list)
    for row in campaign.headcount:
        before[row.agency, row.staff_type].append((row.on, row.heads))
    jumps = pd.Series("", index=answers.index, dtype=object)
    for label, row in answers[(answers["reason_id"] == "") & ~answers["replaced"]].iterrows():
        given = {q.id.removeprefix(_HEADS): row[q.id] for q in heads if not pd.isna(row[q.id])}
        told = [
            f"{question.header}: {row[question.id]:,} ← {former:,}"
            for question in heads
            if (kind := question.id.removeprefix(_HEADS)) in given
            and (former := _former(before[row["agency_id"], kind], row["on"])) is not None
            and _jumps(given[kind], former, campaign)
        ]
        jumps[label] = ", ".join(told)
        for kind, number in ({} if told else given).items():
            before[row["agency_id"], kind].append((row["on"], int(number)))
    return answers.pipe(mark, jumps != "", "heads_jump", jumps)


def _former(declared_before: Sequence[tuple[date, int]], on: date) -> int | None:
    """Return what stood declared on a day: the last of the latest earlier or equal one."""
    earlier = [(day, place) for place, (day, _) in enumerate(declared_before) if day <= on]
    return declared_before[max(earlier)[1]][1] if earlier else None


def _jumps(number: int, former: int, campaign: Campaign) -> bool:
    guards = campaign.guards
    return number > guards.rise_factor * former and number - former > guards.rise_at_least


def _certified(texts: pd.Series, form: Form) -> pd.Series:
    read = read_choice(texts, form.question("certified"))
    return (read == "certified").astype(bool)


def _telephone(text: str) -> str:
    return _EATEN.sub(r"0\1", clean(text))
