"""The head of a letter to another office: room for the Garuda, number and address, labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Cm, Length

from config.messages import thai
from report.documents.blocks import Run
from report.documents.word.figures import write_garuda
from report.documents.word.labels import addressed, labelled
from report.documents.word.paper import CENTER
from report.documents.word.tables import bare_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from report.documents.blocks import OfficialText
    from report.documents.word.paper import Paper

_GARUDA = Cm(3)
_NUMBER_SHARE = 0.58


def letter_head(paper: Paper, text: OfficialText) -> None:
    """Write what stands above the text of a letter; what it does not refer to has no label."""
    fields = text.fields
    if text.garuda:
        head = paper.paragraph()
        head.alignment = CENTER
        write_garuda(head, text.garuda, _GARUDA)
    else:
        paper.room(_GARUDA)
    _number_and_address(paper, fields)
    date = paper.line(fields.get("date", ""))
    date.paragraph_format.left_indent = Length(paper.width // 2)
    date.paragraph_format.space_before = paper.face.length(6)
    labelled(paper, thai("Subject (letter)"), fields.get("subject", ""), 40)
    addressed(paper, fields)


def _number_and_address(paper: Paper, fields: Mapping[str, str]) -> None:
    """Write the number at the left and beside it the address, which may take several lines."""
    left = Length(round(paper.width * _NUMBER_SHARE))
    table = bare_table(paper, 1, (left, Length(paper.width - left)), beside=0)
    number, address = table.rows[0].cells
    said = f"{thai('Number (letter)')}  {fields.get('number', '')}"
    paper.write(number.paragraphs[0], (Run(said),))
    paper.write(address.paragraphs[0], (Run(fields.get("department", "")),))
