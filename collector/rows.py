"""A table's rows as the ledger compares them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.cells import printable, to_bytes
from collector.matching import Row

if TYPE_CHECKING:
    from collector.raw import RawTable


def rows_of(table: RawTable) -> list[Row]:
    """Return the rows under their header, each with the place where it was read."""
    origin = printable(table.origin)
    types = table.types or ((),) * len(table.rows)
    return [
        Row(table.header, to_bytes(*typed), origin, number)
        for *typed, number in zip(table.rows, types, table.row_numbers, strict=True)
    ]
