"""Sign-offs: who acknowledged which notice, in which version, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from collector.tidy.agencies import read_agencies
from collector.tidy.answers import read_answers
from collector.tidy.columns import mark
from collector.tidy.decisions import decided, require_known, settle
from collector.tidy.options import read_choices, read_staff_types, require_one_of
from collector.tidy.people import read_names, tell_people_apart

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from collector.stored import StoredTable
    from config.campaign import Campaign, Notice

FORM = "signoff"


def tidy_signoffs(tables: Sequence[StoredTable], campaign: Campaign, now: datetime) -> pd.DataFrame:
    """Return every sign-off row read; ``reason_id`` says why one is set aside ("" = accepted).

    Adds to `collector.tidy.columns.by_question`: ``submitted_at``, ``agency_id``, ``name``,
    ``name_key``, ``staff_type_id``, ``counted`` (bool), ``late``, ``early`` (bool) and for each
    notice ``ack.<id>`` as ``acknowledged``, ``clarify`` or "".
    """
    form = campaign.form(FORM)
    acknowledgements = [question_of(notice) for notice in campaign.notices]
    closed = [form.question(name) for name in (*acknowledgements, "confirm")]
    return (
        read_answers(tables, campaign, form, now)
        .pipe(read_agencies, campaign.agencies)
        .pipe(read_names)
        .pipe(read_staff_types, campaign.staff_types, required=True)
        .pipe(read_choices, closed)
        .pipe(_require_confirmation)
        .pipe(require_one_of, acknowledgements, "nothing_acknowledged")
        .pipe(mark_counted, campaign)
        .pipe(mark_late_and_early, campaign)
    )


def question_of(notice: Notice) -> str:
    """Return the id of the question that acknowledges a notice."""
    return f"ack.{notice.id}"


def by_person(readable: pd.DataFrame, campaign: Campaign) -> pd.DataFrame:
    """Return the readable rows with ``person`` and ``doubtful``, the later answer below.

    What the office has decided is replayed (`collector.tidy.decisions`); a decision about
    somebody whom nobody knows raises `CampaignMistakes`. Of answers sent in one second the fuller
    one counts as the later; then the text decides, so that the order does not depend on the order
    of arrival.
    """
    require_known(readable, campaign)
    so_decided = decided(campaign.decisions)
    questions = [question_of(notice) for notice in campaign.notices]
    given = (readable[questions] == "acknowledged").sum(axis="columns")
    keys = list(
        zip(readable["submitted_at"].astype("int64"), given, readable["content"], strict=True)
    )
    # Tuples compare the long texts only where time and number are equal; a frame sorts them all.
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return (
        readable.take(order)
        .reset_index(drop=True)
        .pipe(settle, so_decided)
        .pipe(tell_people_apart, so_decided)
    )


def acknowledgements(signoffs: pd.DataFrame, notices: Sequence[Notice]) -> pd.DataFrame:
    """Return one row per answered notice of each sign-off.

    ::

        person  ack.hr        ack.ethics        person  notice_id  version  answer
        A       acknowledged  clarify      ->   A       hr         0        acknowledged
        B       ""            acknowledged      A       ethics     0        clarify
                                                B       ethics     1        acknowledged

    Rows keep the order of ``signoffs``, from the earliest to the latest.
    Columns: those that identify the row (``response_id``, ``form``, ``person``, ``agency_id``,
    ``submitted_at``, ``counted``, ``late``, ``replaced``), ``notice_id``, ``version`` (int64:
    the index of the one in force at submission), ``answer``. The form says how it was signed:
    on ``paper``, or electronically.
    """
    kept = [
        "response_id", "form", "person", "agency_id", "submitted_at", "counted", "late", "replaced",
    ]  # fmt: skip
    per_notice = [
        signoffs[kept].assign(
            notice_id=notice.id,
            version=_version_in_force(signoffs["submitted_at"], notice),
            answer=signoffs[question_of(notice)],
        )
        for notice in notices
    ]
    asked = pd.concat(per_notice, ignore_index=True)
    return asked[asked["answer"] != ""].reset_index(drop=True)


def _version_in_force(submitted_at: pd.Series, notice: Notice) -> np.ndarray:
    """Return the index of the version in force on each day; before the first, the first."""
    zone = submitted_at.dt.tz
    begins = pd.DatetimeIndex([version.since for version in notice.versions]).tz_localize(zone)
    position = np.searchsorted(
        begins.as_unit("s").asi8, submitted_at.astype("int64").to_numpy(), side="right"
    )
    in_force: np.ndarray = np.maximum(position - 1, 0)
    return in_force


def _require_confirmation(answers: pd.DataFrame) -> pd.DataFrame:
    return answers.pipe(mark, answers["confirm"] != "confirmed", "not_confirmed")


def mark_counted(answers: pd.DataFrame, campaign: Campaign) -> pd.DataFrame:
    """Add ``counted`` (bool): the staff type enters the percentages."""
    counted = {staff_type.id for staff_type in campaign.staff_types if staff_type.counted}
    return answers.assign(counted=answers["staff_type_id"].isin(counted))


def mark_late_and_early(answers: pd.DataFrame, campaign: Campaign) -> pd.DataFrame:
    """Add ``late`` and ``early`` (bool): signed after the window, before it."""
    return answers.assign(
        late=answers["submitted_at"] >= campaign.closes_before(),
        early=answers["submitted_at"] < campaign.opens_at(),
    )
