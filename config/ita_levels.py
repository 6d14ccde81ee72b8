"""The level of an ITA result, by the scale of the score's own fiscal year (domain.md §4).

A year is a line here once its scale is known; of another year nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from config.campaign import ItaScore

TOTAL, INSTRUMENTS = "total", ("iit", "eit", "oit")
"""The rows of the sheet «คะแนน ITA» that a level is made from."""


@dataclass(frozen=True, slots=True)
class Band:
    """A level: the total from ``total`` on (and below ``below``, where nothing higher fits).

    Where ``each`` is given, exactly ``falling_short`` of the three instruments lie below it.
    """

    level: str
    total: Decimal
    below: Decimal | None = None
    each: Decimal | None = None
    falling_short: int = 0


_BY_LETTER = tuple(
    Band(level, Decimal(begin))
    for level, begin in (
        ("AA", 95), ("A", 85), ("B", 75), ("C", 65), ("D", 55), ("E", 50), ("F", 0),
    )
)  # fmt: skip
_BY_PASSING = (
    Band("ผ่านดีเยี่ยม", Decimal(95), each=Decimal(95)),
    Band("ผ่านดี", Decimal(85), each=Decimal(85)),
    Band("ผ่าน", Decimal(85), each=Decimal(85), falling_short=1),
    Band("ต้องปรับปรุง", Decimal(70), below=Decimal(85)),
    Band("ต้องปรับปรุงโดยด่วน", Decimal(0), below=Decimal(70)),
)
# From the first fiscal year to the last; None: until another scale is known. Which of the two
# FY2566 was judged by is not known.
_SCALES: tuple[tuple[int, int | None, tuple[Band, ...]], ...] = (
    (2565, 2565, _BY_LETTER),
    (2567, None, _BY_PASSING),
)


def level_by_rule(scores: Sequence[ItaScore], year: int) -> str:
    """Return the level of the total; "" where scale or scores do not say one."""
    known = {row.id: row.score for row in scores if row.score is not None}
    total = known.get(TOTAL)
    if total is None:
        return ""
    return next((band.level for band in _scale(year) if _fits(band, total, known)), "")


def _scale(year: int) -> tuple[Band, ...]:
    return next(
        (bands for first, last, bands in _SCALES if first <= year and (not last or year <= last)),
        (),
    )


def _fits(band: Band, total: Decimal, known: Mapping[str, Decimal]) -> bool:
    if total < band.total or (band.below is not None and total >= band.below):
        return False
    if band.each is None:
        return True
    each = [known[instrument] for instrument in INSTRUMENTS if instrument in known]
    short = sum(score < band.each for score in each)
    return len(each) == len(INSTRUMENTS) and short == band.falling_short
