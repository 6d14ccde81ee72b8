r"""Text in a paragraph: every letter as it is written, ``\n`` as a line break, links to the web."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from config.links import web_address
from config.printable import printable
from report.documents.word.markup import element

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run as WordRun

    from report.documents.blocks import Runs
    from report.documents.word.face import Face

# What an address may hold as it is; with anything else Word calls the file damaged.
_OF_AN_ADDRESS = "%/:?#[]@!$&'()*+,;=~"


def write_runs(
    paragraph: Paragraph, runs: Runs, face: Face, size: float | None = None, *, bold: bool = False
) -> None:
    """Write the runs at the end of a paragraph, in its style but for ``size`` and ``bold``."""
    for run in runs:
        address = web_address(printable(run.link).strip())
        written = paragraph.add_run(printable(run.text).replace("\r\n", "\n"))
        marks = face.marks(size, bold=bold or run.bold, linked=bool(address))
        written.element.insert(0, element("rPr", *marks))
        if address:
            _lead_to(address, written, paragraph)


def _lead_to(address: str, written: WordRun, paragraph: Paragraph) -> None:
    """Put a run into a link."""
    target = quote(address, safe=_OF_AN_ADDRESS)
    link: BaseOxmlElement = element("hyperlink", history=1)
    link.set(
        qn("r:id"),
        paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
    )
    written.element.addprevious(link)
    link.append(written.element)
