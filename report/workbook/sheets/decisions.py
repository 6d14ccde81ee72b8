"""What the office has decided about people, and what is replayed at every refresh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from config.tables import DECISIONS
from report.workbook.sheet import Column, Sheet

if TYPE_CHECKING:
    from config.campaign import Decision
    from report.workbook.contents import Contents
    from report.workbook.sheet import Cell


def decisions(contents: Contents) -> Sheet:
    """Return one row per decision of the campaign."""
    names = {agency.id: agency.name for agency in contents.campaign.agencies}

    def cell(decision: Decision, field: str) -> Cell:
        value: Cell = getattr(decision, field)
        if field in ("agency", "other_agency"):
            return names.get(str(value), "")
        return dict(DECISIONS.column(field).choices).get(str(value), value)

    return Sheet(
        title=thai("Decided"),
        answers=thai("What has been decided about people, when, by whom and why?"),
        frozen=2,
        columns=tuple(
            Column(
                column.heading,
                [cell(decision, column.name) for decision in contents.campaign.decisions],
                "day" if column.kind == "date" else "text",
            )
            for column in DECISIONS.columns
        ),
    )
