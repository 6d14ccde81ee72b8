"""What every page says around its content: whose it is, how old, from which sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from config.links import web_address
from report.pages.assets import assets
from report.pages.moments import moment
from report.pages.sources import sources_read

if TYPE_CHECKING:
    from report.facts import Facts


def frame(facts: Facts) -> dict[str, Any]:
    """Return the part of a template's context that all pages share."""
    zone, run = facts.campaign.zone, facts.run
    return {
        "assets": assets(),
        "data_digest": facts.data_digest,
        "edition": facts.edition,
        "as_of": moment(facts.summary.as_of, zone),
        "checked": facts.now.astimezone(zone),
        "next_check": moment(run["next_check_before"], zone),
        "eit": web_address(facts.campaign.eit_url),
        "every_hours": facts.campaign.refresh_every_hours,
        "reference": run["ledger_reference"],
        "sources": sources_read(run, zone),
        "version": run["version"],
    }
