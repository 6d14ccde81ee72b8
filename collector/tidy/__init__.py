"""What the stored rows mean: derived anew at each refresh from raw cells and the campaign."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from collector.tidy import coi, headcount, paper, progress, signoff
from collector.tidy.decisions import require_known
from collector.tidy.reasons import REASONS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from collector.stored import StoredTable
    from config.campaign import Campaign

__all__ = ["Responses", "knowing", "tidy"]


@dataclass(frozen=True)
class Responses:
    """Every response, readable or not, typed.

    ``signoffs``: readable sign-off rows, those typed from paper among them (``form``), the later
    answer below: ``response_id``, ``person``, ``doubtful``, ``agency_id``, ``name``,
    ``name_key``, ``email_key``, ``position``, ``position_key``, ``moved``, ``staff_type_id``,
    ``counted``, ``late``, ``early``, ``replaced``, ``submitted_at`` and the rest of the row.
    ``acknowledgements``: see `collector.tidy.signoff.acknowledgements`.
    ``reports``: numbers of people that agencies report without names: see
    `collector.tidy.paper.tidy_paper`.
    ``assessments``: readable self-assessment rows; ``scores``: see `collector.tidy.coi.scores`.
    ``headcounts``: readable declarations of head-counts, see
    `collector.tidy.headcount.tidy_headcounts`; ``declared``: their numbers, see
    `collector.tidy.headcount.declared`.
    ``progress``: readable reports of measures, see `collector.tidy.progress.tidy_progress`.
    ``set_aside``: ``form``, ``reason_id``, ``source``, ``row``, ``submitted_at``, ``reason``,
    ``remedy``, ``raw`` (str), and whom the row speaks of: ``agency_id``, ``name_key`` ("" where
    unreadable or anonymous). ``rows_read``: by form, after merging the readings;
    ``rows_erased``: by form, those forgotten, which are not among them.
    """

    signoffs: pd.DataFrame
    acknowledgements: pd.DataFrame
    reports: pd.DataFrame
    assessments: pd.DataFrame
    scores: pd.DataFrame
    headcounts: pd.DataFrame
    declared: pd.DataFrame
    progress: pd.DataFrame
    set_aside: pd.DataFrame
    rows_read: dict[str, int]
    rows_erased: dict[str, int] = field(default_factory=dict)


def tidy(tables: Sequence[StoredTable], campaign: Campaign, now: datetime) -> Responses:
    """Return what the ledger's rows mean under this campaign; nothing is dropped.

    ``now`` only sets aside rows dated more than a day ahead of it.
    """
    here = now.astimezone(campaign.zone)
    signoffs = signoff.tidy_signoffs(tables, campaign, here)
    papers = paper.tidy_paper(tables, campaign, here)
    assessments = coi.tidy_assessments(tables, campaign, here)
    on_paper = _readable(papers[~papers["corrected"]])
    readable = signoff.by_person(_with_paper(_readable(signoffs), on_paper), campaign)
    assessed = _readable(assessments[~assessments["replaced"]])
    headcounts = headcount.tidy_headcounts(tables, campaign, here, readable)
    declarations = _readable(headcounts)
    reports = progress.tidy_progress(tables, campaign, here)
    aside = [
        _set_aside(rows)
        for rows in (signoffs, papers[~papers["corrected"]], assessments, headcounts, reports)
    ]
    return Responses(
        signoffs=readable,
        acknowledgements=signoff.acknowledgements(readable, campaign.notices),
        reports=on_paper[on_paper["people"].notna()].reset_index(drop=True),
        assessments=assessed,
        scores=coi.scores(assessed, campaign.coi_kinds),
        headcounts=declarations,
        declared=headcount.declared(declarations),
        progress=_readable(reports),
        set_aside=pd.concat(aside, ignore_index=True),
        rows_read={
            signoff.FORM: len(signoffs),
            paper.FORM: len(papers),
            coi.FORM: len(assessments),
            headcount.FORM: len(headcounts),
            progress.FORM: len(reports),
        },
    )


def knowing(
    tables: Sequence[StoredTable], campaign: Campaign, now: datetime
) -> Callable[[Campaign], None]:
    """Return a check that raises `CampaignMistakes` for decisions about somebody nobody knows.

    Known is who signed in these tables and whoever the campaign that is checked names itself.
    """
    here = now.astimezone(campaign.zone)
    signoffs = _readable(signoff.tidy_signoffs(tables, campaign, here))
    papers = _readable(paper.tidy_paper(tables, campaign, here))
    return partial(require_known, _with_paper(signoffs, papers))


def _with_paper(signoffs: pd.DataFrame, papers: pd.DataFrame) -> pd.DataFrame:
    named = paper.as_signoffs(papers, signoffs.columns)
    return pd.concat([signoffs, named], ignore_index=True) if len(named) else signoffs


def _readable(answers: pd.DataFrame) -> pd.DataFrame:
    return answers[answers["reason_id"] == ""].reset_index(drop=True)


def _set_aside(answers: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that could not be read, in words; a row since corrected is not one."""
    aside = answers[(answers["reason_id"] != "") & ~answers["replaced"]]
    pairs = zip(aside["reason_id"], aside["detail"], strict=True)
    words = [REASONS[reason_id].in_words(detail) for reason_id, detail in pairs]
    return pd.DataFrame(
        {
            "form": aside["form"],
            "reason_id": aside["reason_id"],
            "source": aside["form"] + "/" + aside["origin"],
            "row": aside["row_number"],
            "submitted_at": aside["timestamp"],
            "reason": [fault for fault, _ in words],
            "remedy": [remedy for _, remedy in words],
            "raw": aside["raw"].map(" | ".join),
            "agency_id": aside["agency_id"],
            "name_key": aside.get("name_key", ""),
        }
    ).sort_values(["form", "source", "row"], ignore_index=True)
