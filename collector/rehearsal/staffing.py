"""How large each agency is, and how far it will get: uneven, as agencies are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from config.campaign import Campaign

Destiny = Literal["in_progress", "complete", "over", "undeclared", "not_started"]

# By rank of size, the largest first; every rank not named is in progress.
_DESTINY_BY_RANK: dict[int, Destiny] = {
    2: "complete", 4: "undeclared", 6: "complete", 8: "over", 11: "complete", 14: "complete",
    17: "undeclared", 19: "not_started", 22: "complete", 25: "complete", 29: "complete",
    32: "complete",
}  # fmt: skip
_EACH_SMALLER_BY = 0.87
_EACH_AT_LEAST = 7


@dataclass(frozen=True, slots=True)
class Staffing:
    """One agency of the rehearsal: its people, its destiny and the share that answers."""

    agency: str
    people: int
    destiny: Destiny
    answering: float


def staff_agencies(campaign: Campaign, people: int, rng: Random) -> list[Staffing]:
    """Return the agencies from the largest (about 12 % of all) to the smallest (about 10 people).

    With fewer than a thousand people the smallest shrink in proportion.
    """
    ids = [agency.id for agency in campaign.agencies]
    rng.shuffle(ids)
    sizes = _sizes(len(ids), people)
    return [
        Staffing(agency, size, destiny, _answering(destiny, rng))
        for agency, size, destiny in zip(ids, sizes, _destinies(len(ids)), strict=True)
    ]


def _destinies(agencies: int) -> list[Destiny]:
    return [_DESTINY_BY_RANK.get(rank, "in_progress") for rank in range(agencies)]


def _sizes(agencies: int, people: int) -> list[int]:
    smallest = max(2, min(_EACH_AT_LEAST, people // 100))
    weights = [_EACH_SMALLER_BY**rank for rank in range(agencies)]
    return [smallest + extra for extra in _shared_out(people - agencies * smallest, weights)]


def _shared_out(total: int, weights: Sequence[float]) -> list[int]:
    """Share a whole number out by weight; the shares add up to it."""
    sums = [0.0, *accumulate(weights)]
    bounds = [round(total * reached / sums[-1]) for reached in sums]
    return [upper - lower for lower, upper in pairwise(bounds)]


def _answering(destiny: Destiny, rng: Random) -> float:
    if destiny == "not_started":
        return 0.0
    return 1.0 if destiny in {"complete", "over"} else rng.uniform(0.45, 0.97)
