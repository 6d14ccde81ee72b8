"""The hash chain over the ledger's events: whoever changes the past breaks it.

Each event's ``digest`` is ``H(salt ‖ payload)``; its ``link`` is ``H(previous link ‖ digest ‖
what the event says)``. Erasing payload and salt therefore leaves every link verifiable, while
the digest alone tells nobody what was erased.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

START = b""
"""What the first event follows."""


class Event(NamedTuple):
    """One event as it is chained; an erased one has neither payload nor salt."""

    seq: int
    at: str
    form: str
    source: str
    kind: str
    response: int
    header: bytes
    origin: str
    row_number: int
    payload: bytes | None
    salt: bytes | None


class Chained(NamedTuple):
    """An event with the two hashes stored beside it."""

    event: Event
    digest: bytes
    link: bytes


def digest_of(salt: bytes, payload: bytes) -> bytes:
    """Return the commitment to a row's cells."""
    return sha256(salt + payload).digest()


def link_of(previous: bytes, event: Event, digest: bytes) -> bytes:
    """Return the hash that ties the event to all before it."""
    return tie(previous, event.seq, said_by(event), digest)


def said_by(event: Event) -> str:
    """Return what a link says of an event beside its number and its cells."""
    return (
        f"{event.at}\n{event.form}\n{event.source}\n{event.kind}\n{event.response}\n"
        f"{_hex_digest(event.header)}\n{event.row_number}\n{event.origin}"
    )


def tie(previous: bytes, number: int, said: str, digest: bytes) -> bytes:
    """Return the link of an event with this number that follows ``previous``."""
    text = f"{number}\n{said}".encode("utf-8", "surrogateescape")  # bytes that are no text, too
    return sha256(previous + digest + text).digest()


def verify_chain(chained: Iterable[Chained]) -> int | None:
    """Return the number of the first event that is not what was recorded, None when all are."""
    previous = START
    for expected_seq, (event, digest, link) in enumerate(chained, start=1):
        if (
            event.seq != expected_seq
            or not _keeps(event, digest)
            or link != link_of(previous, event, digest)
        ):
            return expected_seq
        previous = link
    return None


def _keeps(event: Event, digest: bytes) -> bool:
    """Tell whether the cells are those committed to; erased ones go with their salt."""
    if event.payload is None or event.salt is None:
        return event.payload is None and event.salt is None
    return digest == digest_of(event.salt, event.payload)


@lru_cache(maxsize=64)
def _hex_digest(header: bytes) -> str:
    return sha256(header).hexdigest()
