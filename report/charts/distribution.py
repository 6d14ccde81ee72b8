"""How the answers of each kind spread over the four levels: what a mean hides."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from matplotlib.patches import Rectangle

from config.campaign import LEVELS, Level
from config.messages import thai
from config.thai import number, thai_digits
from config.width import columns
from report.charts.canvas import LETTER, QUIET, WIDTH, Drawing, drawing, sheet
from report.charts.levels import EDGE, PAINTS
from report.numbers import percent_text
from report.rows import Row, rows_of
from report.typography import lines

if TYPE_CHECKING:
    from aggregate.summary import Summary
    from config.campaign import Campaign

_LEFT = 2
_LENGTH = WIDTH - 2 * _LEFT
_BAR_HEIGHT = 24
_LINE = 18
_ABOVE_BAR = 3
_GAP = 14
_TOP = 30
_COLUMNS = 46
_ROOM_FOR_A_FIGURE = 9.5  # percent of a bar that «๑๒.๓» needs


def draw_distribution(summary: Summary, campaign: Campaign) -> Drawing:
    """Draw a bar of 100 % per kind; in it the share of each level, above it the answers."""
    shares = _shares_by_kind(summary)
    kinds = [(row, _heading(row, campaign)) for row in rows_of(summary.risk)]
    height = _TOP + sum(_height(name) for _, name in kinds)
    with sheet(height) as (figure, axes):
        _legend(axes, campaign)
        top = float(_TOP)
        for kind, name in kinds:
            _kind(axes, name, shares.get(kind["kind_id"], {}), top)
            top += _height(name)
        return drawing(figure, "distribution")


def _height(name: list[str]) -> int:
    return len(name) * _LINE + _ABOVE_BAR + _BAR_HEIGHT + _GAP


def _shares_by_kind(summary: Summary) -> dict[str, dict[Level, float]]:
    shares: dict[str, dict[Level, float]] = defaultdict(dict)
    for row in rows_of(summary.risk_levels):
        if row["percent"] is not None:
            shares[row["kind_id"]][row["level"]] = row["percent"]
    return shares


def _heading(kind: Row, campaign: Campaign) -> list[str]:
    """Return the lines above a bar: the kind, and how many answered, unbroken."""
    names = {kind.id: f"{kind.number}. {kind.name}" for kind in campaign.coi_kinds}
    name = lines(thai_digits(names[kind["kind_id"]]), _COLUMNS)
    if kind["suppressed"]:
        return name
    count = thai_digits(number(kind["responses"]))
    answers = thai("({count} answers)").format(count=count)
    joined = f"{name[-1]} {answers}"
    return [*name[:-1], joined] if columns(joined) <= _COLUMNS else [*name, answers]


def _legend(axes: Any, campaign: Campaign) -> None:
    left = float(_LEFT)
    for level in LEVELS:
        _block(axes, level, (left, 4), (20, 14))
        name = campaign.matrix_levels[level]
        axes.text(left + 25, 16, name)
        left += 25 + 8 * len(name) + 18


def _kind(axes: Any, name: list[str], shares: dict[Level, float], top: float) -> None:
    for line_number, line in enumerate(name, start=1):
        axes.text(_LEFT, top + line_number * _LINE - 4, line)
    below = top + len(name) * _LINE + _ABOVE_BAR
    if not shares:
        axes.text(_LEFT, below + 16, thai("Fewer than ten answers"), color=QUIET)
        return
    left = float(_LEFT)
    for level in LEVELS:
        length = _LENGTH * shares[level] / 100
        _block(axes, level, (left, below), (length, _BAR_HEIGHT))
        if shares[level] >= _ROOM_FOR_A_FIGURE:
            _figure(axes, level, shares[level], (left + length / 2, below + 16.5))
        left += length


def _block(axes: Any, level: Level, corner: tuple[float, float], size: tuple[float, float]) -> None:
    paint = PAINTS[level]
    axes.add_patch(
        Rectangle(corner, *size, facecolor=paint.fill, hatch=paint.hatch, edgecolor=EDGE,
                  linewidth=0.8)
    )  # fmt: skip


def _figure(axes: Any, level: Level, share: float, middle: tuple[float, float]) -> None:
    """Print the share on a plain ground, so that the hatch does not run through the digits."""
    paint = PAINTS[level]
    ground = {"facecolor": paint.fill, "edgecolor": "none", "boxstyle": "square,pad=0.12"}
    axes.text(*middle, thai_digits(percent_text(share)), ha="center", color=paint.ink,
              fontsize=LETTER, fontweight="bold", bbox=ground)  # fmt: skip
