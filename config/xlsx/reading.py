"""A workbook's bytes -> its sheets, every cell as text with its type beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from config.kinds import XLSX, kind_of, refuse_kind
from config.xlsx.cells import BLANK, Typed, cell_text
from config.xlsx.markup import FAULTS
from config.xlsx.package import open_package, refuse_damaged
from config.xlsx.scanning import scan_sheet, string_lengths

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

    from config.xlsx.package import Package
    from config.xlsx.scanning import Place, Scan

_PANIC = "PanicException"
"""What the values' reader raises for a duration beyond all time; it is no `Exception`."""
Cells = tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A sheet from its first row and column on; all rows are equally long.

    ``types`` are parallel to ``rows``: "" for text, else ``number``, ``date``, ``time``,
    ``boolean``, ``error`` or ``formula`` (one without a value).
    """

    title: str
    rows: tuple[Cells, ...]
    types: tuple[Cells, ...]
    hidden: bool
    hidden_rows: int
    hidden_columns: int


def read_workbook(content: bytes) -> tuple[Sheet, ...]:
    """Return every sheet, hidden ones too, in the workbook's order.

    Raises `UnreadableFileError`.
    """
    kind = kind_of(content)
    if kind != XLSX:
        refuse_kind(kind)
    package = open_package(content)
    try:
        lengths = string_lengths(package.shared_strings)
        scans = {
            title: scan_sheet(package.sheet(title), lengths) for title in package.name_by_sheet
        }
        return _sheets(package, scans)
    except (CalamineError, ArithmeticError, *FAULTS):
        refuse_damaged()
    except BaseException as fault:
        if type(fault).__name__ != _PANIC:
            raise
        refuse_damaged()


def _sheets(package: Package, scans: dict[str, Scan]) -> tuple[Sheet, ...]:
    with CalamineWorkbook.from_filelike(package.as_zip()) as workbook:
        return tuple(
            _sheet(
                workbook.get_sheet_by_name(sheet.name),
                scans[sheet.name],
                hidden=sheet.visible != SheetVisibleEnum.Visible,
            )
            for sheet in workbook.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
        )


def _sheet(values: CalamineSheet, scan: Scan, *, hidden: bool) -> Sheet:
    grid = [[cell_text(value) for value in row] for row in values.to_python(skip_empty_area=False)]
    _fill_in(grid, {place: (text, "error") for place, text in scan.errors.items()})
    _fill_in(grid, {place: (text, "formula") for place, text in scan.unsolved.items()})
    return Sheet(
        title=values.name,
        rows=tuple(tuple(text for text, _type in row) for row in grid),
        types=tuple(tuple(kind for _text, kind in row) for row in grid),
        hidden=hidden,
        hidden_rows=scan.hidden_rows,
        hidden_columns=scan.hidden_columns,
    )


def _fill_in(grid: list[list[Typed]], found: dict[Place, Typed]) -> None:
    """Put cells where the values' reader left blanks, beyond its last row and column too."""
    if not found:
        return
    height = 1 + max(row for row, _column in found)
    width = max(1 + max(column for _row, column in found), len(grid[0]) if grid else 0)
    grid.extend([] for _ in range(height - len(grid)))
    for row in grid:
        row.extend([BLANK] * (width - len(row)))
    for (place, column), cell in found.items():
        grid[place][column] = cell
