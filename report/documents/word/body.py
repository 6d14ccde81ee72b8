"""The text between head and signatures, one kind of block after the other."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from docx.shared import Cm

from report.documents.blocks import Figure, Heading, Item, PageBreak, Paragraph, Run, Table
from report.documents.word.figures import write_figure
from report.documents.word.paper import CENTER, INDENT, spread
from report.documents.word.styles import DEEPEST_HEADING
from report.documents.word.tables import write_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from report.documents.blocks import Block, Layout
    from report.documents.word.paper import Paper

_DEEPER = Cm(1)
_BEFORE = 6.0  # points above a paragraph
_BEFORE_AN_ITEM = 3.0
_MARK = Cm(0.8)
_CORRESPONDENCE = ("memo", "letter")


def write_blocks(paper: Paper, blocks: Sequence[Block], layout: Layout) -> None:
    """Write the blocks in their order; what leads to a figure stays on its page."""
    for block, following in zip_longest(blocks, blocks[1:]):
        _WRITERS[type(block)](paper, block, layout)
        if isinstance(block, Paragraph) and isinstance(following, Figure):
            paper.document.paragraphs[-1].paragraph_format.keep_with_next = True


def _heading(paper: Paper, block: Heading, layout: Layout) -> None:
    level = max(1, min(block.level, DEEPEST_HEADING))
    heading = paper.paragraph(block.runs, f"Heading {level}")
    if layout == "letter":
        heading.alignment = CENTER
    elif layout == "memo":
        heading.paragraph_format.first_line_indent = INDENT


def _paragraph(paper: Paper, block: Paragraph, _layout: Layout) -> None:
    paragraph = paper.paragraph(block.runs)
    paragraph.paragraph_format.space_before = paper.face.length(_BEFORE)
    if not block.plain:
        paragraph.paragraph_format.first_line_indent = INDENT
    spread(paragraph, block.runs)


def _item(paper: Paper, block: Item, layout: Layout) -> None:
    """Write an item: in correspondence its further lines begin at the margin, else below it."""
    runs = (Run(f"{block.mark}\t"), *block.runs) if block.mark else block.runs
    item = paper.paragraph(runs)
    form = item.paragraph_format
    begins = _DEEPER * block.depth + (INDENT if layout in _CORRESPONDENCE else 0)
    form.space_before = paper.face.length(_BEFORE_AN_ITEM)
    form.tab_stops.add_tab_stop(begins + _MARK)
    if layout in _CORRESPONDENCE:
        form.first_line_indent = begins
    else:
        form.left_indent, form.first_line_indent = begins + _MARK, -_MARK
    spread(item, block.runs)


def _table(paper: Paper, block: Table, _layout: Layout) -> None:
    write_table(paper, block)


def _figure(paper: Paper, block: Figure, _layout: Layout) -> None:
    write_figure(paper, block)


def _new_page(paper: Paper, _block: PageBreak, _layout: Layout) -> None:
    paper.new_page()


_WRITERS: Mapping[type[Block], Callable[[Paper, Any, Layout], None]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Item: _item,
    Table: _table,
    Figure: _figure,
    PageBreak: _new_page,
}
