"""How the cells of a workbook look: one format per kind, one per tone, and the widths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from config.messages import thai

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook


FONT = {"font_name": "Tahoma", "font_size": 10}
"""On every Windows, with Thai letters; what it lacks elsewhere is not much wider."""

INK, SECRET = "#17406D", "#8E1B12"
BAR = "#8DB4DC"
# Thai digits and the Buddhist calendar; the cell itself holds a number (thai-output.md).
COUNT, MEAN, PERCENT = "[$-D00041E]#,##0", "[$-D00041E]0.00", "[$-D00041E]0.0"
DAY = "[$-D07041E]d mmm yyyy"
MOMENT = "[$-D07041E]d mmm yyyy hh:mm"
_LINES = {"border": 1, "border_color": "#C3CAD3"}
_TONES = {
    "good": {"bg_color": "#D5EEDB", "font_color": "#0F4A22"},
    "under_way": {"bg_color": "#FFF1C9", "font_color": "#5C4300"},
    "behind": {"bg_color": "#FBDAD5", "font_color": "#7C120B"},
    "alarming": {"bg_color": "#B3261E", "font_color": "#FFFFFF"},
    "odd": {"bg_color": "#EADCF4", "font_color": "#4B1F6B"},
    "quiet": {"bg_color": "#E9ECF0", "font_color": "#3D4753"},
}


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of one workbook: by the kind of a column, by tone, and a table's thin lines.

    A tone is laid over a cell whose word tells the same without colour.
    """

    cells: dict[str, Format]
    tones: dict[str, Format]
    frame: dict[str, Any]

    @classmethod
    def of(cls, workbook: Workbook) -> Looks:
        """Return the formats, made known to the workbook."""
        return cls(
            {name: workbook.add_format(FONT | look) for name, look in _cell_looks().items()},
            {tone: workbook.add_format(_LINES | look) for tone, look in _TONES.items()},
            {"type": "no_errors", "format": workbook.add_format(_LINES)},
        )


def _cell_looks() -> dict[str, dict[str, Any]]:
    top = {"valign": "top", "align": "left", "indent": 1}
    figure = {"valign": "top"}
    line = {"valign": "vcenter", "align": "left", "indent": 1}
    head = {"bold": True, "text_wrap": True, "bottom": 2, "valign": "vcenter", "border": 1}
    late = DAY + '" ({late})"'.format(late=thai("after the closing day"))
    return {
        "text": top | {"num_format": "@"},
        "long": top | {"num_format": "@", "text_wrap": True},
        "count": figure | {"num_format": COUNT},
        "mean": figure | {"num_format": MEAN},
        "percent": figure | {"num_format": PERCENT},
        "day": top | {"num_format": DAY, "align": "left"},
        "late": top | {"num_format": late, "align": "left", "italic": True},
        "moment": top | {"num_format": MOMENT, "align": "left"},
        "typed": top | {"num_format": "@", "text_wrap": True, "bg_color": "#FFFBE6"},
        "head": head | {"bg_color": "#DDE7F0", "font_color": INK, "border_color": "#9FB0C3"},
        "typed head": head | {"bg_color": "#FFE28A", "border_color": "#B39B45"},
        "title": line | {"font_size": 16, "bold": True, "font_color": INK},
        "subject": top | {"font_size": 11, "text_wrap": True},
        "secret": line | {"font_size": 12, "bold": True, "font_color": SECRET},
        "label": top | {"bold": True},
        "note": top | {"text_wrap": True},
        "fact": top | {"align": "left", "num_format": COUNT},
        "fact percent": top | {"align": "left", "num_format": PERCENT},
        "link": top | {"font_color": "#0B57A4", "underline": 1},
    }


def data_bar() -> dict[str, Any]:
    """Return the bar of a percentage; what lies beyond all is a full bar."""
    return {
        "type": "data_bar", "data_bar_2010": True, "bar_solid": True, "bar_color": BAR,
        "min_type": "num", "min_value": 0, "max_type": "num", "max_value": 100,
    }  # fmt: skip
