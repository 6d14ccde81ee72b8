"""The nine kinds of conflict of interest, the highest mean score first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.patches import Rectangle

from config.messages import thai
from config.thai import thai_digits
from report.charts.canvas import LETTER, QUIET, Drawing, drawing, sheet
from report.charts.levels import EDGE, PAINTS
from report.numbers import mean_text
from report.ranking import ranked
from report.typography import lines

if TYPE_CHECKING:
    from aggregate.summary import Summary
    from config.campaign import Campaign, Level
    from report.rows import Row

HIGHEST_SCORE = 25
_BAR = (2, 235)  # where bars begin, and how long the highest score would be
_BAR_HEIGHT = 18
_LINE = 18
_ABOVE_BAR = 3
_GAP = 14
_TOP = 26
_COLUMNS = 46


def draw_ranking(summary: Summary, campaign: Campaign) -> Drawing:
    """Draw a bar per kind, its name above it, its mean and level at its end."""
    kinds = [(row, lines(_name(row, campaign), _COLUMNS)) for row in ranked(summary)]
    height = _TOP + sum(_height(name) for _, name in kinds)
    with sheet(height) as (figure, axes):
        _scale(axes, campaign)
        top = float(_TOP)
        for kind, name in kinds:
            _kind(axes, kind, name, top, campaign)
            top += _height(name)
        return drawing(figure, "ranking")


def _height(name: list[str]) -> int:
    return len(name) * _LINE + _ABOVE_BAR + _BAR_HEIGHT + _GAP


def _name(kind: Row, campaign: Campaign) -> str:
    names = {kind.id: f"{kind.number}. {kind.name}" for kind in campaign.coi_kinds}
    return thai_digits(names[kind["kind_id"]])


def _scale(axes: Any, campaign: Campaign) -> None:
    """Print each level's name where it begins."""
    for level, score in _beginnings(campaign).items():
        _boundary(axes, score, 4, 18)
        axes.text(
            _x(score) + 3, 14, campaign.matrix_levels[level], color=QUIET, fontsize=LETTER - 2
        )


def _beginnings(campaign: Campaign) -> dict[Level, int]:
    matrix = campaign.matrix
    return {
        "low": 0,
        "medium": matrix.medium,
        "high": matrix.high,
        "very_high": matrix.very_high,
    }


def _x(score: float) -> float:
    return _BAR[0] + _BAR[1] * score / HIGHEST_SCORE


def _boundary(axes: Any, score: int, top: float, bottom: float) -> None:
    """Draw a light line where a level begins, never through a name."""
    if score:
        axes.plot((_x(score),) * 2, (top, bottom), color="#aeb7c2", linewidth=0.8, zorder=0)


def _kind(axes: Any, kind: Row, name: list[str], top: float, campaign: Campaign) -> None:
    for number, line in enumerate(name, start=1):
        axes.text(_BAR[0], top + number * _LINE - 4, line)
    below = top + len(name) * _LINE + _ABOVE_BAR
    middle = below + _BAR_HEIGHT / 2 + 4.5
    if kind["suppressed"]:
        axes.text(_BAR[0], middle, thai("Fewer than ten answers"), color=QUIET)
        return
    _track(axes, below, campaign)
    _bar(axes, kind, below)
    said = f"{thai_digits(mean_text(kind['mean_score']))} {campaign.matrix_levels[kind['level']]}"
    axes.text(_x(HIGHEST_SCORE) + 7, middle, said, fontweight="bold", fontsize=LETTER + 1)


def _track(axes: Any, top: float, campaign: Campaign) -> None:
    """Draw how far a bar could reach, cut where the levels begin."""
    axes.add_patch(Rectangle((_BAR[0], top), _BAR[1], _BAR_HEIGHT, facecolor="#edf0f4", zorder=0))
    for score in _beginnings(campaign).values():
        _boundary(axes, score, top, top + _BAR_HEIGHT)


def _bar(axes: Any, kind: Row, top: float) -> None:
    length = _x(kind["mean_score"]) - _BAR[0]
    fill = PAINTS[kind["level"]].fill
    axes.add_patch(
        Rectangle(
            (_BAR[0], top), length, _BAR_HEIGHT, facecolor=fill, edgecolor=EDGE, linewidth=0.8
        )
    )
