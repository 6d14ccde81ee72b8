"""Of when the data of a workbook are: what it prints, and what its file is stamped with."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from config.dates import long_date
from config.messages import thai
from config.thai import thai_digits

if TYPE_CHECKING:
    from config.campaign import Campaign


def as_of_text(as_of: datetime | None, campaign: Campaign) -> str:
    """Return «ข้อมูล ณ วันที่ …», or that there is nothing yet."""
    if as_of is None:
        return thai("No data yet")
    here = as_of.astimezone(campaign.zone)
    return thai("Data as of {day}, {time}").format(
        day=long_date(here.date()), time=thai_digits(f"{here:%H.%M}")
    )


def made_at(as_of: datetime | None, campaign: Campaign) -> datetime:
    """Return the moment to stamp a file with: that of its data, so that its bytes repeat."""
    if as_of is None:
        return datetime.combine(campaign.window.opens, time.min)
    return as_of.astimezone(campaign.zone).replace(tzinfo=None)
