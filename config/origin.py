"""What a new campaign is made from: the template, or last year's campaign."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from config.carrying import Move
from config.fiscal_year import TEMPLATE_YEAR

TEMPLATE = Path(__file__).parent / "template"


@dataclass(frozen=True)
class Origin:
    """A campaign folder, and for which fiscal year (พ.ศ.) it is."""

    folder: Path
    year: int

    def move_to(self, year: int) -> Move | None:
        """Return what has to move, or None where the template is wanted as it is."""
        as_it_is = self == THE_TEMPLATE and year == self.year
        return None if as_it_is else Move(self.year, year - self.year)


THE_TEMPLATE = Origin(TEMPLATE, TEMPLATE_YEAR)
