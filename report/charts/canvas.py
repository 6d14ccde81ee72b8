"""A sheet to draw on: Sarabun, no pyplot, and SVG that can stand inside a page twice the same.

A sheet is 360 units wide: on a phone one unit is one pixel, so a letter of 13 stays 13.
"""

from __future__ import annotations

import io
import re
import warnings
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from matplotlib import font_manager, rc_context
from matplotlib.figure import Figure

from config.printable import printable
from report.typeface import BOLD, REGULAR

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTH = 360
UNITS_PER_INCH = 72
_DOTS_PER_INCH = 216  # three dots a unit: some 170 dpi at the width of an A4 text
INK = "#1d2733"
QUIET = "#55606e"
LETTER = 13

_STYLE: Any = {
    "font.family": "Sarabun",
    "font.size": LETTER,
    "svg.fonttype": "none",
    "svg.hashsalt": "rapsap",
    "text.parse_math": False,  # a «$» in a name is a «$»
    "text.color": INK,
    "hatch.linewidth": 0.7,
}
_NO_METADATA = dict.fromkeys(("Date", "Creator", "Format", "Type"))
_VIEW_BOX = re.compile(r'viewBox="([^"]+)"')
_OWN_IDS = re.compile(r'(\bid="|href="#|url\(#)')


@dataclass(frozen=True, slots=True)
class Drawing:
    """The inside of an ``<svg>``; every id in it begins with ``name``; ``figure`` as drawn."""

    name: str
    view_box: str
    markup: Markup
    figure: Figure = field(repr=False, compare=False)


@cache
def _register_fonts() -> None:
    for face in (REGULAR, BOLD):
        font_manager.fontManager.addfont(face)


@contextmanager
def sheet(height: float) -> Iterator[tuple[Figure, Any]]:
    """Give an empty figure of that height and its axes: one unit each way, y downwards."""
    _register_fonts()
    with rc_context(_STYLE):
        figure = Figure(figsize=(WIDTH / UNITS_PER_INCH, height / UNITS_PER_INCH))
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0))
        axes.set_axis_off()
        yield figure, axes


def drawing(figure: Figure, name: str) -> Drawing:
    """Return the figure as the inside of an SVG; the same figure gives the same bytes."""
    written = io.StringIO()
    with warnings.catch_warnings():
        # Text stays text: a browser finds another typeface for what Sarabun lacks.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        figure.savefig(written, format="svg", transparent=True, metadata=_NO_METADATA)
    svg = printable(written.getvalue())
    view_box = _VIEW_BOX.search(svg)
    if view_box is None:
        raise ValueError("matplotlib wrote an SVG without a viewBox")
    inside = svg[svg.index(">", view_box.end()) + 1 : svg.rindex("</svg>")]
    return Drawing(name, view_box[1], Markup(_within_a_page(inside, name)), figure)  # noqa: S704


def as_png(drawn: Drawing) -> bytes:
    """Return the drawing as a picture for documents; the same figure gives the same bytes."""
    written = io.BytesIO()
    with rc_context(_STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        drawn.figure.savefig(written, format="png", dpi=_DOTS_PER_INCH, metadata={"Software": None})
    return written.getvalue()


def _within_a_page(inside: str, name: str) -> str:
    """Return the markup without what would act on the page around it."""
    own = re.sub(r"<metadata>.*?</metadata>", "", inside, flags=re.DOTALL)
    own = re.sub(r"<defs>\s*<style.*?</style>\s*</defs>", "", own, flags=re.DOTALL)
    own = re.sub(r"<!--.*?-->\s*", "", own, flags=re.DOTALL)
    return _OWN_IDS.sub(rf"\g<1>{name}-", own).strip()
