"""What a sheet of a workbook is, before anybody writes it: headings, kinds and cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Kind = Literal["text", "long", "count", "mean", "percent", "day", "moment", "typed"]
"""``long`` wraps; ``percent`` is 0-100 and has a bar; ``typed`` is for the office to fill in."""

Tone = Literal["good", "under_way", "behind", "alarming", "odd", "quiet"]


class LateDay(NamedTuple):
    """A day beyond the closing day; the cell says so beside the date."""

    day: date


Cell = str | int | float | date | datetime | LateDay | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its cells from top to bottom, and how they look.

    ``tones`` colours cells that say a certain word; ``choices`` offers for each cell the words to
    choose from, if any. ``widest`` wraps a long text sooner than its kind does.
    """

    heading: str
    cells: Sequence[Cell]
    kind: Kind = "text"
    tones: Mapping[str, Tone] = field(default_factory=dict)
    choices: Sequence[tuple[str, ...]] = ()
    widest: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; ``answers`` is the question that it answers, for the first sheet to list.

    ``frozen`` columns on the left stay in sight.
    """

    title: str
    answers: str
    columns: tuple[Column, ...]
    frozen: int = 0


Figures = tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A whole workbook: what its first sheet says, and its sheets.

    ``subject`` is whose it is, ``secret`` who may see it, ``figures`` the labelled figures of the
    first sheet, ``notes`` how to use it. ``created`` makes the bytes repeatable.
    """

    title: str
    subject: str
    secret: str
    dated: str
    figures: Figures
    notes: tuple[str, ...]
    sheets: tuple[Sheet, ...]
    created: datetime
