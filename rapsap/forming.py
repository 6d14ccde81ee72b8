"""Making the forms: the files the office makes them from, and what Google made of those."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from collector.forms import GOOGLE_JSON, find_answer, made_findings, read_made
from config.checks.settings import privacy_notice
from config.errors import CampaignError
from config.loading import load_campaign
from config.messages import _
from rapsap.refreshing import alone, out_of
from report import publish
from report.forms import SCRIPT, form_files
from report.json_text import json_bytes
from report.staging import read_or_none, said_plainly, write_to_disk

if TYPE_CHECKING:
    from pathlib import Path

    from collector.forms import MadeForms
    from config.campaign import Campaign
    from config.finding import Finding

FORMS = "forms"


@dataclass(frozen=True)
class Made:
    """Where the files are, and what to mend before people are sent to the forms."""

    folder: Path
    script: Path
    forms: MadeForms | None
    findings: tuple[Finding, ...]


def make_forms(folder: Path, answer: Path | None = None) -> Made:
    """Write ``out/forms`` of a campaign; files that hold already are left as they are.

    ``answer``: the file in which the script's answer is; it is kept as ``google.json``.
    Raises `CampaignMistakes` for an answer that is wrong; the one kept before stays.
    """
    place = out_of(folder) / FORMS
    with alone(folder):
        campaign = load_campaign(folder)
        if answer:
            _keep(_read(answer, campaign, str(answer)), folder)
        kept = folder / GOOGLE_JSON
        made = _read(kept, campaign, GOOGLE_JSON) if kept.exists() else None
        publish(list(form_files(campaign, made)), place)
    odd = made_findings(made, campaign) if made else ()
    return Made(place, place / SCRIPT, made, (*privacy_notice(campaign), *odd))


def _read(path: Path, campaign: Campaign, place: str) -> MadeForms:
    try:
        content = read_or_none(path)
    except OSError:
        content = None
    if content is None:
        raise CampaignError(
            _("the file cannot be opened"),
            place=place,
            remedy=_("close it in other programs and check that it is a file you may read"),
        )
    return read_made(find_answer(content, place), campaign, place)


def _keep(made: MadeForms, folder: Path) -> None:
    """Write ``google.json``, whole or not at all."""
    fresh = folder / f".{GOOGLE_JSON}.new"
    with said_plainly(folder):
        write_to_disk(fresh, json_bytes(made.model_dump(mode="json")))
        fresh.replace(folder / GOOGLE_JSON)
