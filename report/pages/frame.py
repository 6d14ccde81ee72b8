"""What every page says around its content: whose it is, how old, from which sources."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from report.pages.assets import assets

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from report.facts import Facts
    from report.rows import Row

STALE_STATES = ("refused", "failed")


def frame(facts: Facts) -> dict[str, Any]:
    """Return the part of a template's context that all pages share."""
    zone, run = facts.campaign.zone, facts.run
    return {
        "assets": assets(),
        "edition": facts.edition,
        "as_of": moment(facts.summary.as_of, zone),
        "checked": facts.now.astimezone(zone),
        "next_check": moment(run["next_check_before"], zone),
        "every_hours": facts.campaign.refresh_every_hours,
        "sources": [_source(source, zone) for source in run["sources"]],
        "version": run["version"],
    }


def moment(when: datetime | str | None, zone: ZoneInfo) -> datetime | None:
    """Return the moment as clocks in the province show it."""
    if not when:
        return None
    return (datetime.fromisoformat(when) if isinstance(when, str) else when).astimezone(zone)


def _source(source: dict[str, Any], zone: ZoneInfo) -> Row:
    return source | {
        "last_good": moment(source["last_good"], zone),
        "stale": source["state"] in STALE_STATES,
    }
