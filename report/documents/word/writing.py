"""An official text as a Word file."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx

from report.documents.blocks import Item, Paragraph, Run
from report.documents.word.body import write_blocks
from report.documents.word.face import TEXT, Face
from report.documents.word.letter import letter_head
from report.documents.word.margins import write_margins
from report.documents.word.memo import memo_head
from report.documents.word.package import package
from report.documents.word.page import set_up
from report.documents.word.paper import INDENT, Paper
from report.documents.word.sheet import dressed_sheet
from report.documents.word.signing import below_each_other, write_signatures
from report.documents.word.titles import cover, table_title

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from report.documents.blocks import Layout, OfficialText

HEADS: Mapping[Layout, Callable[[Paper, OfficialText], None]] = {
    "memo": memo_head,
    "letter": letter_head,
    "report": cover,
    "table": table_title,
}


def as_word(text: OfficialText, *, font: str = "TH SarabunPSK", size: float = TEXT) -> bytes:
    """Return the text as DOCX; sizes of heads and labels go along with ``size``."""
    face = Face(font, size)
    document = docx.Document(BytesIO(dressed_sheet(face)))
    section = document.sections[0]
    paper = Paper(document, face, set_up(section, text.layout, landscape=text.landscape))
    write_margins(section, text, paper)
    HEADS[text.layout](paper, text)
    write_blocks(paper, text.blocks, text.layout)
    _close(paper, text)
    return package(document, text.fields.get("title") or text.fields.get("subject") or text.name)


def _close(paper: Paper, text: OfficialText) -> None:
    """Write the closing, who signs, and whom to ask; the text's last paragraph stays with them."""
    if text.blocks and isinstance(text.blocks[-1], Paragraph | Item) and text.signatures:
        paper.document.paragraphs[-1].paragraph_format.keep_with_next = True
    if closing := text.fields.get("closing"):
        line = paper.line(closing)
        line.paragraph_format.space_before = paper.face.length(12)
        if text.layout == "memo":
            line.paragraph_format.first_line_indent = INDENT
        else:
            below_each_other(paper, [line])
    write_signatures(paper, text.signatures)
    if contact := text.fields.get("contact"):
        paper.room(paper.face.length(TEXT))
        paper.paragraph((Run(contact),)).paragraph_format.keep_together = True
