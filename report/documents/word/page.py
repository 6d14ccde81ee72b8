"""The sheet by layout: its sides, and the margins that an office leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docx.enum.section import WD_ORIENTATION
from docx.shared import Cm, Length

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.section import Section

    from report.documents.blocks import Layout

_SHORT, _LONG = Cm(21), Cm(29.7)


class Sides(NamedTuple):
    """Centimetres that stay free, and how far from the edge header and footer begin."""

    top: float
    right: float
    bottom: float
    left: float
    header: float = 0.75
    footer: float = 0.9


SIDES: Mapping[Layout, Sides] = {
    "memo": Sides(1.5, 2, 2, 3),
    "letter": Sides(1.5, 2, 2, 3),
    "report": Sides(2.5, 2, 2, 3, header=1.25),
    "table": Sides(2, 2, 1.8, 2),
}


def set_up(section: Section, layout: Layout, *, landscape: bool) -> Length:
    """Make the section an A4 sheet of that layout; return how wide its text is."""
    sides = SIDES[layout]
    width, height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    section.orientation = WD_ORIENTATION.LANDSCAPE if landscape else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = width, height
    section.top_margin, section.bottom_margin = Cm(sides.top), Cm(sides.bottom)
    section.left_margin, section.right_margin = Cm(sides.left), Cm(sides.right)
    section.header_distance, section.footer_distance = Cm(sides.header), Cm(sides.footer)
    return Length(width - Cm(sides.left) - Cm(sides.right))
