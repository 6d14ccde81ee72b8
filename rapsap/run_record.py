"""The facts of one run, as ``run.json`` tells them: when, from what, by which version."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from rapsap import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from aggregate.summary import Summary
    from collector.collect import Collected
    from collector.ledger import Ledger
    from config.campaign import Campaign

_FARED = ("form", "source", "state", "reason", "remedy", "exit_code")
_OF_THE_SOURCES = ("sources", "refused_files", "remarks")


def run_record(
    campaign: Campaign,
    collected: Collected | None,
    summary: Summary,
    *,
    ledger: Ledger,
    now: datetime,
) -> dict[str, Any]:
    """Return the record of a run; moments as ISO 8601 in the campaign's zone."""
    here = now.astimezone(campaign.zone).replace(microsecond=0)
    period = timedelta(hours=campaign.refresh_every_hours)
    return {
        "generated_at": here.isoformat(),
        "version": __version__,
        "campaign": campaign.id,
        "as_of": summary.as_of.isoformat() if summary.as_of else None,
        "next_check_before": (here + period).isoformat(),
        "ledger": {"events": ledger.event_count(), "head": ledger.head()},
        "ledger_reference": ledger.reference(),
        "rows_by_form": summary.rows_by_form,
        **_of_the_sources(campaign, collected),
        "texts": [],
    }


def _of_the_sources(campaign: Campaign, collected: Collected | None) -> dict[str, Any]:
    if collected is None:
        return {name: [] for name in _OF_THE_SOURCES}
    return {
        "sources": [
            asdict(source)
            | {
                "last_good": source.last_good.astimezone(campaign.zone).isoformat()
                if source.last_good
                else None
            }
            for source in collected.sources
        ],
        "refused_files": [asdict(file) for file in collected.refused_files],
        "remarks": list(collected.remarks),
    }


def sources_last_read(out: Path) -> dict[str, Any]:
    """Return how the last refresh found its sources, or nothing where there was none."""
    try:
        last = json.loads((out / "internal" / "run.json").read_text(encoding="utf-8"))
        return {name: last[name] for name in _OF_THE_SOURCES}
    except (OSError, ValueError, KeyError):
        return {}


def fared_as_before(collected: Collected, out: Path) -> bool:
    """Say whether the sources fared as the last report tells: the same states, nothing new to tell.

    What is no longer to be told is no news. Nor is a document's new name.
    """
    last = sources_last_read(out)
    if not last:
        return False
    told = [{name: source[name] for name in _FARED} for source in last["sources"]]
    now = [{name: getattr(source, name) for name in _FARED} for source in collected.sources]
    refused = [asdict(file) for file in collected.refused_files]
    return (
        now == told
        and refused == last["refused_files"]
        and set(collected.remarks) <= set(last["remarks"])
    )
