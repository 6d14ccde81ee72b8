"""What would keep a document from being made: a text with a mistake. Looks only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aggregate import summarise
from collector.tidy import tidy
from config.finding import Finding
from report.documents.writing import faults_of_texts
from report.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from config.campaign import Campaign


def inspect_texts(campaign: Campaign, now: datetime) -> Iterator[Finding]:
    """Compose every document as if nobody had answered yet; a name is looked up in any case."""
    facts = Facts(summarise(tidy([], campaign, now), campaign), campaign, {}, now)
    for fault in faults_of_texts(facts):
        yield Finding(fault.place, fault.fault, fault.remedy, fault.exit_code)
