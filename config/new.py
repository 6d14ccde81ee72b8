"""A new campaign folder, made from the template or from last year's campaign."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from config.disk_faults import why
from config.errors import CampaignError, CannotWriteError
from config.loading import load_campaign
from config.messages import _
from config.new_last_year import carry_figures
from config.new_paper import write_paper
from config.new_texts import write_texts
from config.new_workbook import write_workbook
from config.origin import TEMPLATE, THE_TEMPLATE, Origin

if TYPE_CHECKING:
    from pathlib import Path

    from config.new_workbook import Entries

__all__ = ["TEMPLATE", "fill_in", "new_campaign"]

_STAGE = ".new"
_EARLIEST, _LATEST = 2560, 2640


def new_campaign(folder: Path, *, year: int | None = None, last: Path | None = None) -> None:
    """Make an editable campaign folder for a fiscal year (พ.ศ.); never overwrite anything.

    It is made from the template, or from ``last`` year's campaign folder (`config.carrying` says
    what goes along). Without a ``year`` it is the template's, or the one after last year's.
    Raises `CampaignError` where ``folder`` holds something, ``year`` cannot be one or ``last``
    cannot be read, and `CannotWriteError` where the disk or a permission is in the way; nothing
    is left behind then.
    """
    origin = Origin(last, load_campaign(last).fiscal_year) if last else THE_TEMPLATE
    wanted = origin.year + bool(last) if year is None else year
    _refuse_odd_year(wanted, origin)
    _refuse_used(folder)
    try:
        _make(folder, origin, wanted)
    except OSError as error:
        raise CannotWriteError(
            _("the folder cannot be written: {reason}").format(reason=_(why(error))),
            place=str(folder),
            remedy=_("choose another folder, or ask for permission to write there"),
        ) from error


def fill_in(folder: Path, entries: Entries) -> None:
    """Write the workbook of a new campaign again, with these entries for what stood there."""
    write_workbook(folder, THE_TEMPLATE, THE_TEMPLATE.year, entries)


def _refuse_odd_year(year: int, origin: Origin) -> None:
    if not _EARLIEST <= year <= _LATEST:
        raise CampaignError(
            _("{year} is not a year of the Buddhist era").format(year=year),
            remedy=_("write the fiscal year in พ.ศ., for example {year}").format(
                year=origin.year + 1
            ),
        )
    if origin != THE_TEMPLATE and year < origin.year:
        raise CampaignError(
            _("{year} comes before the year of that campaign, {last}").format(
                year=year, last=origin.year
            ),
            place=str(origin.folder),
            remedy=_("write {year}").format(year=origin.year + 1),
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


def _make(folder: Path, origin: Origin, year: int) -> None:
    """Write everything into a stage, read it once as a campaign, then move it into place."""
    existed = folder.exists()
    stage = folder / _STAGE
    try:
        stage.mkdir(parents=True)
        write_texts(stage, origin, year)
        write_workbook(stage, origin, year)
        write_paper(stage, load_campaign(stage))
        carry_figures(stage, origin, year)
        for made in sorted(stage.iterdir()):
            made.rename(folder / made.name)
        stage.rmdir()
    except (OSError, CampaignError):
        shutil.rmtree(stage if existed else folder, ignore_errors=True)
        raise
