"""Last year's risk as it was published: ``last-year/summary.json`` of the campaign folder.

It is the ``data/summary.json`` of last year's edition, as it stands. What is anything else is not
guessed at: the campaign says what is wrong, and nothing is compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, BaseModel, Field, ValidationError

from config.campaign import FormerKind, LastYear, Level
from config.fiscal_year import fiscal_year_days

# pydantic reads these from here
from decimal import Decimal  # isort: skip

if TYPE_CHECKING:
    from pathlib import Path

    from config.settings import Settings

LAST_YEAR = "last-year/summary.json"
_OF_AN_EDITION = "data/summary.json"
_EDITIONS = "out/editions"
_LARGEST = 1_000_000
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

Few = Literal["<10"]
Count = Annotated[int, Field(ge=0)] | Few
Mean = Annotated[Decimal, Field(ge=1, le=25, decimal_places=2)]


class _Kind(BaseModel):
    kind_id: str
    kind: str
    responses: Count
    mean_score: Mean | None
    level: Level | None


class _Risk(BaseModel):
    respondents: Count
    matrix: str
    kinds: tuple[_Kind, ...]


class _Published(BaseModel):
    as_of: AwareDatetime
    risk: _Risk


def read_last_year(folder: Path, settings: Settings) -> LastYear:
    """Return last year's figures of a campaign folder, or why there are none to compare."""
    path = folder / LAST_YEAR
    try:
        if not path.exists():
            return LastYear()
        content = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    except OSError:
        return LastYear(state="unreadable")
    try:
        published = _Published.model_validate_json(
            content.removeprefix(_BYTE_ORDER_MARK), strict=True
        )
    except ValidationError:
        return LastYear(state="other_shape")
    ids = [kind.kind_id for kind in published.risk.kinds]
    if len(set(ids)) < len(ids) or not all(map(_is_whole, published.risk.kinds)):
        return LastYear(state="other_shape")
    first, last = fiscal_year_days(settings.fiscal_year - 1)
    as_of = published.as_of.astimezone(ZoneInfo(settings.timezone))
    if not first <= as_of.date() <= last:
        return LastYear(state="other_year", as_of=as_of)
    return LastYear(
        state="read",
        as_of=as_of,
        respondents=_shown(published.risk.respondents),
        matrix=published.risk.matrix,
        kinds=tuple(_former(kind) for kind in published.risk.kinds),
    )


def newest_published(folder: Path) -> Path | None:
    """Return the figures of a campaign's newest approved edition; None before the first."""
    return max((folder / _EDITIONS).glob(f"*/{_OF_AN_EDITION}"), default=None)


def _is_whole(kind: _Kind) -> bool:
    """Say whether a kind has all its figures, or hides them all."""
    figures = (kind.mean_score, kind.level)
    if kind.responses == "<10":
        return figures == (None, None)
    return None not in figures


def _shown(count: int | str) -> int | None:
    return count if isinstance(count, int) else None


def _former(kind: _Kind) -> FormerKind:
    return FormerKind(
        kind_id=kind.kind_id,
        kind=kind.kind,
        responses=_shown(kind.responses),
        mean_score=kind.mean_score,
        level=kind.level or "",
    )
