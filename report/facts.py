"""The value that every page is made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    import pandas as pd

    from aggregate.summary import Summary
    from config.campaign import Campaign
    from config.typed_decisions import TypedRow
    from report.edition import Edition


@dataclass(frozen=True)
class News:
    """What the office is told beside the figures, and what it has told us.

    ``events``: those of the ledger's last refresh (`collector.changes.RecordedEvent`);
    ``typed``: rows of the tracker that stay as they were typed.
    """

    events: pd.DataFrame
    typed: tuple[TypedRow, ...] = ()


@dataclass(frozen=True)
class Facts:
    """Figures, campaign, the run's record and the clock; ``edition`` is None for a draft."""

    summary: Summary
    campaign: Campaign
    run: dict[str, Any]
    now: datetime
    edition: Edition | None = None
