"""All answers on one grid: likelihood across, impact upwards, the number in each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.patches import Rectangle

from config.campaign import SCALE
from config.messages import thai
from config.thai import number, thai_digits
from report.charts.canvas import LETTER, WIDTH, Drawing, drawing, sheet
from report.charts.levels import EDGE, PAINTS
from report.rows import Row, rows_of

if TYPE_CHECKING:
    from aggregate.summary import Summary
    from config.campaign import Campaign

_LEFT = 44
_CELL = (62, 56)
_TOP = 6
_HEIGHT = _TOP + 5 * _CELL[1] + 48


def draw_matrix(summary: Summary, campaign: Campaign) -> Drawing:
    """Draw 25 cells in their level's colour, with the number of answers and the level's name."""
    with sheet(_HEIGHT) as (figure, axes):
        for cell in rows_of(summary.risk_matrix):
            _cell(axes, cell, campaign.matrix_levels[cell["level"]])
        _axes_words(axes)
        return drawing(figure, "matrix")


def _corner(likelihood: int, impact: int) -> tuple[float, float]:
    return _LEFT + (likelihood - 1) * _CELL[0], _TOP + (5 - impact) * _CELL[1]


def _cell(axes: Any, cell: Row, level: str) -> None:
    paint = PAINTS[cell["level"]]
    left, top = _corner(cell["likelihood"], cell["impact"])
    axes.add_patch(
        Rectangle((left, top), *_CELL, facecolor=paint.fill, edgecolor="#ffffff", linewidth=2)
    )
    axes.add_patch(
        Rectangle((left + 1, top + 1), _CELL[0] - 2, _CELL[1] - 2, fill=False,
                  edgecolor=EDGE, linewidth=0.5)
    )  # fmt: skip
    middle = left + _CELL[0] / 2
    answers = thai_digits(number(cell["answers"]))
    axes.text(middle, top + 26, answers, ha="center", color=paint.ink,
              fontsize=LETTER + 3, fontweight="bold")  # fmt: skip
    axes.text(middle, top + 45, level, ha="center", color=paint.ink, fontsize=LETTER)


def _axes_words(axes: Any) -> None:
    bottom = _TOP + 5 * _CELL[1]
    for step in SCALE:
        name = thai_digits(str(step))
        axes.text(_corner(step, 1)[0] + _CELL[0] / 2, bottom + 17, name, ha="center",
                  fontsize=LETTER + 1)  # fmt: skip
        axes.text(_LEFT - 10, _corner(1, step)[1] + _CELL[1] / 2 + 5, name, ha="center",
                  fontsize=LETTER + 1)  # fmt: skip
    axes.text(_LEFT + (WIDTH - _LEFT) / 2, bottom + 39, thai("Likelihood →"), ha="center",
              fontweight="bold")  # fmt: skip
    axes.text(14, _TOP + 2.5 * _CELL[1], thai("Impact →"), rotation=90, ha="center", va="center",
              fontweight="bold")  # fmt: skip
