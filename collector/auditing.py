"""The ledger's own examination: file, chain, seals, and what copies outside of it say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from collector.as_stored import as_number, piece_of, stored_events, stored_seals
from collector.audit_words import Fault, fault_of, misfit
from collector.chain import verify_chain
from collector.file_check import inspect_file
from collector.looking import looking_at
from collector.opening import pragma
from collector.schema import FIRST_VERSION
from collector.seal_check import (
    StoredSeal,
    altered_refreshes,
    cut_events,
    missing_refreshes,
    sealed_links,
    unsealed_events,
)
from collector.seals import Reference, reference_of
from collector.sqlite_faults import UNREADABLE
from collector.tampering import find_tampering

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_COUNTS = """
SELECT form, source, sum(kind = 'ADD'), sum(kind = 'CHANGE'), sum(kind = 'VANISH')
FROM events JOIN streams ON streams.id = stream GROUP BY stream ORDER BY form, source
"""


class Claim(NamedTuple):
    """What a copy outside of the ledger says that it was; "" or None for what it does not tell.

    ``head``: the whole link, in hex, of the last of so many ``events``.
    """

    where: str
    events: int
    reference: Reference | None = None
    head: str = ""

    def __str__(self) -> str:
        """Return it as a person reads it."""
        return str(self.reference or Reference(self.events, self.head))


class StreamCount(NamedTuple):
    """How many events of each kind one form has from one kind of source."""

    form: str
    source: str
    added: int
    changed: int
    vanished: int


@dataclass(frozen=True, slots=True)
class Audit:
    """What an examination found; ``fits`` says of each claim whether the ledger bears it out."""

    reference: str = ""
    events: int = 0
    erased: int = 0
    refreshes: int = 0
    streams: tuple[StreamCount, ...] = ()
    fits: tuple[tuple[Claim, bool], ...] = ()
    faults: tuple[Fault, ...] = ()


def audit(path: Path, claims: Iterable[Claim] = ()) -> Audit:
    """Examine the ledger at ``path`` and compare it with what was printed of it.

    Raises what `looking_at` raises; what is wrong inside of a ledger is told, never raised.
    """
    with looking_at(path) as connection:
        damage = tuple(inspect_file(connection))
        try:
            return _audit(connection, damage, tuple(claims))
        except UNREADABLE as fault:
            return Audit(faults=damage or (fault_of("damaged", said=str(fault)),))


def _audit(
    connection: sqlite3.Connection, damage: tuple[Fault, ...], claims: tuple[Claim, ...]
) -> Audit:
    seals = tuple(stored_seals(connection))
    count = partial(_number, connection)
    last_number = count("SELECT coalesce(max(seq), 0) FROM events")
    broken_at = verify_chain(stored_events(connection))
    sound = last_number if broken_at is None else broken_at - 1
    fits = tuple((claim, _fits(claim, sound, seals, connection)) for claim in claims)
    misfits = _misfits([claim for claim, fitting in fits if not fitting], last_number)
    tampering = _tampering(connection, seals, last_number, holds=broken_at is None)
    last = seals[-1] if seals else None
    return Audit(
        reference=str(reference_of(last.sealed.events, last.link)) if last else "",
        events=count("SELECT count(*) FROM events"),
        erased=count("SELECT count(*) FROM events WHERE payload IS NULL"),
        refreshes=count("SELECT count(*) FROM refreshes"),
        streams=tuple(StreamCount(*row) for row in connection.execute(_COUNTS)),
        fits=fits,
        faults=(*damage, *tampering, *misfits),
    )


def _tampering(
    connection: sqlite3.Connection, seals: tuple[StoredSeal, ...], last_number: int, *, holds: bool
) -> Iterator[Fault]:
    """Yield what was done to events and, where they hold, to the refreshes they came with."""
    if not holds:
        pieces = [piece_of(each) for each in stored_events(connection)]
        done, last_number = find_tampering(pieces, sealed_links(seals))
        yield from (fault_of(kind, events) for kind, events in done)
    if pragma(connection, "user_version") == FIRST_VERSION:
        return
    refreshes = [as_number(number) for (number,) in connection.execute("SELECT id FROM refreshes")]
    told = {
        "cut": cut_events(last_number, seals),
        "unsealed": unsealed_events(last_number, seals) if holds else (),
        "refresh removed": missing_refreshes(refreshes, seals),
    }
    yield from (fault_of(kind, numbers) for kind, numbers in told.items() if numbers)
    if holds and not any(told.values()) and (altered := altered_refreshes(seals)):
        yield fault_of("refresh altered", altered)


def _fits(
    claim: Claim, sound: int, seals: tuple[StoredSeal, ...], connection: sqlite3.Connection
) -> bool:
    """Say whether the ledger once was what a copy says: it may have grown since.

    ``sound``: up to which event the chain holds.
    """
    if claim.events > sound:
        return False
    if claim.reference is not None:
        altered = set(altered_refreshes(seals))
        before = takewhile(lambda seal: seal.sealed.refresh not in altered, seals)
        return any(reference_of(s.sealed.events, s.link) == claim.reference for s in before)
    query = "SELECT 1 FROM events WHERE seq = ? AND lower(hex(link)) = ?"
    return not claim.events or bool(_rows(connection, query, claim.events, claim.head))


def _misfits(claims: Iterable[Claim], last_number: int) -> Iterator[Fault]:
    """Yield what does not fit, copies that claim the same together."""
    claims_by_text: dict[str, list[Claim]] = {}
    for claim in claims:
        claims_by_text.setdefault(str(claim), []).append(claim)
    for text, same in claims_by_text.items():
        where = ", ".join(dict.fromkeys(claim.where for claim in same))
        yield misfit(where, text, same[0].events, last_number)


def _number(connection: sqlite3.Connection, query: str) -> int:
    return int(_rows(connection, query)[0][0])


def _rows(connection: sqlite3.Connection, query: str, *values: object) -> list[tuple[Any, ...]]:
    return connection.execute(query, values).fetchall()
