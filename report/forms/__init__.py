"""What the office makes its forms from: every file of ``out/forms``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.forms import forms_as_json
from report.document import Document
from report.forms.by_hand import BY_HAND, by_hand_page
from report.forms.links import links_csv
from report.forms.poster import posters
from report.forms.script import script
from report.json_text import json_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from collector.forms import MadeForms
    from config.campaign import Campaign

__all__ = ["BY_HAND", "SCRIPT", "form_files"]

SCRIPT = "สร้างแบบฟอร์ม.gs"


def form_files(campaign: Campaign, made: MadeForms | None, reader: str = "") -> Iterator[Document]:
    """Return the files, named below ``out/forms``.

    ``made``: the forms, once Google has them; ``reader``: the account that is to read the sheet.
    """
    yield Document("form.json", json_bytes(forms_as_json(campaign)), "internal")
    yield Document(SCRIPT, script(campaign), "internal")
    yield Document(BY_HAND, by_hand_page(campaign, reader), "internal")
    yield from posters(campaign, made)
    if links := links_csv(campaign, made):
        yield Document("links.csv", links, "internal")
