"""What the office makes its forms from: every file of ``out/forms``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.forms import forms_as_json
from report.document import Document
from report.forms.script import script
from report.json_text import json_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.campaign import Campaign

__all__ = ["SCRIPT", "form_files"]

SCRIPT = "สร้างแบบฟอร์ม.gs"


def form_files(campaign: Campaign) -> Iterator[Document]:
    """Return the files, named below ``out/forms``."""
    yield Document("form.json", json_bytes(forms_as_json(campaign)), "internal")
    yield Document(SCRIPT, script(campaign), "internal")
