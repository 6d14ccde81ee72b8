"""The links that messages and sheets to sign carry; a report never waits for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.forms import kept_forms
from config.errors import CampaignError, CampaignMistakes
from config.messages import _, spoken_in_thai

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from collector.forms import MadeForms
    from config.campaign import Campaign


def links_of(folder: Path, campaign: Campaign) -> tuple[MadeForms | None, tuple[str, ...]]:
    """Return the forms that are kept in the folder, and what is to be told of a damaged answer."""
    with spoken_in_thai():
        try:
            return kept_forms(folder, campaign), ()
        except CampaignError as fault:
            return None, tuple(_told(fault))


def _told(fault: CampaignError) -> Iterator[str]:
    faults = fault.mistakes if isinstance(fault, CampaignMistakes) else (fault,)
    unused = _("The agencies' own links are not used. {fault}")
    yield from (unused.format(fault=fault) for fault in faults)
