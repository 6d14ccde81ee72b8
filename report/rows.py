"""The tables of the Summary as plain rows: what is missing is ``None``, never NaN."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable

Row = dict[str, Any]


def plain(value: Any) -> Any:
    """Return a Python value for a cell of a frame."""
    if isinstance(value, str):  # nearly every cell
        return value
    if value is None or value is pd.NaT or value is pd.NA or value != value:  # noqa: PLR0124
        return None
    return value.item() if hasattr(value, "item") else value


def plain_column(column: pd.Series) -> list[Any]:
    """Return a column's cells, what is missing as ``None``."""
    cells = zip(column.tolist(), column.isna().tolist(), strict=True)
    return [None if absent else cell for cell, absent in cells]


def rows_of(table: pd.DataFrame) -> list[Row]:
    """Return one dictionary per row, in the table's order."""
    columns = [str(name) for name in table.columns]
    return [
        dict(zip(columns, map(plain, cells), strict=True))
        for cells in table.itertuples(index=False, name=None)
    ]


def rows_where(table: pd.DataFrame, wanted: Callable[[Row], bool]) -> list[Row]:
    """Return the rows that are wanted, in the table's order."""
    return [row for row in rows_of(table) if wanted(row)]
