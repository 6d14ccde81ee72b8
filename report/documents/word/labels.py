"""A label at the margin and what is written after it, in one line or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import thai
from report.documents.blocks import Run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from report.documents.word.paper import Paper

_BEFORE = 6.0
_TO, _REFERENCES, _ATTACHMENTS = 40.0, 50.0, 98.0  # points from the margin, beside 16


def addressed(paper: Paper, fields: Mapping[str, str]) -> None:
    """Write to whom it goes; what it refers to and what comes with it, where there is any."""
    labelled(paper, thai("To (letter)"), fields.get("to", ""), _TO)
    if references := fields.get("references"):
        labelled(paper, thai("References (letter)"), references, _REFERENCES)
    if attachments := fields.get("attachments"):
        labelled(paper, thai("Attachments (letter)"), attachments, _ATTACHMENTS)


def labelled(paper: Paper, label: str, text: str, hanging: float) -> None:
    """Write a label and its text, which begins ``hanging`` points from the margin on each line."""
    line = paper.paragraph((Run(f"{label}\t"), Run(text)))
    form = line.paragraph_format
    form.space_before = paper.face.length(_BEFORE)
    form.left_indent = paper.face.length(hanging)
    form.first_line_indent = -form.left_indent
    form.tab_stops.add_tab_stop(form.left_indent)
