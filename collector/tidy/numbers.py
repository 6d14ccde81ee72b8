"""Whole numbers that an agency types: heads, complaints, attendance."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from collector.tidy.columns import mark, read_each
from config.thai import arabic_digits, clean, match_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from config.campaign import Question

_NUMBER = re.compile(r"0*(\d{1,7})(\.0+)?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(\D|$))")
_NOTHING = frozenset({"", "-", "–"})


def whole_number(text: str) -> int | None:
    """Return the number that a text is, None for whatever is none: «12 คน», «-3», «1.5», «²»."""
    found = _NUMBER.fullmatch(_plain(text))
    return int(found[1]) if found else None


def number_said(text: str) -> str:
    """Return a number less spelling; «๑,๒๐๐», «1200.0» and «1200» say the same."""
    number = whole_number(text)
    return match_key(text) if number is None else str(number)


def read_numbers(answers: pd.DataFrame, questions: Sequence[Question]) -> pd.DataFrame:
    """Replace each question's texts by Int64, NA where blank or a dash.

    Rows with what is no whole number, or more than the question's ``most``, go aside.
    """
    for question in questions:
        texts = answers[question.id]
        said = question.header + ": “" + texts + "”"
        numbers = pd.Series(
            [whole_number(text) for text in texts], index=answers.index, dtype="Int64"
        )
        blank = texts.pipe(read_each, lambda text: clean(text) in _NOTHING).astype(bool)
        most = question.most if question.most is not None else 10**7
        answers = (
            answers.assign(**{question.id: numbers})
            .pipe(mark, numbers.isna() & ~blank, "no_number", said)
            .pipe(mark, (numbers > most).fillna(value=False).astype(bool), "absurd_number", said)
        )
    return answers


def _plain(text: str) -> str:
    return _THOUSANDS.sub("", arabic_digits(clean(text)))
