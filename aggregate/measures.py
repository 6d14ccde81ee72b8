"""How far each row of O43 has come, from what the forms say of it (domain.md §1 and §4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import pandas as pd

from aggregate.denominators import NONE
from aggregate.disclosure import may_be_shown
from aggregate.progress import row_id

if TYPE_CHECKING:
    from config.campaign import Campaign, Measure

Source = Literal["notice", "form", "text", "progress", "none"]

Told = dict[Any, Any]

_FIGURES = {
    "agencies": "Int64", "agencies_complete": "Int64", "agencies_incomplete": "Int64",
    "headcount": "Int64", "acknowledged": "Int64", "acknowledged_undeclared": "Int64",
    "percent": "float64",
    "respondents": "Int64", "agencies_answered": "Int64", "agencies_silent": "Int64",
}  # fmt: skip


def measures(
    campaign: Campaign,
    completion: pd.DataFrame,
    notices: pd.DataFrame,
    agencies: pd.DataFrame,
    assessments: pd.DataFrame,
    reported: pd.DataFrame,
) -> pd.DataFrame:
    """Return the rows of O43: the measures, then each guideline that no measure carries out.

    Columns: ``number``, ``measure_id`` ("" for a guideline of its own), ``guideline_id``,
    ``source`` (where its result comes from: ``notice``, ``form``, ``text``, ``progress``: agencies
    report it, ``none``); of a
    notice ``agencies``, ``agencies_complete``, ``agencies_incomplete``, ``headcount``,
    ``acknowledged`` (of those heads), ``acknowledged_undeclared`` (in agencies without a basis),
    ``percent``; of a form ``respondents``, ``agencies_answered`` and ``agencies_silent`` (all NA
    below the number that may be shown). And what agencies report of each
    (`aggregate.progress.progress`, whose table ``reported`` is).
    """
    told = {str(row["measure_id"]): row for row in reported.to_dict("records")}
    by_notice = progress_by_notice(completion, notices, agencies)
    answered = _answered(assessments, campaign)
    rows = [
        {
            "number": measure.number,
            "measure_id": measure.id,
            "guideline_id": measure.guideline,
            "source": _source(measure, told[measure.id]),
        }
        | by_notice.get(measure.notice, {})
        | (answered if measure.form else {})
        for measure in sorted(campaign.measures, key=lambda measure: measure.number)
    ]
    rows += _guidelines_of_their_own(campaign, told)
    columns = ["number", "measure_id", "guideline_id", "source", *_FIGURES]
    listed = pd.DataFrame(rows, columns=columns).astype({"number": "int64"} | _FIGURES)
    pairs = zip(listed["measure_id"], listed["guideline_id"], strict=True)
    return listed.assign(report_id=[row_id(*pair) for pair in pairs]).merge(
        reported.rename(columns={"measure_id": "report_id"}), on="report_id", how="left"
    )


def progress_by_notice(
    completion: pd.DataFrame, notices: pd.DataFrame, agencies: pd.DataFrame
) -> dict[str, dict[str, object]]:
    """Return each notice's figures; an agency beyond its heads is not complete (design.md §2)."""
    states = agencies.set_index("agency_id")["state"]
    beyond = completion["agency_id"].map(states) == "over"
    everybody = completion["acknowledged"] == completion["headcount"].where(
        completion["headcount"] > 0
    )
    listed = completion.assign(
        complete=everybody.fillna(value=False) & ~beyond,
        incomplete=~everybody.fillna(value=False) | beyond,
        undeclared=completion["acknowledged"].where(completion["basis"] == NONE, 0),
    )
    of_agencies = listed.groupby("notice_id").agg(
        agencies=("agency_id", "size"),
        agencies_complete=("complete", "sum"),
        agencies_incomplete=("incomplete", "sum"),
        acknowledged_undeclared=("undeclared", "sum"),
    )
    totals = notices.set_index("notice_id")[["headcount", "acknowledged_of_heads", "percent"]]
    found = of_agencies.join(totals.rename(columns={"acknowledged_of_heads": "acknowledged"}))
    return {str(notice_id): row for notice_id, row in found.to_dict("index").items()}


def _answered(assessments: pd.DataFrame, campaign: Campaign) -> dict[str, object]:
    if not may_be_shown(len(assessments)):
        return {"agencies": len(campaign.agencies)}
    answered = int(assessments["agency_id"].nunique())
    return {
        "agencies": len(campaign.agencies),
        "respondents": len(assessments),
        "agencies_answered": answered,
        "agencies_silent": len(campaign.agencies) - answered,
    }


def _source(measure: Measure, told: Told) -> Source:
    if measure.notice:
        return "notice"
    if measure.form:
        return "form"
    return "text" if measure.result else _reported(told)


def _reported(told: Told) -> Source:
    return "progress" if told["agencies_reported"] else "none"


def _guidelines_of_their_own(campaign: Campaign, told: dict[str, Told]) -> list[dict[str, object]]:
    """Return a further row for each guideline without a measure: O43 must answer all of O42."""
    carried_out = {measure.guideline for measure in campaign.measures}
    alone = [guideline for guideline in campaign.guidelines if guideline.id not in carried_out]
    last = max((measure.number for measure in campaign.measures), default=0)
    return [
        {
            "number": number,
            "measure_id": "",
            "guideline_id": guideline.id,
            "source": _reported(told[row_id("", guideline.id)]),
        }
        for number, guideline in enumerate(alone, start=last + 1)
    ]
