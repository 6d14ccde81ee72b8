"""Whom a cell means: an agency, staff type, notice or guideline given by its id or its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.errors import CampaignError
from config.messages import _
from config.nearest import did_you_mean
from config.rows import TableRow, TableRows
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from config.campaign import Agency
    from config.tables import Column

Tables = dict[str, TableRows]
Names = dict[str, str]

_NAMING = {
    "agencies": ("id", "name", "short_name"),
    "staff_types": ("id", "name", "aliases"),
    "notices": ("id", "title", "short_title"),
    "guidelines": ("id", "title"),
}


def resolved(tables: Tables) -> tuple[Tables, tuple[CampaignError, ...]]:
    """Return the tables with ids in every column that refers, and the references to nobody.

    Aliases of agencies are resolved first, because the other tables may use them.
    """
    names = {
        table: _names(tables[table].rows, fields)
        for table, fields in _NAMING.items()
        if tables[table].rows or not tables[table].mistakes  # else that is mistake enough
    }
    aliases, mistakes = resolve(tables["aliases"], names)
    if "agencies" in names:
        names["agencies"] = _with_aliases(names["agencies"], aliases.rows)
    resolved_tables = {**tables, "aliases": aliases}
    for name, table in tables.items():
        if name != "aliases":
            resolved_tables[name], found = resolve(table, names)
            mistakes += found
    return resolved_tables, mistakes


def _names(rows: Iterable[TableRow], fields: tuple[str, ...]) -> Names:
    id_by_key: Names = {}
    for row in rows:
        for field in fields:
            written = row.values.get(field, ())
            for text in (written,) if isinstance(written, str) else written:
                id_by_key.setdefault(match_key(text), row.values.get("id", ""))
    return id_by_key


def _with_aliases(names: Names, aliases: Iterable[TableRow]) -> Names:
    """Add aliases; one that has meant two agencies is left out, for nobody should guess."""
    owners: dict[str, set[str]] = {}
    for row in aliases:
        if {"alias", "agency"} <= row.values.keys():
            owners.setdefault(match_key(row.values["alias"]), set()).add(row.values["agency"])
    return {key: min(ids) for key, ids in owners.items() if len(ids) == 1} | names


def names_of_agencies(agencies: Iterable[Agency]) -> dict[str, Names]:
    """Return the names by which a cell may call an agency of a campaign, for `resolve`."""
    return {
        "agencies": {
            match_key(name): agency.id
            for agency in agencies
            for name in (agency.id, agency.name, agency.short_name)
        }
    }


def resolve(
    table: TableRows, names: dict[str, Names]
) -> tuple[TableRows, tuple[CampaignError, ...]]:
    """Return a table with ids for the names in its columns that refer, and who is nobody.

    A column that refers to what is not in ``names`` stays as it is.
    """
    columns = [column for column in table.table.columns if column.refers in names]
    rows: list[TableRow] = []
    places_by_stranger: dict[tuple[Column, str], list[str]] = {}
    for row in table.rows:
        values = dict(row.values)
        for column in columns:
            written = row.values.get(column.name)
            if written is None:
                continue
            values[column.name] = _id_of(written, names[column.refers])
            if not values[column.name]:
                places_by_stranger.setdefault((column, written), []).append(row.place(column))
        rows.append(TableRow(row.origin, row.number, values, whole=row.whole))
    mistakes = tuple(
        _nobody(written, places, names[column.refers])
        for (column, written), places in places_by_stranger.items()
    )
    return TableRows(table.table, tuple(rows), table.mistakes), mistakes


def _id_of(written: str, names: Names) -> str:
    """Find the id by key; a number is also found without the zeros that Excel ate."""
    key = match_key(written)
    if key in names or not key.isdecimal():
        return names.get(key, "")
    same = {names[known] for known in names if known.isdecimal() and int(known) == int(key)}
    return same.pop() if len(same) == 1 else ""


def _nobody(written: str, places: list[str], names: Names) -> CampaignError:
    """Return the mistake once, though the name may stand in many rows."""
    fault = _('nobody is called "{name}"').format(name=written)
    if others := len(places) - 1:
        fault += " " + _("(and in {count} more rows)").format(count=others)
    return CampaignError(
        fault,
        place=places[0],
        remedy=did_you_mean(
            written, names, otherwise=_("write the id or the name as it stands in its own table")
        ),
    )
