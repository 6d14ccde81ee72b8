"""The table for sign-offs on paper in a new campaign's inbox: empty, with lists to choose from."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from config.fiscal_year import fiscal_year_days
from config.paper import FILE
from config.paper_workbook import paper_workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from config.campaign import Campaign
    from config.workbook import Values


def write_paper(folder: Path, campaign: Campaign, rows: Sequence[Values] = ()) -> None:
    """Write the workbook into a campaign folder; the same rows give the same bytes."""
    (folder / "inbox" / "paper" / FILE).write_bytes(paper_workbook_of(campaign, rows))


def paper_workbook_of(campaign: Campaign, rows: Sequence[Values]) -> bytes:
    """Return the workbook of a campaign with these rows in it."""
    first_day, _last_day = fiscal_year_days(campaign.fiscal_year)
    return paper_workbook(
        rows,
        agencies=[agency.name for agency in campaign.agencies],
        staff_types=[staff_type.name for staff_type in campaign.staff_types],
        notices=[notice.short_title for notice in campaign.notices],
        created=datetime(first_day.year, first_day.month, 1),  # noqa: DTZ001 - Excel knows no zones
    )
