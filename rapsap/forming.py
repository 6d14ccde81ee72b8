"""Making the forms: from the campaign to the files that the office makes its forms from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.loading import load_campaign
from rapsap.refreshing import alone, out_of
from report import publish
from report.forms import form_files

if TYPE_CHECKING:
    from pathlib import Path

FORMS = "forms"


def make_forms(folder: Path) -> Path:
    """Write ``out/forms`` of a campaign and return where that is; files that hold stay."""
    place = out_of(folder) / FORMS
    with alone(folder):
        publish(list(form_files(load_campaign(folder))), place)
    return place
