"""Tables: their header on each page, their rows whole, their columns as wide as told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.shared import Length, Pt

from config.width import columns
from report.documents.word.face import TEXT
from report.documents.word.markup import element
from report.documents.word.paper import ALIGNMENTS, CENTER, LEFT
from report.documents.word.styles import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.table import Table as WordTable
    from docx.table import _Row

    from report.documents.blocks import Runs, Table
    from report.documents.word.paper import Paper

LETTERS = 14.0
_ROOM_ABOVE = 4.0
# Space in a cell, in twentieths of a point; without it tone marks touch the line above.
_ABOVE, _BELOW, _BESIDE = 50, 30, 57
_LETTERS_PER_CM = 6.5  # of TH SarabunPSK at 14 points, marks not counted
_LINES_KEPT_WHOLE = 14
"""A row of more lines is broken over two pages: kept whole it would leave half a page empty."""


_FEW_ROWS = 10
_LINES_OF_A_SHORT_TABLE = 12
"""A table of a few rows stays on one page."""
_NEVER_ALONE = 3
"""Of a longer one so many rows end it together: the last alone on a page is nothing to sign."""


def write_table(paper: Paper, table: Table) -> None:
    """Write a table and the line above it."""
    if table.caption:
        caption = paper.line(table.caption, LETTERS, bold=True)
        caption.paragraph_format.space_before = paper.face.length(6)
        caption.paragraph_format.space_after = paper.face.length(2)
        caption.paragraph_format.keep_with_next = True
    else:
        paper.room(paper.face.length(_ROOM_ABOVE)).paragraph_format.keep_with_next = True
    widths = _widths(table.widths, paper.width)
    written = bare_table(paper, 1 + len(table.rows), widths)
    written.style = GRID
    aligns = [ALIGNMENTS[align] for align in table.aligns]
    header, *rows = written.rows
    _fill(paper, header, table.header, [CENTER] * len(widths), bold=True)
    _on_each_page(header)
    lines = [_lines(cells, widths, paper) for cells in table.rows]
    for row, cells, tallest in zip(rows, table.rows, lines, strict=True):
        _fill(paper, row, cells, aligns)
        if tallest <= _LINES_KEPT_WHOLE:
            keep_whole(row)
    is_short = len(rows) <= _FEW_ROWS and sum(lines) <= _LINES_OF_A_SHORT_TABLE
    _keep_together(rows[:-1] if is_short else rows[-_NEVER_ALONE:-1])
    paper.room(paper.face.length(LETTERS / 2))


def bare_table(
    paper: Paper, rows: int, widths: Sequence[Length], *, beside: int = _BESIDE
) -> WordTable:
    """Return an empty table without lines, its columns *and* cells as wide as told.

    ``beside``: the space at the left and right of a cell's text.
    """
    table: WordTable = paper.document.add_table(rows, len(widths))
    table.autofit = False
    properties = table._tbl.tblPr  # noqa: SLF001  # python-docx has no word for these
    for was in properties.findall(qn("w:tblW")):
        properties.remove(was)
    properties.insert_element_before(
        element("tblW", w=round(sum(widths) / Pt(1) * 20), type="dxa"), "w:jc", "w:tblLayout"
    )
    margins = (("top", _ABOVE), ("left", beside), ("bottom", _BELOW), ("right", beside))
    sides = [element(side, w=width, type="dxa") for side, width in margins]
    properties.insert_element_before(element("tblCellMar", *sides), "w:tblLook")
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    return table


def keep_whole(row: _Row) -> None:
    """Let no page end within a row."""
    row._tr.get_or_add_trPr().append(element("cantSplit"))  # noqa: SLF001


def _on_each_page(row: _Row) -> None:
    keep_whole(row)
    row._tr.get_or_add_trPr().append(element("tblHeader"))  # noqa: SLF001
    _keep_together([row])


def _keep_together(rows: Sequence[_Row]) -> None:
    """Let no page end below any of the rows."""
    for row in rows:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _fill(
    paper: Paper,
    row: _Row,
    texts: Sequence[Runs],
    aligns: Sequence[WD_ALIGN_PARAGRAPH],
    *,
    bold: bool = False,
) -> None:
    for cell, runs, align in zip(row.cells, texts, aligns, strict=True):
        paragraph = cell.paragraphs[0]
        if align != LEFT:
            paragraph.alignment = align
        paper.write(paragraph, runs, LETTERS, bold=bold)


def _widths(shares: Sequence[float], width: Length) -> list[Length]:
    return [Length(round(width * share / sum(shares))) for share in shares]


def _lines(cells: Sequence[Runs], widths: Sequence[Length], paper: Paper) -> float:
    """Return about how many lines the tallest cell takes."""
    per_cm = _LETTERS_PER_CM * TEXT / paper.face.size
    written = ("".join(run.text for run in runs) for runs in cells)
    tallest: float = max(
        sum(1 + columns(line) / (per_cm * width.cm) for line in cell.split("\n"))
        for cell, width in zip(written, widths, strict=True)
    )
    return tallest
