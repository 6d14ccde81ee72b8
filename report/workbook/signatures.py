"""A person's signature of a notice as a cell: the day, the day and «late», or words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aggregate.person_state import PERSON_STATES
from report.words import word
from report.workbook.sheet import LateDay

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    import pandas as pd

    from report.workbook.sheet import Cell


def signature_cells(signatures: pd.DataFrame, zone: ZoneInfo) -> dict[tuple[str, str], Cell]:
    """Return the cell of each person and notice; none for who has not answered."""
    days = signatures["acknowledged_at"].dt.tz_convert(zone).dt.date
    return {
        (person, notice): day if state == "acknowledged"
        else LateDay(day) if state == "late"
        else word(PERSON_STATES, state)
        for person, notice, state, day in zip(
            signatures["person"], signatures["notice_id"], signatures["state"], days, strict=True
        )
    }  # fmt: skip
