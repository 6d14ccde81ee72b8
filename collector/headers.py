"""Which question stands in which column: by normalised text and alias, never by position."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from collector.technical import is_technical
from config.thai import clean, match_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from config.campaign import Form

WHOLE_NAME = "full_name"
NAME_PARTS = frozenset({"first_name", "last_name"})
_TRAILING_NOTE = re.compile(r"\([^()]*\)$")


@dataclass(frozen=True)
class HeaderMap:
    """What a header row says about a form.

    ``columns``: question id → column indexes, usually one. ``missing`` and ``doubled``: ids of
    required questions that stand in no column or in several. ``unknown``: headings that nobody
    knows, as written. ``blank``: indexes of the columns without a heading. ``share``: how much
    of the form's questions is there, 0 to 1.
    """

    columns: dict[str, tuple[int, ...]]
    missing: tuple[str, ...]
    doubled: tuple[str, ...]
    unknown: tuple[str, ...]
    blank: tuple[int, ...]
    share: float


def map_header(header: Sequence[str], form: Form) -> HeaderMap:
    """Return where the form's questions stand under ``header``.

    A heading matches by `match_key` of the question's header or of one of its aliases. For a
    question not found so, one note in brackets at a heading's end is overlooked:
    «หน่วยงาน (เลือก)». The column of the whole name stands for first and last name.
    """
    columns = _find_columns([match_key(heading) for heading in header], form)
    answered = set(columns) | (NAME_PARTS if WHOLE_NAME in columns else set())
    required = [q.id for q in form.questions if q.required and q.id != WHOLE_NAME]
    asked = [question.id for question in form.questions if question.id != WHOLE_NAME]
    known = {column for found in columns.values() for column in found}
    known |= {column for column, heading in enumerate(header) if is_technical(heading)}
    blank = tuple(column for column, heading in enumerate(header) if not clean(heading))
    return HeaderMap(
        columns=columns,
        missing=tuple(question for question in required if question not in answered),
        doubled=tuple(question for question in required if len(columns.get(question, ())) > 1),
        unknown=tuple(header[i] for i in range(len(header)) if i not in known and i not in blank),
        blank=blank,
        share=sum(question in answered for question in asked) / len(asked),
    )


def _find_columns(keys: Sequence[str], form: Form) -> dict[str, tuple[int, ...]]:
    question_by_key = {
        match_key(text): question.id
        for question in form.questions
        for text in (*question.aliases, question.header)
    }
    exact = _columns_by_question(enumerate(keys), question_by_key)
    noted = _columns_by_question(
        ((column, _TRAILING_NOTE.sub("", key)) for column, key in enumerate(keys)),
        {key: question for key, question in question_by_key.items() if question not in exact},
    )
    return exact | noted


def _columns_by_question(
    keyed: Iterable[tuple[int, str]], question_by_key: dict[str, str]
) -> dict[str, tuple[int, ...]]:
    found: defaultdict[str, tuple[int, ...]] = defaultdict(tuple)
    for column, key in keyed:
        if key and key in question_by_key:
            found[question_by_key[key]] += (column,)
    return dict(found)
