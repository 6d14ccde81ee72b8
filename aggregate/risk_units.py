"""Whose risk may be spoken of apart: offices with enough answers, and the small ones together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from aggregate.disclosure import too_small_alone
from config.messages import thai

if TYPE_CHECKING:
    from collections.abc import Sequence

    from config.campaign import Agency

SMALL_OFFICES = "small-offices"


def risk_units(assessments: pd.DataFrame, agencies: Sequence[Agency]) -> pd.DataFrame:
    """Return in which unit of the risk tables each agency stands (design.md §2, «Risk»).

    Offices with fewer respondents than may be shown are one group; while the group itself has
    too few, the next smallest office joins it (of equals, the earlier one of the register). An
    office without any respondent has nothing to report and no unit.

    Columns: ``agency_id``, ``agency``, ``respondents`` (int64), ``unit_id`` (the agency's own,
    `SMALL_OFFICES`, or ""), ``unit`` (its name, ""). In the register's order.
    """
    answered = assessments.groupby("agency_id").size()
    respondents = {agency.id: int(answered.get(agency.id, 0)) for agency in agencies}
    grouped = too_small_alone({office: n for office, n in respondents.items() if n})
    rows = [
        (agency.id, agency.name, respondents[agency.id], *_unit(agency, respondents, grouped))
        for agency in agencies
    ]
    columns = ["agency_id", "agency", "respondents", "unit_id", "unit"]
    return pd.DataFrame(rows, columns=columns).astype({"respondents": "int64"})


def _unit(agency: Agency, respondents: dict[str, int], grouped: Sequence[str]) -> tuple[str, str]:
    if not respondents[agency.id]:
        return "", ""
    if agency.id in grouped:
        return SMALL_OFFICES, thai("Small offices together")
    return agency.id, agency.name
