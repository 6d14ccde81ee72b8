"""A table's rows with their values, and every mistake in them told by row and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from config.cells import CellFault, cell_value
from config.errors import CampaignError
from config.grids import read_grids, read_sheets
from config.messages import _
from config.nearest import did_you_mean
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from config.grids import Grid, Sheets
    from config.tables import Column, Table

_NOTE = match_key("หมายเหตุ")  # a column that anybody may add for themselves


@dataclass(frozen=True)
class TableRow:
    """One row by field name; blank cells are absent, and so are those that cannot be read."""

    origin: str
    number: int
    values: dict[str, Any]
    whole: bool = True

    def place(self, column: Column | None = None) -> str:
        """Say where the row is, for a person who has the file open."""
        if column is None:
            return _("{file} row {row}").format(file=self.origin, row=self.number)
        return _('{file} row {row} column "{column}"').format(
            file=self.origin, row=self.number, column=column.heading
        )


@dataclass(frozen=True)
class TableRows:
    """What one table says, and what is wrong with it."""

    table: Table
    rows: tuple[TableRow, ...] = ()
    mistakes: tuple[CampaignError, ...] = ()


def read_table(folder: Path, table: Table, sheets: Sheets | None = None) -> TableRows:
    """Read one table of a campaign folder; ``sheets`` is its workbook where it is read already."""
    try:
        grids = read_grids(folder, table, read_sheets(folder) if sheets is None else sheets)
    except CampaignError as mistake:
        return TableRows(table, mistakes=(mistake,))
    if not grids:
        return TableRows(table, mistakes=() if table.optional else (_absent(table),))
    read = [_read_grid(grid, table) for grid in grids]
    return TableRows(
        table,
        rows=tuple(row for part in read for row in part.rows),
        mistakes=tuple(mistake for part in read for mistake in part.mistakes),
    )


def _read_grid(grid: Grid, table: Table) -> TableRows:
    faults = _heading_mistakes(grid, table)
    return TableRows(table, mistakes=faults) if faults else _read_rows(grid, table)


def _absent(table: Table) -> CampaignError:
    return CampaignError(
        _("the table is missing"),
        place=f"{table.name}.csv",
        remedy=_('add the sheet "{sheet}" to the workbook, or this file').format(sheet=table.title),
    )


def _columns_by_key(table: Table) -> dict[str, Column]:
    return {
        match_key(word): column
        for column in table.columns
        for word in (column.name, column.heading)
    }


def _heading_mistakes(grid: Grid, table: Table) -> tuple[CampaignError, ...]:
    known = _columns_by_key(table)
    place = _("{file} row {row}").format(file=grid.origin, row=grid.heading_number)
    headings = [text for text in grid.heading if match_key(text)]
    seen = [known[match_key(text)].name for text in headings if match_key(text) in known]
    unknown = [text for text in headings if _is_unknown(match_key(text), known)]
    missing = [column for column in table.columns if column.required and column.name not in seen]
    doubled = [column for column in table.columns if seen.count(column.name) > 1]
    return (
        *(_unknown_heading(text, place, table) for text in unknown),
        *(_missing_heading(column, place) for column in missing),
        *(_doubled_heading(column, place) for column in doubled),
    )


def _is_unknown(key: str, known: dict[str, Column]) -> bool:
    return key not in known and not key.startswith(_NOTE)


def _unknown_heading(text: str, place: str, table: Table) -> CampaignError:
    return CampaignError(
        _('nobody knows the column "{column}"').format(column=text.strip()),
        place=place,
        remedy=did_you_mean(
            text,
            [word for column in table.columns for word in (column.heading, column.name)],
            otherwise=_('delete the column, or begin its heading with "{note}"').format(note=_NOTE),
        ),
    )


def _missing_heading(column: Column, place: str) -> CampaignError:
    return CampaignError(
        _('the column "{column}" is missing').format(column=column.heading),
        place=place,
        remedy=_('add a column headed "{column}"').format(column=column.heading),
    )


def _doubled_heading(column: Column, place: str) -> CampaignError:
    return CampaignError(
        _('the column "{column}" stands twice').format(column=column.heading),
        place=place,
        remedy=_("keep one of them"),
    )


def _read_rows(grid: Grid, table: Table) -> TableRows:
    known = _columns_by_key(table)
    columns = [known.get(match_key(text)) for text in grid.heading]
    rows: list[TableRow] = []
    mistakes: list[CampaignError] = []
    for number, cells in zip(grid.numbers, grid.rows, strict=True):
        written = {
            column: text
            for column, text in zip(columns, cells, strict=False)
            if column and match_key(text)
        }
        if _is_there(written, table):
            row, faults = read_row(TableRow(grid.origin, number, {}), written, table)
            rows.append(row)
            mistakes.extend(faults)
    return TableRows(table, tuple(rows), tuple(mistakes))


def _is_there(written: dict[Column, str], table: Table) -> bool:
    names = {column.name for column in written}
    return bool(names) and table.ignored_without in {"", *names}


def read_row(
    empty: TableRow, written: Mapping[Column, str], table: Table
) -> tuple[TableRow, list[CampaignError]]:
    """Return a row with what is written in it, and the mistakes in that; ``empty`` says where."""
    values: dict[str, Any] = {}
    mistakes: list[CampaignError] = []
    for column in table.columns:
        try:
            if column in written:
                values[column.name] = cell_value(written[column], column)
            elif column.required:
                raise CellFault(_("the cell is blank"), _("fill it in"))  # noqa: TRY301 - one exit
        except CellFault as fault:
            mistakes.append(
                CampaignError(fault.fault, place=empty.place(column), remedy=fault.remedy)
            )
    return TableRow(empty.origin, empty.number, values, whole=not mistakes), mistakes
