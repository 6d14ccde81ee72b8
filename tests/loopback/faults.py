"""What may go wrong on the way: each is said instead of the true answer, once."""

from __future__ import annotations

import json
import socket
import struct
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from loopback.server import Exchange


@dataclass(frozen=True)
class Answer:
    """An answer with this status; a dict is said as JSON."""

    status: int
    body: Any = b""
    headers: dict[str, str] = field(default_factory=dict)

    def happen(self, exchange: Exchange) -> None:
        """Say it."""
        if isinstance(self.body, bytes):
            exchange.say(self.status, self.body, self.headers)
        else:
            kind = {"Content-Type": "application/json; charset=UTF-8"}
            exchange.say(self.status, json.dumps(self.body).encode(), kind | self.headers)


def Page(status: int, location: str = "") -> Answer:  # noqa: N802 - reads as its kin
    """Return a page of HTML, as proxies, portals and a failing Google show them."""
    sent = {"Content-Type": "text/html; charset=UTF-8"}
    sent |= {"Location": location} if location else {}
    return Answer(status, b"<!DOCTYPE html><html><title>...</title></html>", sent)


@dataclass(frozen=True)
class CutShort:
    """The true answer's head with the right length, then only part of its body."""

    share: float = 0.5

    def happen(self, exchange: Exchange) -> None:
        """Break off."""
        status, body, headers = exchange.truth()
        exchange.say(status, body, headers, upto=int(len(body) * self.share))


@dataclass(frozen=True)
class Halved:
    """Half of the true answer, and a length that fits it: JSON that does not end."""

    def happen(self, exchange: Exchange) -> None:
        """Say half."""
        status, body, headers = exchange.truth()
        exchange.say(status, body[: len(body) // 2], headers)


@dataclass(frozen=True)
class Reset:
    """The connection is torn."""

    def happen(self, exchange: Exchange) -> None:
        """Tear it."""
        linger = struct.pack("ii", 1, 0)
        exchange.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        exchange.hang_up()


@dataclass(frozen=True)
class NoAnswer:
    """Nothing is heard until the caller gives up, or for ``seconds``."""

    seconds: float

    def happen(self, exchange: Exchange) -> None:
        """Keep silent."""
        time.sleep(self.seconds)
        exchange.hang_up()
