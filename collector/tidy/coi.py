"""Self-assessments of conflict-of-interest risk: likelihood and impact per kind, no person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from collector.tidy.agencies import read_agencies
from collector.tidy.answers import read_answers
from collector.tidy.columns import read_each
from collector.tidy.options import read_choices, read_staff_types, require_one_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from collector.stored import StoredTable
    from config.campaign import Campaign, CoiKind

FORM = "coi"
NOT_APPLICABLE = "not_applicable"
_NO_CONCERN = -1
_STATES = np.array(["scored", "not_applicable", "incomplete", "blank", "not_asked"], dtype=object)
_SCORED, _NOT_APPLICABLE, _INCOMPLETE, _BLANK, _NOT_ASKED = range(len(_STATES))


def tidy_assessments(
    tables: Sequence[StoredTable], campaign: Campaign, now: datetime
) -> pd.DataFrame:
    """Return every assessment row read; ``reason_id`` says why one is set aside.

    Adds ``submitted_at``, ``agency_id``, ``staff_type_id`` ("" where unreadable: a staff type is
    not needed to count an assessment) and the option ids of each kind's two questions.
    """
    form = campaign.form(FORM)
    questions = [name for kind in campaign.coi_kinds for name in questions_of(kind)]
    return (
        read_answers(tables, campaign, form, now)
        .pipe(read_agencies, campaign.agencies)
        .pipe(read_staff_types, campaign.staff_types, required=False)
        .pipe(read_choices, [form.question(name) for name in questions])
        .pipe(require_one_of, questions, "nothing_assessed")
    )


def questions_of(kind: CoiKind) -> tuple[str, str]:
    """Return the ids of a kind's likelihood and impact questions."""
    return f"coi.{kind.id}.likelihood", f"coi.{kind.id}.impact"


def scores(assessments: pd.DataFrame, kinds: Sequence[CoiKind]) -> pd.DataFrame:
    """Return one row per assessment and kind.

    Columns: ``response_id``, ``agency_id``, ``kind_id``, ``likelihood``, ``impact`` (Int64, 1-5,
    NA unless both are given), ``state``: ``scored``, ``not_applicable`` (said of either
    question), ``incomplete`` (one value of two), ``blank``, ``not_asked`` (no such column).
    """
    return pd.concat([_scores_of(assessments, kind) for kind in kinds], ignore_index=True)


def _scores_of(assessments: pd.DataFrame, kind: CoiKind) -> pd.DataFrame:
    questions = questions_of(kind)
    likelihood, impact = (_as_numbers(assessments[question]) for question in questions)
    asked = assessments["asked"].pipe(read_each, lambda known: questions[0] in known)
    state = np.select(
        [
            ~asked.to_numpy(dtype=bool),
            (likelihood == _NO_CONCERN) | (impact == _NO_CONCERN),
            (likelihood > 0) & (impact > 0),
            (likelihood > 0) | (impact > 0),
        ],
        [_NOT_ASKED, _NOT_APPLICABLE, _SCORED, _INCOMPLETE],
        _BLANK,
    )
    unscored = state != _SCORED
    return assessments[["response_id", "agency_id"]].assign(
        kind_id=kind.id,
        likelihood=pd.arrays.IntegerArray(likelihood, unscored),
        impact=pd.arrays.IntegerArray(impact, unscored),
        state=_STATES[state],
    )


def _as_numbers(answers: pd.Series) -> np.ndarray:
    """Return the values; 0 for none, `_NO_CONCERN` for «not applicable»."""
    known = {"": 0, NOT_APPLICABLE: _NO_CONCERN}
    values = answers.to_list()
    number = {value: known.get(value) or int(value or 0) for value in dict.fromkeys(values)}
    return np.array([number[value] for value in values], dtype="int64")
