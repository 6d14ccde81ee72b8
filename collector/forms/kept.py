"""What the script answered, as it is kept beside the campaign: read, and examined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.forms.answer import find_answer
from collector.forms.made import GOOGLE_JSON, made_findings, read_made
from config.checks.settings import form_links
from config.errors import CampaignError, CampaignMistakes
from config.finding import Finding
from config.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from collector.forms.made import MadeForms
    from config.campaign import Campaign


def read_answer(path: Path, campaign: Campaign, place: str) -> MadeForms:
    """Return the forms that a file with the script's answer tells of; ``place`` for messages.

    Raises `CampaignError`, or `CampaignMistakes` with all that is wrong in it.
    """
    try:
        content = path.read_bytes()
    except OSError:
        raise CampaignError(
            _("the file cannot be opened"),
            place=place,
            remedy=_("close it in other programs and check that it is a file you may read"),
        ) from None
    return read_made(find_answer(content, place), campaign, place)


def kept_forms(folder: Path, campaign: Campaign) -> MadeForms | None:
    """Return the forms as the campaign folder keeps them, None where the script never answered."""
    kept = folder / GOOGLE_JSON
    return read_answer(kept, campaign, GOOGLE_JSON) if kept.exists() else None


def inspect_forms(campaign: Campaign, folder: Path) -> Iterator[Finding]:
    """Look whether every agency has a link to each form; in campaign.toml where no script ran."""
    try:
        made = kept_forms(folder, campaign)
    except CampaignMistakes as found:
        yield from map(_as_finding, found.mistakes)
    except CampaignError as mistake:
        yield _as_finding(mistake)
    else:
        yield from made_findings(made, campaign) if made else form_links(campaign)


def _as_finding(mistake: CampaignError) -> Finding:
    return Finding(mistake.place, mistake.fault, mistake.remedy)
