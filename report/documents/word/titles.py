"""The cover of a report, and the title above a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Cm

from report.documents.blocks import Run
from report.documents.word.paper import CENTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from report.documents.blocks import OfficialText
    from report.documents.word.paper import Paper

_ABOVE_THE_TITLE = Cm(6)
_BELOW_THE_TITLE = Cm(7)
_TITLE_OF_A_TABLE = 18.0


def cover(paper: Paper, text: OfficialText) -> None:
    """Write the cover: title and subtitle, below them whose report it is and of when."""
    fields = text.fields
    paper.room(_ABOVE_THE_TITLE)
    _in_the_middle(paper, fields, ("title",), "Title")
    _in_the_middle(paper, fields, ("subtitle",), "Subtitle")
    paper.room(_BELOW_THE_TITLE)
    _in_the_middle(paper, fields, ("department", "date", "data_as_of"))
    paper.new_page()


def table_title(paper: Paper, text: OfficialText) -> None:
    """Write the title of a document that is one table."""
    for field in ("title", "subtitle"):
        if said := text.fields.get(field):
            paper.line(said, _TITLE_OF_A_TABLE, bold=True).alignment = CENTER


def _in_the_middle(
    paper: Paper, fields: Mapping[str, str], names: Iterable[str], style: str | None = None
) -> None:
    for name in names:
        if text := fields.get(name):
            paper.paragraph((Run(text),), style).alignment = CENTER
