"""The head of a memo: its name, room for the Garuda, labels with their dotted lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Cm, Length

from config.messages import thai
from report.documents.blocks import Run
from report.documents.word.figures import write_garuda
from report.documents.word.labels import addressed
from report.documents.word.paper import CENTER

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

    from report.documents.blocks import OfficialText
    from report.documents.word.paper import Paper

_NAME = 29.0
_LABEL = 20.0
_GARUDA = Cm(1.5)


def memo_head(paper: Paper, text: OfficialText) -> None:
    """Write what stands above the text of a memo."""
    fields = text.fields
    name = paper.paragraph()
    if text.garuda:
        middle = Length(paper.width // 2)
        name.paragraph_format.tab_stops.add_tab_stop(middle, WD_TAB_ALIGNMENT.CENTER)
        write_garuda(name, text.garuda, _GARUDA)
        paper.write(name, (Run("\t"),))
    else:
        name.alignment = CENTER
    paper.write(name, (Run(thai("Memo (head)")),), _NAME, bold=True)
    name.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    name.paragraph_format.line_spacing = _GARUDA
    office = _dotted(paper, 84, (thai("Office (memo)"), fields.get("department", "")))
    office.paragraph_format.space_before = paper.face.length(4)
    number, date = fields.get("number", ""), fields.get("date", "")
    _dotted(paper, 28, (thai("Number (letter)"), number), (thai("Date (letter)"), date))
    _dotted(paper, 44, (thai("Subject (letter)"), fields.get("subject", "")))
    addressed(paper, fields)


def _dotted(paper: Paper, hanging: float, *labels: tuple[str, str]) -> Paragraph:
    """Return a line of labels and what is filled in, dots up to the next one or the margin.

    A text of several lines goes on ``hanging`` points from the margin, beside its label.
    """
    line = paper.paragraph()
    form = line.paragraph_format
    form.left_indent = paper.face.length(hanging)
    form.first_line_indent = -form.left_indent
    for place, (label, filled_in) in enumerate(labels, start=1):
        paper.write(line, (Run(label),), _LABEL, bold=True)
        paper.write(line, (Run(f"  {filled_in}\t"),))
        edge = Length(paper.width * place // len(labels))
        stop = WD_TAB_ALIGNMENT.RIGHT if place == len(labels) else WD_TAB_ALIGNMENT.LEFT
        form.tab_stops.add_tab_stop(edge, stop, WD_TAB_LEADER.DOTS)
    return line
