"""Rows that were forgotten, known again by a keyed mark, so that no reading brings them back.

A mark tells nothing to whoever lacks the ledger's key. It stands for what makes a row that
person's: form, name, agency as written, and second (`collector.row_identity`).
"""

from __future__ import annotations

import hmac
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from collector.row_identity import RowIdentity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from collector.raw import RawTable
    from config.campaign import Campaign, Source


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


def without_forgotten(
    tables: Sequence[RawTable], source: Source, campaign: Campaign, forgotten: Forgotten
) -> tuple[RawTable, ...]:
    """Return the tables without the rows that were forgotten."""
    if not forgotten.marks:
        return tuple(tables)
    return tuple(
        _only(table, lambda again: not again, source, campaign, forgotten) for table in tables
    )


def forgotten_rows(
    table: RawTable, source: Source, campaign: Campaign, forgotten: Forgotten
) -> tuple[int, ...]:
    """Return the numbers of a table's rows that were forgotten."""
    return _only(table, lambda again: again, source, campaign, forgotten).row_numbers


def _only(
    table: RawTable,
    wanted: Callable[[bool], bool],
    source: Source,
    campaign: Campaign,
    forgotten: Forgotten,
) -> RawTable:
    identity = RowIdentity(table.header, source, campaign)
    kept = [i for i, r in enumerate(table.rows) if wanted(forgotten.knows(identity.of(r)))]
    return replace(
        table,
        rows=tuple(table.rows[i] for i in kept),
        row_numbers=tuple(table.row_numbers[i] for i in kept),
        types=tuple(table.types[i] for i in kept) if table.types else (),
    )
