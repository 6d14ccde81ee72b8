"""What the next year's campaign begins with of this one's tables, row by row.

A table that is not named here is left behind: answers, people, head-counts and decisions belong to
their year, and personal data go no further than they must (domain.md §7).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from config.fiscal_year import moved_day, moved_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from config.rows import TableRow

Values = dict[str, Any]
Rows = tuple[Values, ...]

_DAY_OF_MONTH = re.compile(r"[๐-๙0-9]{1,2} (?=[ก-์.]+ (?:[๐-๙]{4}|\d{4}))")


@dataclass(frozen=True)
class Move:
    """From a campaign of fiscal year ``year`` (พ.ศ.) to one of ``years`` later."""

    year: int
    years: int

    def text(self, text: str) -> str:
        """Return a text with the campaign's years moved."""
        return moved_text(text, year=self.year, years=self.years)

    def day(self, day: date) -> date:
        """Return the same day in the new year."""
        return moved_day(day, self.years)


def carried(name: str, rows: Iterable[TableRow], move: Move) -> Rows:
    """Return the rows of the table ``name`` for the new campaign."""
    rule = _RULES.get(name)
    return rule(tuple(row.values for row in rows), move) if rule else ()


def _as_they_stand(rows: Rows, _move: Move) -> Rows:
    return rows


def _newest_unconfirmed(rows: Rows, move: Move) -> Rows:
    """Give each notice one version again: its first day moved, its file yet to be published."""
    first_by_id: dict[str, Values] = {}
    for values in rows:
        first_by_id.setdefault(values["id"], values)
    return tuple(
        {
            "id": values["id"],
            "title": move.text(values["title"]),
            "short_title": move.text(values["short_title"]),
            "version": "1",
            "since": move.day(values["since"]),
            "change": "first",
            "verified": False,
        }
        for values in first_by_id.values()
    )


def _as_drafts(rows: Rows, move: Move) -> Rows:
    """Keep what is to be done; what was done last year is gone, and somebody must read the rest."""
    return tuple(_draft(values, move) for values in rows)


def _draft(values: Values, move: Move) -> Values:
    kept = {
        name: move.text(value) if isinstance(value, str) and name != "id" else value
        for name, value in values.items()
        if name not in {"result", "suggestion"}
    }
    if "period" in kept:
        kept["period"] = _DAY_OF_MONTH.sub("", kept["period"])
    return kept | {"draft": True}


def _events_as_drafts(rows: Rows, move: Move) -> Rows:
    """Keep the events for the working group to judge again; their dates were last year's."""
    return tuple(
        {name: value for name, value in _draft(values, move).items() if name != "due"}
        for values in rows
    )


def _without_scores(rows: Rows, _move: Move) -> Rows:
    """Keep what is scored; the scores are those of another year."""
    gone = {"score", "level", "source"}
    return tuple({n: value for n, value in row.items() if n not in gone} for row in rows)


def _unconfirmed(rows: Rows, _move: Move) -> Rows:
    return tuple(values | {"verified": False} for values in rows)


_RULES: dict[str, Callable[[Rows, Move], Rows]] = {
    "agencies": _as_they_stand,
    "aliases": _as_they_stand,
    "staff_types": _as_they_stand,
    "notices": _newest_unconfirmed,
    "ita_scores": _without_scores,
    "guidelines": _as_drafts,
    "measures": _as_drafts,
    "events": _events_as_drafts,
    "oit": _as_they_stand,
    "signatories": _unconfirmed,
}
