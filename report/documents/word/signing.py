"""Those who sign: room for the hand, the name below it; no page ends in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.shared import Length, Pt

from report.documents.blocks import Run
from report.documents.word.markup import element
from report.documents.word.paper import CENTER
from report.documents.word.tables import bare_table, keep_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    from report.documents.blocks import Signature
    from report.documents.word.paper import Paper

_A_HAND = ("", "", "")
"""Empty lines for a signature."""
_UNKNOWN_NAME = "." * 40
_DAY_MONTH_YEAR = "......../......../........"
_SIDES = ("top", "left", "bottom", "right")

Row = tuple["Signature | None", "Signature | None"]


def write_signatures(paper: Paper, signatures: Sequence[Signature]) -> None:
    """Write who signs: the first at the right, then two by two; orders each in a frame."""
    if len(signatures) == 1 and not signatures[0].order:
        _at_the_right(paper, signatures[0])
    elif signatures:
        _side_by_side(paper, list(_rows(signatures)))


def below_each_other(paper: Paper, lines: Iterable[Paragraph]) -> None:
    """Set lines in the middle of the page's right half, on one page."""
    for line in lines:
        line.alignment = CENTER
        line.paragraph_format.left_indent = Length(paper.width // 2)
        line.paragraph_format.keep_with_next = True


def _lines(signature: Signature) -> tuple[str, ...]:
    """Return what stands below the hand; a name is in brackets, once."""
    name = signature.name.strip().removeprefix("(").removesuffix(")") or _UNKNOWN_NAME
    return (f"({name})", *signature.position.split("\n"))


def _at_the_right(paper: Paper, signature: Signature) -> None:
    lines = [paper.line(text) for text in (*_A_HAND, *_lines(signature))]
    below_each_other(paper, lines)
    lines[-1].paragraph_format.keep_with_next = False


def _rows(signatures: Sequence[Signature]) -> Iterator[Row]:
    """Yield left and right; one that stands alone stands at the right."""
    first, *others = signatures
    yield None, first
    for place in range(0, len(others), 2):
        left, *right = others[place : place + 2]
        yield (left, right[0]) if right else (None, left)


def _side_by_side(paper: Paper, rows: Sequence[Row]) -> None:
    for row in rows:
        paper.room(paper.face.length(8)).paragraph_format.keep_with_next = True
        half = Length(paper.width // len(row))
        written = bare_table(paper, 1, [half] * len(row)).rows[0]
        keep_whole(written)
        for cell, signature in zip(written.cells, row, strict=True):
            if signature:
                _write_in(cell, signature, paper)
    paper.room(Pt(1))  # a document ends with a paragraph


def _write_in(cell: _Cell, signature: Signature, paper: Paper) -> None:
    below = _lines(signature)
    if signature.order:
        _frame(cell)
        paper.write(cell.paragraphs[0], (Run(signature.order),))
        below = (*below, _DAY_MONTH_YEAR)
    for text in (*_A_HAND, *below):
        line = cell.add_paragraph()
        line.alignment = CENTER
        paper.write(line, (Run(text),))
    for line in cell.paragraphs[:-1]:
        line.paragraph_format.keep_with_next = True


def _frame(cell: _Cell) -> None:
    lines = [element(side, val="single", sz=4, space=0, color="auto") for side in _SIDES]
    borders = element("tcBorders", *lines)
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001  # python-docx has no word for it
