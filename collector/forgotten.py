"""What was forgotten: keyed marks by which a row is known again.

A mark tells nothing to whoever lacks the ledger's key. It stands for what makes a row that
person's: form, name, agency as written, and second (`collector.row_identity`).
"""

from __future__ import annotations

import hmac
from typing import NamedTuple


class Forgotten(NamedTuple):
    """What was forgotten, as far as it may be known again."""

    key: bytes
    marks: frozenset[bytes]

    def knows(self, identity: str) -> bool:
        """Say whether a row of this identity was forgotten."""
        return mark_of(self.key, identity) in self.marks


def mark_of(key: bytes, identity: str) -> bytes:
    """Return the mark that the ledger keeps in place of what a row said."""
    return hmac.digest(key, identity.encode("utf-8", "surrogatepass"), "sha256")
