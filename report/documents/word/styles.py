"""The styles of a document: Word's own names, so that navigation and editing work as usual."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt

from report.documents.word.face import TEXT
from report.documents.word.markup import element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.styles.styles import Styles

    from report.documents.word.face import Face

DEEPEST_HEADING = 9
GRID = "Table Grid"
SMALL = 12.0
_SIZES = {
    "Normal": TEXT,
    "Title": 24.0,
    "Subtitle": 20.0,
    "Heading 1": 18.0,
    "Caption": 14.0,
    "Header": TEXT,
    "Footer": SMALL,
}
_BOLD = ("Title", "Subtitle")
_BEFORE_A_HEADING = 8.0


def dress(document: Document, face: Face) -> None:
    """Give the styles that are used our typeface, its sizes and the spacing of officials."""
    styles = document.styles
    _drop_table_styles(styles)
    _say_once(styles, face)
    for name in _SIZES:
        _strip(styles, name, face, bold=name in _BOLD)
    for level in range(1, DEEPEST_HEADING + 1):
        style = _strip(styles, f"Heading {level}", face, bold=True)
        style.paragraph_format.space_before = face.length(_BEFORE_A_HEADING)
        style.paragraph_format.keep_with_next = True
    face.overrule(styles.element)


def _drop_table_styles(styles: Styles) -> None:
    """Leave the tables' styles that are ours: the others are nine tenths of an empty document."""
    for style in list(styles.element.style_lst):
        if style.type == WD_STYLE_TYPE.TABLE and not style.default and style.name_val != GRID:
            styles.element.remove(style)


def _say_once(styles: Styles, face: Face) -> None:
    """Say for the whole document: the typeface, that it is Thai, no space between paragraphs."""
    language = element("lang", val="en-US", eastAsia="en-US", bidi="th-TH")
    run = element("rPr", face.fonts(), *face.marks(TEXT), language)
    spacing = element("spacing", before=0, after=0, line=240, lineRule="auto")
    defaults = element(
        "docDefaults",
        element("rPrDefault", run),
        element("pPrDefault", element("pPr", spacing)),
    )
    styles.element.replace(styles.element.find(qn("w:docDefaults")), defaults)


def _strip(styles: Styles, name: str, face: Face, *, bold: bool) -> ParagraphStyle:
    """Take colour, frames, stops and spacing off a style of Word's, and set its letters."""
    style = cast("ParagraphStyle", styles[name])
    for was in style.element.findall(qn("w:rPr")):
        style.element.remove(was)
    for paragraph in style.element.findall(qn("w:pPr")):
        for name_of_it in ("w:pBdr", "w:tabs"):
            for said in paragraph.findall(qn(name_of_it)):
                paragraph.remove(said)
    marks = face.marks(_SIZES.get(name, TEXT), bold=bold)
    style.element.append(element("rPr", face.fonts(), *marks))
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    return style
