"""How many must have answered before anything about their answers is shown (design.md §2)."""

from __future__ import annotations

FEWEST_RESPONDENTS = 10


def may_be_shown(answers: int) -> bool:
    """Say whether so many answers are enough to speak of them without pointing at a person."""
    return answers >= FEWEST_RESPONDENTS
