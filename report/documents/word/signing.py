"""Those who sign: an empty room for the hand, the name below it, never torn apart by a page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from docx.shared import Length, Pt

from report.documents.blocks import Run
from report.documents.word.paper import CENTER, LEFT
from report.documents.word.tables import bare_table, keep_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    from report.documents.blocks import Signature
    from report.documents.word.paper import Paper

_SIDE_BY_SIDE = 2
_A_HAND = 3
"""Empty lines for a signature."""


def write_signatures(paper: Paper, signatures: Iterable[Signature]) -> None:
    """Write who signs, at the right; those who decide two by two, each in a box."""
    for decides, group in groupby(signatures, key=lambda signature: bool(signature.order)):
        if decides:
            _boxes(paper, tuple(group))
        else:
            for signature in group:
                _at_the_right(paper, signature)


def below_each_other(paper: Paper, lines: Iterable[Paragraph]) -> None:
    """Set lines in the middle of the page's right half, on one page."""
    for line in lines:
        line.alignment = CENTER
        line.paragraph_format.left_indent = Length(paper.width // 2)
        line.paragraph_format.keep_with_next = True


def signed_name(name: str) -> str:
    """Return the name as it stands below a signature: in brackets, once."""
    return name if name.startswith("(") and name.endswith(")") else f"({name})"


def _at_the_right(paper: Paper, signature: Signature) -> None:
    texts = [*[""] * _A_HAND, signed_name(signature.name), *signature.position.split("\n")]
    lines = [paper.line(text) for text in texts]
    below_each_other(paper, lines)
    lines[-1].paragraph_format.keep_with_next = False


def _boxes(paper: Paper, signatures: Sequence[Signature]) -> None:
    paper.room(paper.face.length(24))
    rows = -(-len(signatures) // _SIDE_BY_SIDE)
    half = Length(paper.width // _SIDE_BY_SIDE)
    table = bare_table(paper, rows, [half] * _SIDE_BY_SIDE)
    for row in table.rows:
        keep_whole(row)
    cells = [cell for row in table.rows for cell in row.cells]
    for cell, signature in zip(cells, signatures, strict=False):
        _box(paper, cell, signature)
    paper.room(Pt(1))  # a document ends with a paragraph


def _box(paper: Paper, cell: _Cell, signature: Signature) -> None:
    order = cell.paragraphs[0]
    order.alignment = LEFT
    paper.write(order, (Run(signature.order),))
    name = [signed_name(signature.name), *signature.position.split("\n")]
    for text in (*[""] * _A_HAND, *name):
        line = cell.add_paragraph()
        line.alignment = CENTER
        paper.write(line, (Run(text),))
