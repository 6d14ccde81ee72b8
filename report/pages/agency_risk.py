"""Agency risk as the office reads it: a table of heat, the highest cells, and who stands where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aggregate.risk_units import SMALL_OFFICES
from config.campaign import HIGH_AND_ABOVE
from report.rows import Row, rows_of, rows_where

if TYPE_CHECKING:
    from aggregate.summary import Summary
    from config.campaign import Campaign

HIGHEST_SHOWN = 5


def agency_risk(summary: Summary, campaign: Campaign) -> dict[str, Any]:
    """Return the units with a cell per kind, the highest cells, and the offices grouped."""
    cells = rows_of(summary.agency_risk)
    return {
        "kinds": campaign.coi_kinds,
        "respondents": summary.respondents,
        "units": _units(summary, cells),
        "highest": _highest(cells),
        "grouped": rows_where(summary.risk_units, lambda row: row["unit_id"] == SMALL_OFFICES),
        "unanswered": rows_where(summary.risk_units, lambda row: row["unit_id"] == ""),
    }


def _units(summary: Summary, cells: list[Row]) -> list[Row]:
    own = {row["unit_id"]: row["respondents"] for row in rows_of(summary.risk_units)}
    by_unit: dict[str, Row] = {}
    for cell in cells:
        unit = by_unit.setdefault(
            cell["unit_id"],
            {
                "unit": cell["unit"],
                "respondents": None if cell["unit_id"] == SMALL_OFFICES else own[cell["unit_id"]],
                "cells": [],
            },
        )
        unit["cells"].append(cell)
    return list(by_unit.values())


def _highest(cells: list[Row]) -> list[Row]:
    """Return the shown cells at high or above, the highest means first."""
    high = [cell for cell in cells if cell["level"] in HIGH_AND_ABOVE]
    return sorted(high, key=lambda cell: -cell["mean_score"])[:HIGHEST_SHOWN]
