"""Making the forms: from the campaign to the files that the office makes its forms from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from config.checks.settings import privacy_notice
from config.loading import load_campaign
from rapsap.refreshing import alone, out_of
from report import publish
from report.forms import SCRIPT, form_files

if TYPE_CHECKING:
    from pathlib import Path

    from config.finding import Finding

FORMS = "forms"


@dataclass(frozen=True)
class Made:
    """Where the files are, and what to mend before the forms are made from them."""

    folder: Path
    script: Path
    findings: tuple[Finding, ...]


def make_forms(folder: Path) -> Made:
    """Write ``out/forms`` of a campaign; files that hold already are left as they are."""
    place = out_of(folder) / FORMS
    with alone(folder):
        campaign = load_campaign(folder)
        publish(list(form_files(campaign)), place)
    return Made(place, place / SCRIPT, tuple(privacy_notice(campaign)))
