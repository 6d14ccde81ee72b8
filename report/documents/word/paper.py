"""The paper that is written on, and paragraphs as officials set them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.shared import Cm, Length, Pt

from report.documents.blocks import Run
from report.documents.word.text import write_runs

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from report.documents.blocks import Runs
    from report.documents.word.face import Face

LEFT, CENTER, RIGHT = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
)
ALIGNMENTS = {"left": LEFT, "center": CENTER, "right": RIGHT}
INDENT = Cm(2.5)
"""Where the first line of a paragraph begins."""
# Thai spreads a full line over its width; one that ends early would be pulled apart.
_ENDS_EARLY = re.compile(r"[\n\r]|[^\s\u0e00-\u0e7f]{24}")


@dataclass(frozen=True, slots=True)
class Paper:
    """A document in work: its typeface, and how wide its text is."""

    document: Document
    face: Face
    width: Length

    def paragraph(self, runs: Runs = (), style: str | None = None) -> Paragraph:
        """Return a new paragraph in one of the styles, at the left."""
        paragraph = self.document.add_paragraph(style=style)
        self.write(paragraph, runs)
        return paragraph

    def line(self, text: str, size: float | None = None, *, bold: bool = False) -> Paragraph:
        """Return a new paragraph of one text."""
        paragraph = self.document.add_paragraph()
        self.write(paragraph, (Run(text),), size, bold=bold)
        return paragraph

    def write(
        self, paragraph: Paragraph, runs: Runs, size: float | None = None, *, bold: bool = False
    ) -> None:
        """Write at the end of a paragraph, in its style but for ``size`` and ``bold``."""
        write_runs(paragraph, runs, self.face, size, bold=bold)

    def room(self, height: Length) -> Paragraph:
        """Leave an empty room of a height, for a picture or a hand."""
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        paragraph.paragraph_format.line_spacing = height
        return paragraph

    def new_page(self) -> None:
        """Let what follows begin on a new page, whatever it is."""
        paragraph = self.room(Pt(1))
        paragraph.paragraph_format.page_break_before = True


def spread(paragraph: Paragraph, runs: Runs) -> None:
    """Spread the lines over the width, as Thai is set, unless one of them ends early."""
    ragged = _ENDS_EARLY.search("".join(run.text for run in runs))
    paragraph.alignment = LEFT if ragged else WD_ALIGN_PARAGRAPH.THAI_JUSTIFY
