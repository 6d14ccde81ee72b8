"""How many must have answered before anything about their answers is shown (design.md §2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

FEWEST_RESPONDENTS = 10

Unit = TypeVar("Unit")


def may_be_shown(answers: int) -> bool:
    """Say whether so many answers are enough to speak of them without pointing at a person."""
    return answers >= FEWEST_RESPONDENTS


def too_small_alone(answers: Mapping[Unit, int]) -> list[Unit]:
    """Return those that must not be shown alone: the small ones, and whom they need for company.

    What is left out can be had back from the whole less what is shown; so those left out must
    together have enough answers themselves. Smallest first; of equals, the earlier one.

    >>> too_small_alone({"a": 40, "b": 3, "c": 12})
    ['b', 'c']
    >>> too_small_alone({"a": 40, "b": 4, "c": 6})
    ['b', 'c']
    >>> too_small_alone({"a": 40, "c": 12})
    []
    """
    together: list[Unit] = []
    for unit in sorted(answers, key=answers.__getitem__):
        enough = not together or may_be_shown(sum(answers[other] for other in together))
        if may_be_shown(answers[unit]) and enough:
            break
        together.append(unit)
    return together
