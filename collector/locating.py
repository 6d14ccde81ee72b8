"""Which of a file's tables is the form's, and in which row its headings stand: by what they say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from collector.guards import OWN_SHARE, is_own, refuse_foreign
from collector.headers import map_header
from config.messages import thai
from config.quoting import from_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from collector.raw import RawTable, RefusedFile
    from config.campaign import Form

_ROWS_SEARCHED = 20


@dataclass(frozen=True, slots=True)
class Located:
    """The tables that are the form's, the files that hold none of it, and what is to be told."""

    tables: tuple[RawTable, ...] = ()
    refused: tuple[RefusedFile, ...] = ()
    remarks: tuple[str, ...] = ()

    def __add__(self, other: Located) -> Located:
        return Located(
            self.tables + other.tables,
            self.refused + other.refused,
            self.remarks + other.remarks,
        )


def locate(tables: Iterable[RawTable], form: Form, forms: Sequence[Form]) -> Located:
    """Return a form's tables, each beginning with its headings; tables of one file adjoin."""
    files = groupby((_from_headings(table, form) for table in tables), key=_file)
    return sum((_in_file(file, list(of), form, forms) for file, of in files), start=Located())


def _file(table: RawTable) -> str:
    return table.file or table.origin


def _in_file(file: str, tables: list[RawTable], form: Form, forms: Sequence[Form]) -> Located:
    """Keep the sheets that are the form's, tell of the others; refuse a file that has none."""
    own = tuple(table for table in tables if is_own(table.header, form, forms))
    if not own:
        nearest = max(tables, key=lambda table: _share(table.header, form))
        refused = refuse_foreign(replace(nearest, origin=file), form, forms)
        return Located(refused=(refused,) if refused else ())
    told = [f"{table.origin}: {remark}" for table in own for remark in table.remarks]
    others = [
        table.origin.removeprefix(f"{file}/")
        for table in tables
        if table not in own and len(table.header) > 1  # a single column is a list or a note
    ]
    if others:
        words = thai("{file}: sheets that are not this form's were not read: {sheets}")
        told.append(words.format(file=file, sheets=", ".join(map(from_file, others))))
    return Located(tables=own, remarks=tuple(told))


def _from_headings(table: RawTable, form: Form) -> RawTable:
    """Return the table without what stands above its headings; as it is where none are found."""
    if _share(table.header, form) >= OWN_SHARE:
        return table
    for above, row in enumerate(table.rows[:_ROWS_SEARCHED], start=1):
        if _share(row, form) >= OWN_SHARE:
            words = thai("the headings stand in row {row}; what is above them was not read")
            return replace(
                table,
                header=row,
                rows=table.rows[above:],
                row_numbers=table.row_numbers[above:],
                types=table.types[above:],
                remarks=(*table.remarks, words.format(row=table.row_numbers[above - 1])),
            )
    return table


def _share(header: Sequence[str], form: Form) -> float:
    return map_header(header, form).share
