"""One table of a downloaded file, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass

Cells = tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """The first row that is not blank, and those below it; nothing is interpreted.

    ``sheet`` names it among the tables of its file, "" where a file holds but one. ``types``:
    see `collector.raw.RawTable`. ``remarks`` are Thai sentences about how it was read.
    """

    header: Cells
    rows: tuple[Cells, ...]
    row_numbers: tuple[int, ...]
    blank_rows: int
    sheet: str = ""
    types: tuple[Cells, ...] = ()
    remarks: tuple[str, ...] = ()
