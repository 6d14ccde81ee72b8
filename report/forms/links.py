"""The links by agency, for whoever sends them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.forms import form_link
from report.csv_text import csv_bytes

if TYPE_CHECKING:
    from collector.forms import MadeForms
    from config.campaign import Campaign


def links_csv(campaign: Campaign, made: MadeForms | None) -> bytes | None:
    """Return ``links.csv``: columns ``agency_id``, ``agency`` and one per form; None without links.

    A link that chooses no agency is no agency's own and is left out.
    """
    forms = [form.id for form in campaign.forms]
    links = {
        agency: [form_link(form, agency, campaign, made) for form in forms]
        for agency in campaign.agencies
    }
    if not any(link.chosen for of_agency in links.values() for link in of_agency):
        return None
    rows = (
        (agency.id, agency.name, *(link.url if link.chosen else "" for link in of_agency))
        for agency, of_agency in links.items()
    )
    return csv_bytes(("agency_id", "agency", *forms), rows)
