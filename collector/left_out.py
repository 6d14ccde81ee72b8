"""Rows that were forgotten stay out of every reading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from collector.row_identity import RowIdentity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from collector.forgotten import Forgotten
    from collector.raw import RawTable
    from config.campaign import Campaign, Source


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
