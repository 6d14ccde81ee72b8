"""Which items of the OIT are still without their code, a person's word or an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.finding import Finding, place_of
from config.messages import _
from config.settings import SETTINGS
from config.tables import OIT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.campaign import Campaign


def unknown_codes(campaign: Campaign) -> Iterator[Finding]:
    """Name the items whose code of this year nobody knows; say so too where there is no row."""
    unknown = dict.fromkeys(item.item for item in campaign.oit if not item.code)
    if unknown or not campaign.oit:
        yield Finding(
            place_of(OIT),
            _("the OIT codes of fiscal year {year} are not known: {items}").format(
                year=campaign.fiscal_year, items=", ".join(unknown) or "–"
            ),
            _("look them up in this year's OIT form and add a row for each"),
        )


def unconfirmed_codes(campaign: Campaign) -> Iterator[Finding]:
    """Count the rows that nobody has compared with this year's form."""
    count = sum(bool(item.code) and not item.verified for item in campaign.oit)
    if count:
        yield Finding(
            place_of(OIT),
            _("{count} OIT rows are not confirmed").format(count=count),
            _("compare them with this year's OIT form, then mark each row as confirmed"),
        )


def missing_site(campaign: Campaign) -> Iterator[Finding]:
    """Look for the address under which the site is published, where a row needs it."""
    if not campaign.site_url and any(item.page and not item.url for item in campaign.oit):
        yield Finding(
            SETTINGS,
            _("the address of the published site is missing (site_url), so OIT rows have no URL"),
            _("write where out/public stands on the province's website, or each row's own URL"),
        )
