"""The register, and from what number each agency's percentage is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.errors import ExitCode
from config.finding import Finding, place_of
from config.fiscal_year import fiscal_year_days
from config.messages import _
from config.tables import AGENCIES, HEADCOUNT, STAFF_TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.campaign import Campaign


def unconfirmed_agencies(campaign: Campaign) -> Iterator[Finding]:
    """Count the agencies that nobody has compared with the province's own list."""
    count = sum(not agency.verified for agency in campaign.agencies)
    if count:
        yield Finding(
            place_of(AGENCIES),
            _("{count} agencies of the register are not confirmed").format(count=count),
            _("compare the register with the province's own list, then mark each row as confirmed"),
        )


def nobody_counted(campaign: Campaign) -> Iterator[Finding]:
    """Find a campaign in which no staff type enters the percentages."""
    if not any(staff_type.counted for staff_type in campaign.staff_types):
        yield Finding(
            place_of(STAFF_TYPES),
            _("no staff type is counted"),
            _("mark at least one staff type as counted"),
            ExitCode.CAMPAIGN,
        )


def headcount_dates(campaign: Campaign) -> Iterator[Finding]:
    """Count the head-counts of another year."""
    first, last = fiscal_year_days(campaign.fiscal_year)
    count = sum(not first <= heads.on <= last for heads in campaign.headcount)
    if count:
        yield Finding(
            place_of(HEADCOUNT),
            _("{count} head-counts are dated outside the fiscal year").format(count=count),
            _("check their dates"),
        )
