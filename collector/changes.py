"""The values that go into the ledger's record and come out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collector.matching import Differences


@dataclass(frozen=True, slots=True)
class Changes:
    """What one stream's reading changes; ``standing`` rows were there before.

    ``based_on`` is the number of the ledger's last event when the reading was compared.
    """

    form: str
    source: str
    live: bool
    differences: Differences
    standing: int
    based_on: int


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A fault of a form that a person chose to overlook; ``signature`` recognises it again."""

    form: str
    signature: str
    fault: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """How many events of each kind one refresh wrote."""

    added: int = 0
    changed: int = 0
    vanished: int = 0


class RecordedEvent(NamedTuple):
    """One line of ``changes.csv``; ``before`` and ``after`` are the cells joined by `` | ``."""

    at: str
    form: str
    source: str
    kind: str
    response: int
    origin: str
    row_number: int
    before: str
    after: str
