"""A new campaign folder: the template, with its tables in a workbook for the office to edit."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from config.disk_faults import why
from config.errors import CampaignError, CannotWriteError
from config.fiscal_year import TEMPLATE_YEAR, shifted_row, shifted_text
from config.messages import _
from config.rows import read_table
from config.settings import SETTINGS
from config.tables import TABLES, WORKBOOK
from config.workbook import workbook_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from config.campaign import DeclaredHeads
    from config.tables import Table
    from config.workbook import Values

TEMPLATE = Path(__file__).parent / "template"
_TEXTS = (SETTINGS, "texts/*", "inbox/*")
_INBOXES = ("inbox/signoff", "inbox/coi")
_STAGE = ".new"
_EARLIEST, _LATEST = 2560, 2640
_BUDDHIST_ERA = 543


def new_campaign(folder: Path, *, year: int = TEMPLATE_YEAR) -> None:
    """Make an editable campaign folder for a fiscal year (พ.ศ.); never overwrite anything.

    Raises `CampaignError` where ``folder`` holds something or ``year`` cannot be one, and
    `CannotWriteError` where the disk or a permission is in the way; nothing is left behind then.
    """
    _refuse_odd_year(year)
    _refuse_used(folder)
    try:
        _make(folder, year)
    except OSError as error:
        raise CannotWriteError(
            _("the folder cannot be written: {reason}").format(reason=_(why(error))),
            place=str(folder),
            remedy=_("choose another folder, or ask for permission to write there"),
        ) from error


def declare_heads(folder: Path, headcount: Iterable[DeclaredHeads]) -> None:
    """Write the workbook of a new campaign again, with these head-counts in it."""
    _write_workbook(folder, TEMPLATE_YEAR, tuple(heads.model_dump() for heads in headcount))


def _refuse_odd_year(year: int) -> None:
    if not _EARLIEST <= year <= _LATEST:
        raise CampaignError(
            _("{year} is not a year of the Buddhist era").format(year=year),
            remedy=_("write the fiscal year in พ.ศ., for example {year}").format(
                year=TEMPLATE_YEAR + 1
            ),
        )


def _refuse_used(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        return
    if folder.exists():
        raise CampaignError(
            _("something is there already, and it is never overwritten"),
            place=str(folder),
            remedy=_("give the name of a new or an empty folder"),
        )


def _make(folder: Path, year: int) -> None:
    """Write everything into a stage, then move it into place."""
    existed = folder.exists()
    stage = folder / _STAGE
    try:
        stage.mkdir(parents=True)
        _write_texts(stage, year)
        _write_workbook(stage, year)
        for made in sorted(stage.iterdir()):
            made.rename(folder / made.name)
        stage.rmdir()
    except OSError:
        shutil.rmtree(stage if existed else folder, ignore_errors=True)
        raise


def _write_texts(stage: Path, year: int) -> None:
    for inbox in _INBOXES:
        (stage / inbox).mkdir(parents=True)
    for original in sorted(path for pattern in _TEXTS for path in TEMPLATE.glob(pattern)):
        copy = stage / original.relative_to(TEMPLATE)
        copy.parent.mkdir(exist_ok=True)
        text = shifted_text(original.read_text(encoding="utf-8"), year - TEMPLATE_YEAR)
        copy.write_text(text, encoding="utf-8", newline="\n")


def _write_workbook(stage: Path, year: int, headcount: tuple[Values, ...] = ()) -> None:
    rows_by_table = {table.name: _template_rows(table, year) for table in TABLES}
    rows_by_table["headcount"] += headcount
    sheets = tuple((table, _for_people(table, rows_by_table)) for table in TABLES)
    first_day = datetime(year - _BUDDHIST_ERA - 1, 10, 1)  # noqa: DTZ001 - Excel knows no zones
    (stage / WORKBOOK).write_bytes(workbook_bytes(sheets, created=first_day))


def _template_rows(table: Table, year: int) -> tuple[Values, ...]:
    rows = read_table(TEMPLATE, table, sheets={}).rows
    return tuple(shifted_row(row.values, table, year - TEMPLATE_YEAR) for row in rows)


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
    if "agency" not in values:
        return values
    return values | {"agency": name_by_id[values["agency"]]}
