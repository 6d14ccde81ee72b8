"""What the sheets of the tracker are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from aggregate.summary import Summary
    from config.campaign import Campaign
    from config.typed_decisions import TypedRow


@dataclass(frozen=True, slots=True)
class Contents:
    """The figures, the campaign, the record of the run, its news (`fold_changes`), and typed rows.

    ``typed``: what the office typed into the former tracker and is to find again.
    """

    summary: Summary
    campaign: Campaign
    run: dict[str, Any]
    news: pd.DataFrame
    typed: tuple[TypedRow, ...] = ()
