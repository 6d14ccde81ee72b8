"""The links by agency, for whoever sends them out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.csv_text import csv_bytes

if TYPE_CHECKING:
    from collector.forms import MadeForms
    from config.campaign import Campaign


def links_csv(campaign: Campaign, made: MadeForms) -> bytes:
    """Return ``links.csv``: columns ``agency_id``, ``agency`` and one per form."""
    forms = [form.id for form in campaign.forms]
    rows = (
        (agency.id, agency.name, *(made.link(form, agency) for form in forms))
        for agency in campaign.agencies
    )
    return csv_bytes(("agency_id", "agency", *forms), rows)
