"""The known word that a person most likely meant; only ever suggested, never applied."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from config.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word nearest to ``word``, or nothing when none is near."""
    by_lowered = {candidate.casefold(): candidate for candidate in known}
    close = get_close_matches(word.casefold(), by_lowered, n=1, cutoff=0.6)
    return by_lowered[close[0]] if close else ""


def did_you_mean(word: str, known: Iterable[str], *, otherwise: str) -> str:
    """Return a remedy that names the nearest known word, or else ``otherwise``."""
    guess = nearest(word, known)
    return _('did you mean "{guess}"?').format(guess=guess) if guess else otherwise
