"""A seal closes each refresh: over every event so far, and over the decisions that it recorded.

Seals form a chain of their own. The last one therefore stands for the whole ledger, also for what
is no event: when each refresh was, which faults a person overlooked, and why. Its short form, the
*reference*, is printed on pages and documents, so that copies exist outside of this machine.
"""

from __future__ import annotations

import json
import re
import secrets
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from config.errors import CampaignError
from config.messages import _
from config.thai import arabic_digits, clean

if TYPE_CHECKING:
    import sqlite3

START = b""
"""What the first seal follows."""
_SALT_BYTES = 16
_SHOWN = 16
_GROUP = 4
_PARTS = re.compile(r"[\s\-–—:.]+")
_MISHEARD = str.maketrans("ol", "01")
_WRITTEN = re.compile(r"[0-9]+")
_HEX = re.compile(rf"[0-9a-f]{{{_SHOWN}}}")


class Sealed(NamedTuple):
    """What a seal is over; ``events`` and ``head`` are the last event's number and link by then.

    Each of ``acceptances`` is form, signature and fault. ``salt`` keeps the texts from being
    guessed by whoever knows the reference alone.
    """

    refresh: int
    at: str
    accepted_reason: str
    acceptances: tuple[tuple[str, str, str], ...]
    events: int
    head: bytes
    salt: bytes


class Reference(NamedTuple):
    """A ledger's state in few signs: how many events, and how the seal over them begins.

    16 hexadecimal digits: with 12, somebody could try salts for a night until a forged ledger
    had the printed reference; with 16 that takes a lifetime.
    """

    events: int
    beginning: str

    def __str__(self) -> str:
        """Return it as it is printed, in groups to be read aloud: ``512-9f2c-81ab-03de-77c1``."""
        groups = [self.beginning[at : at + _GROUP] for at in range(0, _SHOWN, _GROUP)]
        return "-".join((str(self.events), *groups))


def seal_of(previous: bytes, sealed: Sealed) -> bytes:
    """Return the hash that ties a refresh to all before it."""
    said = [
        previous.hex(), sealed.head.hex(), sealed.salt.hex(), sealed.events, sealed.refresh,
        sealed.at, sealed.accepted_reason, sealed.acceptances,
    ]  # fmt: skip
    return sha256(json.dumps(said, default=repr).encode()).digest()  # repr: of a tampered cell


def reference_of(events: int, seal: bytes) -> Reference:
    """Return the reference of a ledger that ends in this seal."""
    return Reference(events, seal.hex()[:_SHOWN])


def parse_reference(text: str) -> Reference:
    """Return the reference that a person typed from paper, in Thai digits too.

    >>> str(parse_reference("๕๑๒ 9F2C 81AB O3DE 77C1"))
    '512-9f2c-81ab-03de-77c1'

    Raises `CampaignError` for what is none.
    """
    events, *groups = _PARTS.split(arabic_digits(clean(text)).casefold().translate(_MISHEARD))
    beginning = "".join(groups)
    if not _WRITTEN.fullmatch(events) or not _HEX.fullmatch(beginning):
        raise CampaignError(
            _("“{text}” is no reference of a ledger.").format(text=text),
            place="--reference",
            remedy=_("Type it as it is printed, for example: 512-9f2c-81ab-03de-77c1"),
        )
    return Reference(int(events), beginning)


def write_seal(connection: sqlite3.Connection, refresh: int) -> None:
    """Seal a refresh whose events and acceptances are written."""
    _seal(connection, refresh, secrets.token_bytes(_SALT_BYTES))


def seal_former_refreshes(connection: sqlite3.Connection) -> None:
    """Seal the refreshes of a ledger from before there were seals, always in the same way."""
    for (refresh,) in connection.execute("SELECT id FROM refreshes ORDER BY id").fetchall():
        _seal(connection, refresh, b"")


def _seal(connection: sqlite3.Connection, refresh: int, salt: bytes) -> None:
    at, reason = connection.execute(
        "SELECT at, accepted_reason FROM refreshes WHERE id = ?", (refresh,)
    ).fetchone()
    acceptances = connection.execute(
        "SELECT form, signature, fault FROM acceptances WHERE refresh = ? ORDER BY id", (refresh,)
    ).fetchall()
    last_event = connection.execute(
        "SELECT seq, link FROM events WHERE refresh <= ? ORDER BY seq DESC LIMIT 1", (refresh,)
    ).fetchone()
    last_seal = connection.execute(
        "SELECT link FROM seals ORDER BY refresh DESC LIMIT 1"
    ).fetchone()
    events, head = last_event or (0, START)
    sealed = Sealed(refresh, at, reason, tuple(acceptances), events, head, salt)
    link = seal_of(last_seal[0] if last_seal else START, sealed)
    connection.execute(
        "INSERT INTO seals (refresh, events, salt, link) VALUES (?, ?, ?, ?)",
        (refresh, events, salt, link),
    )
