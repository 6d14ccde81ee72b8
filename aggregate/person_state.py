"""Where a person stands with a notice: one state, the office's own words for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from config.dates import short_date
from config.messages import marked, thai

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

Presence = Literal["here", "exempt", "left", "not_yet"]
"""What a roster says of a person on a day: works there, is exempt, is gone, is still to come."""
PersonState = Literal[
    "acknowledged", "late", "outdated", "declined", "clarify", "waiting", "overdue", "missing",
    "exempt", "left",
]  # fmt: skip

PERSON_STATES: Mapping[str, str] = {
    "acknowledged": marked("Acknowledged"),
    "late": marked("Acknowledged (after the closing day)"),
    "outdated": marked("To be acknowledged again (the document changed materially)"),
    "declined": marked("Does not wish to sign"),
    "clarify": marked("Asks for clarification"),
    "waiting": marked("Waiting to be looked into"),
    "overdue": marked("Not yet acknowledged (past the closing day)"),
    "missing": marked("Not yet acknowledged"),
    "exempt": marked("Exempt ({reason})"),
    "left": marked("Left the agency"),
}
OWES_NOTHING: frozenset[PersonState] = frozenset(("acknowledged", "late", "exempt", "left"))


def person_state(  # noqa: PLR0913  # one keyword per thing that is known of a person
    *,
    presence: Presence = "here",
    acknowledged: bool = False,
    late: bool = False,
    outdated: bool = False,
    declined: bool = False,
    clarify: bool = False,
    waiting: bool = False,
    overdue: bool = False,
) -> PersonState:
    """Return the one state that matters most.

    Who left has left; who signed although exempt has signed. ``waiting``: an answer of theirs is
    set aside; ``overdue``: the closing day is past.
    """
    in_order: tuple[tuple[bool, PersonState], ...] = (
        (presence == "left", "left"),
        (acknowledged and late, "late"),
        (acknowledged, "acknowledged"),
        (presence == "exempt", "exempt"),
        (declined, "declined"),
        (outdated, "outdated"),
        (clarify, "clarify"),
        (waiting, "waiting"),
        (overdue, "overdue"),
    )
    return next((state for holds, state in in_order if holds), "missing")


def state_in_words(state: PersonState, exempt: str = "", until: date | None = None) -> str:
    """Return the state in Thai; of who is exempt with the reason and its last day."""
    last_day = thai("–until {day}").format(day=short_date(until)) if until else ""
    return thai(PERSON_STATES[state]).format(reason=f"{exempt}{last_day}")
