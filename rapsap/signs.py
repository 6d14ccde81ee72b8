"""How an agency's state is shown: sign, word and colour, so that no colour stands alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from config.messages import _, marked

if TYPE_CHECKING:
    from typing import TextIO

    from rich.console import Console

    Shown = Console | TextIO

_FULL = 100


@dataclass(frozen=True)
class Sign:
    """``sign`` where the terminal has Unicode, ``plain`` where it has not (cp874)."""

    sign: str
    plain: str
    colour: str


@dataclass(frozen=True)
class State(Sign):
    """The sign of an agency's state, and its words."""

    words: str


MARKS = {
    "well": Sign("✓", "=", "green"),
    "warning": Sign("!", "!", "yellow"),
    "error": Sign("✗", "x", "red"),
    "waiting": Sign("–", "-", "dim"),
}
STATES = {
    "complete": State("✓", "=", "green", marked("complete")),
    "in_progress": State("›", ">", "yellow", marked("in progress")),
    "reported": State("+", "+", "yellow", marked("reported by the agency (names to come)")),
    "not_started": State("–", "-", "red", marked("not started")),
    "undeclared": State("?", "?", "blue", marked("head-count not declared")),
    "over": State("!", "!", "magenta", marked("more than declared (please check)")),
}


def words_of(state: str) -> str:
    """Return the state in words."""
    return _(STATES[state].words)


def signed(state: str, shown: Shown) -> str:
    """Return the state's sign and words."""
    known = STATES[state]
    return f"{known.plain if is_plain(shown) else known.sign} {words_of(state)}"


def bar(percent: float, width: int, shown: Shown) -> str:
    """Return a bar of ``width`` columns; a part that is not nothing shows at least one."""
    full, rest = ("#", ".") if is_plain(shown) else ("█", "░")
    done = min(width, int(percent * width / _FULL))
    if percent > 0:
        done = max(done, min(1, width))
    return full * done + rest * (width - done)


def arrow(shown: Shown) -> str:
    """Return what points at a remedy."""
    return ">" if is_plain(shown) else "→"


def is_plain(shown: Shown) -> bool:
    """Say whether the terminal can show no more than letters and signs of the keyboard."""
    return not (shown.encoding or "").lower().startswith("utf")
