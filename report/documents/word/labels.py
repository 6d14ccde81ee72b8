"""A label at the margin and what is written after it, in one line or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.documents.blocks import Run

if TYPE_CHECKING:
    from report.documents.word.paper import Paper

_BEFORE = 6.0


def labelled(paper: Paper, label: str, text: str, hanging: float) -> None:
    """Write a label and its text, which begins ``hanging`` points from the margin on each line."""
    line = paper.paragraph((Run(f"{label}\t"), Run(text)))
    form = line.paragraph_format
    form.space_before = paper.face.length(_BEFORE)
    form.left_indent = paper.face.length(hanging)
    form.first_line_indent = -form.left_indent
    form.tab_stops.add_tab_stop(form.left_indent)
