r"""Tables of a text, of ``|`` and ``-``: as many dashes, as wide the column.

::

    | ลำดับ | เรื่อง          | ร้อยละ |
    |:---:|---------------|-----:|
    | ๑   | การลงนามรับทราบ | ๙๔.๗ |
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from config.messages import _
from report.documents.blocks import Table
from report.documents.mistakes import Mistake
from report.documents.runs import lines_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from report.documents.blocks import Align, Runs

_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")


def table(tokens: Sequence[Token], lines: Sequence[str], caption: str = "") -> Table:
    """Return the table of these tokens, from its opening to its closing one.

    ``lines`` are the whole text's: how wide a column is, only they say. Raises `Mistake` for a
    row with more or fewer cells than the header: Markdown would drop what is too much.
    """
    cells: list[list[Runs]] = []
    for token in tokens:
        if token.type == "tr_open":
            cells.append([])
            _refuse_odd_row(lines, token, tokens[0])
        elif token.type == "inline":
            cells[-1].append(_one_cell(lines_of(token.children or [])))
    marks = _cells_of(lines[_first_line(tokens[0]) + 1])
    return Table(
        header=tuple(cells[0]),
        rows=tuple(map(tuple, cells[1:])),
        widths=tuple(mark.count("-") / sum(m.count("-") for m in marks) for mark in marks),
        aligns=tuple(map(_align, marks)),
        caption=caption,
    )


def _first_line(token: Token) -> int:
    return token.map[0] if token.map else 0


def _cells_of(line: str) -> list[str]:
    return _BETWEEN_CELLS.split(line.strip().removeprefix("|").removesuffix("|"))


def _refuse_odd_row(lines: Sequence[str], row: Token, whole: Token) -> None:
    line, header = lines[_first_line(row)], lines[_first_line(whole)]
    given, wanted = len(_cells_of(line)), len(_cells_of(header))
    if given != wanted:
        raise Mistake(
            _("this row of the table has {given} cells, its header {wanted}").format(
                given=given, wanted=wanted
            ),
            _("separate cells with | ; a | within a cell is written \\|"),
            near=line,
        )


def _one_cell(lines: Sequence[Runs]) -> Runs:
    return lines[0] if lines else ()


def _align(mark: str) -> Align:
    begins, ends = mark.strip().startswith(":"), mark.strip().endswith(":")
    if begins and ends:
        return "center"
    return "right" if ends else "left"
