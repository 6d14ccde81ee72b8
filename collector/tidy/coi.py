"""Self-assessments of conflict-of-interest risk: likelihood and impact per kind, no person."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    likelihood_id, impact_id = questions_of(kind)
    likelihood, impact = assessments[likelihood_id], assessments[impact_id]
    state = _state(assessments["asked"], likelihood, impact, likelihood_id)
    scored = state == "scored"
    return assessments[["response_id", "agency_id"]].assign(
        kind_id=kind.id,
        likelihood=pd.to_numeric(likelihood.where(scored, None)).astype("Int64"),
        impact=pd.to_numeric(impact.where(scored, None)).astype("Int64"),
        state=state,
    )


def _state(asked: pd.Series, likelihood: pd.Series, impact: pd.Series, question: str) -> pd.Series:
    not_applicable = (likelihood == NOT_APPLICABLE) | (impact == NOT_APPLICABLE)
    given = (likelihood != "").astype(int) + (impact != "").astype(int)
    return (
        given.map({0: "blank", 1: "incomplete", 2: "scored"})
        .mask(not_applicable, "not_applicable")
        .where(
            asked.pipe(read_each, lambda questions: question in questions).astype(bool), "not_asked"
        )
    )
