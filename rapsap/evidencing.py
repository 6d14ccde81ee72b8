"""``rapsap report --evidence``: the lists behind the figures, to be certified and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from config.errors import CampaignError
from config.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from aggregate.summary import Summary
    from config.campaign import Campaign


def keep_evidence(  # what the report was made from, and where it stands
    summary: Summary,
    campaign: Campaign,
    run: dict[str, Any],
    *,
    now: datetime,
    out: Path,
    progress: Callable[[str], None],
) -> Path:
    """Return the folder with a list for each agency and notice (see `report.evidence.keep`)."""
    if summary.as_of is None:
        raise CampaignError(
            _("There is no answer yet, and so no evidence."),
            place=str(out),
            remedy=_("Refresh when the first answers are there."),
        )
    from report.evidence import evidence, keep
    from report.facts import Facts

    facts = Facts(summary, campaign, run, now)
    return keep(evidence(facts, progress), summary.as_of.date(), out)
