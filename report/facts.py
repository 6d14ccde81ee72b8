"""The value that every page is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from aggregate.summary import Summary
    from config.campaign import Campaign
    from report.edition import Edition


@dataclass(frozen=True)
class Facts:
    """Figures, campaign, the run's record and the clock; ``edition`` is None for a draft."""

    summary: Summary
    campaign: Campaign
    run: dict[str, Any]
    now: datetime
    edition: Edition | None = None
