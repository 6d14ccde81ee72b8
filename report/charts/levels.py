"""The four levels as they are painted: darker with each level, so grey copies tell them too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.charts.canvas import INK

if TYPE_CHECKING:
    from config.campaign import Level


@dataclass(frozen=True, slots=True)
class Paint:
    """A fill, its hatch, and the ink that reads on it with a contrast of at least 4.5."""

    fill: str
    hatch: str
    ink: str


PAINTS: dict[Level, Paint] = {
    "low": Paint("#c9ebcc", "", INK),
    "medium": Paint("#f2c744", "---", INK),
    "high": Paint("#e8842f", "////", INK),
    "very_high": Paint("#a3201a", "", "#ffffff"),
}
EDGE = "#3b4652"
