"""What an examination of the ledger found, in words: place, fault, remedy."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from config.messages import _, marked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MOST_RANGES = 8
_FAULTS: Mapping[str, str] = MappingProxyType(
    {
        "altered": marked("Altered: not what was recorded: event no. {numbers}."),
        "torn": marked("Altered: among the events {numbers}, which no longer follow each other."),
        "removed": marked("Removed: missing is event no. {numbers}."),
        "inserted": marked("Inserted: never recorded was event no. {numbers}."),
        "reordered": marked("Reordered: not where they were recorded stand the events {numbers}."),
        "cut": marked("Cut: the last events are missing: {numbers}."),
        "unsealed": marked("Inserted: of no completed refresh is event no. {numbers}."),
        "refresh altered": marked(
            "Altered: time, reason or decisions are not what was recorded: refresh no. {numbers}."
        ),
        "refresh removed": marked(
            "Removed: missing, or without its seal, is refresh no. {numbers}."
        ),
        "unrelated": marked("Rows are missing to which others refer, in: {said}."),
        "unprotected": marked("The file's own lock against changes is off or altered: {said}."),
        "damaged": marked("The file is damaged: {said}."),
        "older": marked(
            "The reference {reference} stands for {events:,} events, this ledger has {present:,}: "
            "an older file was put back, or the end was cut off."
        ),
        "rewritten": marked(
            "The reference {reference} does not fit: the first {events:,} events are not those "
            "of then. They were rewritten, or this is another ledger."
        ),
    }
)
_KEEP = marked("Keep this file as it is, and put the newest sound backup back: rapsap restore")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong; ``kind`` is a word for machines, ``numbers`` the events meant.

    The numbers are those of refreshes where ``kind`` begins with «refresh».
    """

    kind: str
    place: str
    fault: str
    remedy: str
    numbers: tuple[int, ...] = ()


def fault_of(kind: str, numbers: Sequence[int] = (), *, said: str = "") -> Fault:
    """Return what is wrong with the ledger itself."""
    text = _(_FAULTS[kind]).format(numbers=_ranges(numbers), said=said.rstrip("."))
    return Fault(kind, "ledger.sqlite", text, _(_KEEP), tuple(numbers))


def misfit(where: str, reference: str, events: int, present: int) -> Fault:
    """Return that a copy from outside tells of another ledger than this one."""
    kind = "older" if events > present else "rewritten"
    text = _(_FAULTS[kind]).format(reference=reference, events=events, present=present)
    return Fault(kind, where, text, _(_KEEP))


def _ranges(numbers: Sequence[int]) -> str:
    """Return the numbers in ranges: ``2–5, 9``."""
    runs = [
        [number for _place, number in run]
        for _key, run in groupby(enumerate(sorted(numbers)), lambda pair: pair[1] - pair[0])
    ]
    told = [f"{run[0]:,}" if len(run) == 1 else f"{run[0]:,}–{run[-1]:,}" for run in runs]
    return ", ".join(told[:_MOST_RANGES]) + (" …" if len(told) > _MOST_RANGES else "")
