"""Pictures, each with what it shows in words and the line below it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx.shared import Cm, Length

from config.printable import printable
from report.documents.blocks import Run
from report.documents.garuda import ALTERNATIVE
from report.documents.word.paper import CENTER

if TYPE_CHECKING:
    from docx.shape import InlineShape
    from docx.text.paragraph import Paragraph

    from report.documents.blocks import Figure
    from report.documents.word.paper import Paper

_TALLEST = Cm(19)


def write_figure(paper: Paper, figure: Figure) -> None:
    """Write a picture in the middle; its caption stays on its page."""
    paragraph = paper.paragraph()
    paragraph.alignment = CENTER
    paragraph.paragraph_format.space_before = paper.face.length(6)
    width = Length(round(paper.width * figure.width))
    picture = paragraph.add_run().add_picture(BytesIO(figure.png), width=width)
    _fit(picture)
    picture._inline.docPr.set("descr", printable(figure.alternative))  # noqa: SLF001
    if figure.caption:
        paragraph.paragraph_format.keep_with_next = True
        paper.paragraph((Run(figure.caption),), "Caption").alignment = CENTER


def _fit(picture: InlineShape) -> None:
    """Make a picture that is taller than a page smaller, its shape unchanged."""
    if picture.height > _TALLEST:
        picture.width = Length(round(picture.width * _TALLEST / picture.height))
        picture.height = _TALLEST


def write_garuda(paragraph: Paragraph, png: bytes, side: Length) -> None:
    """Write the office's Garuda within a square of ``side``, its shape unchanged."""
    picture = paragraph.add_run().add_picture(BytesIO(png), height=side)
    if picture.width > side:
        picture.height = Length(round(picture.height * side / picture.width))
        picture.width = side
    picture._inline.docPr.set("descr", ALTERNATIVE)  # noqa: SLF001
