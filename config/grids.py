"""Where a table's cells come from: a sheet of the workbook, else the CSV file of its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from config.delimited import read_delimited
from config.errors import CampaignError, UserError
from config.messages import _
from config.tables import WORKBOOK
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from config.tables import Table


Content = TypeVar("Content")


@dataclass(frozen=True)
class Grid:
    """A table as text: its first row is the heading; ``numbers`` are the rows a person sees."""

    origin: str
    heading: tuple[str, ...]
    heading_number: int
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]


Sheets = dict[str, tuple[tuple[str, ...], ...]]


def read_grids(folder: Path, table: Table, sheets: Sheets) -> list[Grid]:
    """Return the table's cells: of its sheet, else of its CSV file; of both if it is appended."""
    sheet = _from_sheet(sheets, table)
    if sheet and not table.appended:
        return [sheet]
    return [grid for grid in (sheet, _from_csv(folder / f"{table.name}.csv")) if grid]


def _from_sheet(sheets: Sheets, table: Table) -> Grid | None:
    wanted = {match_key(table.title), match_key(table.name)}
    title = next((title for title in sheets if match_key(title) in wanted), None)
    if title is None:
        return None
    origin = _('{file} sheet "{sheet}"').format(file=WORKBOOK, sheet=title)
    return _grid(origin, sheets[title])


def read_sheets(folder: Path) -> Sheets:
    """Read the workbook whole: it is small, and one reading is one snapshot."""
    path = folder / WORKBOOK
    if not path.exists():
        return {}
    from config.xlsx import read_workbook  # noqa: PLC0415 - a CSV needs none

    remedy = _(
        "open it in Excel and save it as .xlsx without a password; if it is lost, take the one of "
        "a new campaign folder"
    )
    return {sheet.title: sheet.rows for sheet in _read(path, read_workbook, remedy)}


def _from_csv(path: Path) -> Grid | None:
    if not path.exists():
        return None
    remedy = _("save it as “CSV UTF-8”; if it is lost, take the one of a new campaign folder")
    delimited = _read(path, read_delimited, remedy)
    return Grid(path.name, delimited.header, 1, delimited.rows, delimited.row_numbers)


def _read(path: Path, reader: Callable[[bytes], Content], remedy: str) -> Content:
    """Return what a file holds; raise `CampaignError` for one that cannot be read.

    The readers' own remedies speak of downloads; ``remedy`` is that of a campaign's table.
    """
    try:
        return reader(path.read_bytes())
    except OSError as error:
        raise CampaignError(
            _("the file cannot be opened"),
            place=path.name,
            remedy=_("close it in other programs and check that it is a file you may read"),
        ) from error
    except UserError as error:
        raise CampaignError(error.fault, place=path.name, remedy=remedy) from error


def _grid(origin: str, rows: tuple[tuple[str, ...], ...]) -> Grid:
    first = next((i for i, row in enumerate(rows) if any(map(match_key, row))), len(rows))
    return Grid(
        origin=origin,
        heading=rows[first] if first < len(rows) else (),
        heading_number=first + 1,
        rows=rows[first + 1 :],
        numbers=tuple(range(first + 2, len(rows) + 1)),
    )
