"""What stands in the margins: the page's number, the mark of a draft, the date of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Length

from report.documents.blocks import Run
from report.documents.word.markup import element
from report.documents.word.paper import RIGHT

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section, _Footer, _Header

    from report.documents.blocks import OfficialText
    from report.documents.word.paper import Paper

_FIRST_PAGE_APART = ("memo", "letter", "report")
_SMALL = 12.0


def write_margins(section: Section, text: OfficialText, paper: Paper) -> None:
    """Write «- ๒ -» and the mark above each page, the date of the data below it.

    The first page of correspondence and a cover carry no number; the cover says its date itself.
    """
    mark, dated = text.fields.get("mark", ""), text.fields.get("data_as_of", "")
    section._sectPr.insert_element_before(  # noqa: SLF001  # python-docx has no word for it
        element("pgNumType", fmt="thaiNumbers"), "w:cols", "w:titlePg", "w:docGrid"
    )
    _head(section.header, paper, mark, numbered=True)
    _foot(section.footer, paper, dated)
    if text.layout in _FIRST_PAGE_APART:
        section.different_first_page_header_footer = True
        _head(section.first_page_header, paper, mark, numbered=False)
        _foot(section.first_page_footer, paper, "" if text.layout == "report" else dated)


def _head(header: _Header, paper: Paper, mark: str, *, numbered: bool) -> None:
    line = header.paragraphs[0]
    stops = line.paragraph_format.tab_stops
    stops.add_tab_stop(Length(paper.width // 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(paper.width, WD_TAB_ALIGNMENT.RIGHT)
    paper.write(line, (Run("\t"),))
    if numbered:
        paper.write(line, (Run("- "),))
        paper.write(line, (Run("๒"),))  # what is shown until Word counts for itself
        _count_pages(line.runs[-1].element)
        paper.write(line, (Run(" -"),))
    paper.write(line, (Run(f"\t{mark}"),), bold=True)


def _count_pages(shown: BaseOxmlElement) -> None:
    """Make a run the number of its page, in Thai digits."""
    field = element("fldSimple", instr=r" PAGE \* THAIARABIC ")
    shown.addprevious(field)
    field.append(shown)


def _foot(footer: _Footer, paper: Paper, dated: str) -> None:
    line = footer.paragraphs[0]
    line.alignment = RIGHT
    paper.write(line, (Run(dated),), _SMALL)
