"""The four levels as they are painted: told apart in colour, in grey and on a photocopy."""

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
    "low": Paint("#8fcf9f", "", INK),
    "medium": Paint("#ffe27a", "---", INK),
    "high": Paint("#f7a350", "////", INK),
    "very_high": Paint("#b3261e", "", "#ffffff"),
}
EDGE = "#3b4652"
