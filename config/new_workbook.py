"""The workbook of a new campaign: the template's rows, or what goes along from last year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from config.carrying import carried
from config.fiscal_year import fiscal_year_days
from config.grids import read_sheets
from config.references import resolved
from config.rows import read_table
from config.tables import TABLES, WORKBOOK
from config.workbook import workbook_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

    from config.origin import Origin
    from config.references import Tables
    from config.tables import Table
    from config.workbook import Values

_NONE: Mapping[str, Iterable[Any]] = MappingProxyType({})
Entries = Mapping[str, Iterable["BaseModel"]]
"""What stands in a table from the beginning, by the table's name, as the campaign has it."""


def write_workbook(folder: Path, origin: Origin, year: int, entries: Entries = _NONE) -> None:
    """Write the workbook; ``entries`` stand for what the origin has in those tables."""
    rows_by_table = _rows_by_table(origin, year)
    for name, models in entries.items():
        rows_by_table[name] = tuple(row for model in models for row in _rows_of(model))
    sheets = tuple((table, _for_people(table, rows_by_table)) for table in TABLES)
    first_day, _last_day = fiscal_year_days(year)
    created = datetime(first_day.year, first_day.month, 1)  # noqa: DTZ001 - Excel knows no zones
    (folder / WORKBOOK).write_bytes(workbook_bytes(sheets, created=created))


def _rows_of(entry: BaseModel) -> list[Values]:
    """Return an entry as rows of its table: of a notice each version is one."""
    values = entry.model_dump()
    versions = values.pop("versions", ({},))
    return [{**values, **version} for version in versions]


def _rows_by_table(origin: Origin, year: int) -> dict[str, tuple[Values, ...]]:
    tables, move = _tables_of(origin.folder), origin.move_to(year)
    if move:
        return {name: carried(name, table.rows, move) for name, table in tables.items()}
    return {name: tuple(row.values for row in table.rows) for name, table in tables.items()}


def _tables_of(folder: Path) -> Tables:
    """Return the tables of a campaign that loads, ids in every column that refers."""
    sheets = read_sheets(folder)
    tables = {table.name: read_table(folder, table, sheets) for table in TABLES}
    linked, _nobody = resolved(tables)
    return linked


def _for_people(table: Table, rows_by_table: dict[str, tuple[Values, ...]]) -> tuple[Values, ...]:
    """Show agencies by name; lay out the head-counts to be asked for, each still blank."""
    agencies, staff_types = rows_by_table["agencies"], rows_by_table["staff_types"]
    if table.name == "headcount" and not rows_by_table["headcount"]:
        return tuple(
            {"agency": agency["name"], "staff_type": staff_type["name"]}
            for agency in agencies
            for staff_type in staff_types
        )
    name_by_id = {agency["id"]: agency["name"] for agency in agencies}
    return tuple(_with_agency_name(values, name_by_id) for values in rows_by_table[table.name])


def _with_agency_name(values: Values, name_by_id: dict[str, Any]) -> Values:
    named = {c: name_by_id[values[c]] for c in ("agency", "other_agency") if values.get(c)}
    return values | named
