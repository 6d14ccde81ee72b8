"""What the script would answer for a campaign, without Google."""

from __future__ import annotations

from urllib.parse import quote_plus

SHEET = "1sheet" + "x" * 38


def form_url(form_id):
    return f"https://docs.google.com/forms/d/e/1FAIp{form_id}/viewform"


def link(form_id, agency):
    return f"{form_url(form_id)}?usp=pp_url&entry.700={quote_plus(agency.name)}"


def answer_of(campaign, **changes):
    """Return the answer; ``changes`` replace its keys."""
    forms = [
        {
            "id": form.id,
            "google_form": f"1{form.id}" + "y" * 38,
            "edit_url": f"https://docs.google.com/forms/d/1{form.id}/edit",
            "url": form_url(form.id),
            "published": True,
            "accepting": True,
            "gid": place,
            "headers": [question.header for question in form.questions],
            "links": {agency.id: link(form.id, agency) for agency in campaign.agencies},
        }
        for place, form in enumerate(campaign.forms, start=1001)
    ]
    told = {
        "rapsap": 1,
        "campaign": campaign.id,
        "spreadsheet": SHEET,
        "spreadsheet_url": f"https://docs.google.com/spreadsheets/d/{SHEET}/edit",
        "forms": forms,
        "warnings": [],
    }
    return told | changes
