"""Making the forms: the files the office makes them from, and what Google made of those."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from collector.forms import GOOGLE_JSON, kept_forms, made_findings, read_answer
from collector.google.key_file import read_key_file
from collector.google.trouble import Trouble
from config.checks.settings import privacy_notice
from config.loading import load_campaign
from rapsap.refreshing import alone, out_of
from report import publish
from report.forms import BY_HAND, SCRIPT, form_files
from report.json_text import json_bytes
from report.staging import said_plainly, write_to_disk

if TYPE_CHECKING:
    from pathlib import Path

    from collector.forms import MadeForms
    from config.campaign import Campaign
    from config.finding import Finding

FORMS = "forms"


@dataclass(frozen=True)
class Made:
    """Where the files are, and what to mend before people are sent to the forms.

    ``signs_in``: campaign.toml says how to sign in to Google.
    """

    folder: Path
    script: Path
    by_hand: Path
    forms: MadeForms | None
    signs_in: bool
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
            _keep(read_answer(answer, campaign, str(answer)), folder)
        made = kept_forms(folder, campaign)
        publish(list(form_files(campaign, made, _reader(campaign, folder))), place)
    odd = made_findings(made, campaign) if made else ()
    signs_in = bool(campaign.google.credentials)
    return Made(
        place, place / SCRIPT, place / BY_HAND, made, signs_in, (*privacy_notice(campaign), *odd)
    )


def _reader(campaign: Campaign, folder: Path) -> str:
    """Return the account that reads the sheet, "" where no key tells it; `check` says why."""
    key = campaign.google.credentials
    try:
        return read_key_file(folder / key).address if key else ""
    except Trouble:
        return ""


def _keep(made: MadeForms, folder: Path) -> None:
    """Write ``google.json``, whole or not at all."""
    fresh = folder / f".{GOOGLE_JSON}.new"
    with said_plainly(folder):
        write_to_disk(fresh, json_bytes(made.model_dump(mode="json")))
        fresh.replace(folder / GOOGLE_JSON)
