"""Day by day: people who completed all notices, in all and new each day, and self-assessments."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from config.messages import thai
from config.months import day_and_month
from config.thai import number, thai_digits
from report.charts.canvas import INK, LETTER, QUIET, WIDTH, Drawing, drawing, sheet
from report.rows import Row, rows_where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aggregate.summary import Summary
    from config.campaign import Campaign

ACCENT, PALE, SECOND, GRID = "#17406d", "#c9d8ea", "#8a5a00", "#d7dce3"
_LEFT, _RIGHT = 46, WIDTH - 12
_TITLE = 28
_PANELS = {"completed_so_far": 130, "completed": 62, "assessed": 62}
_GAP = 16
_DATES = 24
_HEIGHT = sum(_PANELS.values()) + len(_PANELS) * (_TITLE + _GAP) + _DATES
_NICE = (1, 2, 3, 4, 5, 6, 8)
_BETWEEN_DATES = 62


def draw_timeline(summary: Summary, campaign: Campaign) -> Drawing | None:
    """Draw three panels over the same days; None before the opening.

    The days reach to the newest answer or the closing day, whichever is later.
    """
    days = rows_where(
        summary.timeline, lambda row: row["scope"] == "province" and row["day"] is not None
    )
    if not days:
        return None
    span = _Span(campaign.window.opens, max(days[-1]["day"], campaign.window.closes))
    with sheet(_HEIGHT) as (figure, axes):
        top = float(_TITLE)
        for column, height in _PANELS.items():
            _panel(axes, days, column, span, (top, height))
            top += height + _GAP + _TITLE
        bottom = top - _GAP - _TITLE
        _deadline(axes, span, campaign.window.closes, bottom)
        _dates(axes, span, bottom)
        return drawing(figure, "timeline")


class _Span:
    """The days across, and where each stands."""

    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self.count = (last - first).days + 1
        self.step = (_RIGHT - _LEFT) / self.count

    def left_of(self, day: date) -> float:
        return _LEFT + (day - self.first).days * self.step


def _panel(
    axes: Any, days: Sequence[Row], column: str, span: _Span, place: tuple[float, float]
) -> None:
    """Draw one measure between its top and its height, with its name above."""
    top, height = place
    highest = _nice_above(max(row[column] for row in days))
    bottom = top + height
    names = {
        "completed_so_far": thai("People who acknowledged all notices, in all"),
        "completed": thai("New each day (people)"),
        "assessed": thai("Self-assessments each day (people)"),
    }
    axes.text(2, top - 13, names[column], fontweight="bold")
    for value in (highest, highest // 2, 0) if highest > 1 else (highest, 0):
        level = bottom - height * value / highest
        axes.plot((_LEFT, _RIGHT), (level, level), color=GRID, linewidth=0.8, zorder=0)
        axes.text(_LEFT - 5, level + 4, thai_digits(number(value)), ha="right", color=QUIET,
                  fontsize=LETTER - 1)  # fmt: skip
    lefts = [span.left_of(row["day"]) for row in days]
    heights = [height * row[column] / highest for row in days]
    if column == "completed_so_far":
        _rising(axes, lefts, heights, bottom, span)
    else:
        colour = ACCENT if column == "completed" else SECOND
        axes.bar(lefts, [-each for each in heights], width=span.step * 0.82, bottom=bottom,
                 align="edge", color=colour)  # fmt: skip


def _rising(
    axes: Any, lefts: list[float], heights: list[float], bottom: float, span: _Span
) -> None:
    """Draw the sum as a stair, each day to its end."""
    across = [*lefts, lefts[-1] + span.step]
    upwards = [bottom - each for each in (*heights, heights[-1])]
    axes.fill_between(across, upwards, bottom, step="post", color=PALE, linewidth=0)
    axes.step(across, upwards, where="post", color=ACCENT, linewidth=1.8)


def _deadline(axes: Any, span: _Span, closes: date, bottom: float) -> None:
    """Draw the end of the closing day through all panels, its date beside it."""
    end = span.left_of(closes + timedelta(days=1))
    axes.plot((end, end), (_TITLE - 4, bottom), color=INK, linewidth=1.2, linestyle=(0, (4, 3)))
    side = {"ha": "right", "x": end - 5} if end > WIDTH / 2 else {"ha": "left", "x": end + 5}
    said = thai("Closing day {day}").format(day=thai_digits(day_and_month(closes)))
    axes.text(y=_TITLE + _PANELS["completed_so_far"] - 9, s=said, **side)


def _dates(axes: Any, span: _Span, bottom: float) -> None:
    """Print as many days below as have room."""
    every = max(1, -(-_BETWEEN_DATES // max(span.step, 0.1)))
    for place in range(0, span.count, int(every)):
        day = span.first + timedelta(days=place)
        middle = span.left_of(day) + span.step / 2
        axes.plot((middle, middle), (bottom, bottom + 4), color=QUIET, linewidth=0.8)
        axes.text(max(middle, 20), bottom + 19, thai_digits(day_and_month(day)), ha="center",
                  color=QUIET, fontsize=LETTER - 1)  # fmt: skip


def _nice_above(value: int) -> int:
    """Return the smallest round number that is not below the value, at least 1."""
    magnitude = 1
    while True:
        for step in _NICE:
            if step * magnitude >= value:
                return step * magnitude
        magnitude *= 10
