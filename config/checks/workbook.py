"""The workbook as it lies in the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.finding import Finding
from config.messages import _
from config.tables import WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OPEN_IN_EXCEL = "~$"


def open_in_excel(folder: Path) -> Iterator[Finding]:
    """Find the mark that Excel leaves beside a workbook that somebody has open."""
    if (folder / f"{_OPEN_IN_EXCEL}{WORKBOOK}").exists():
        yield Finding(
            WORKBOOK,
            _("the workbook is open in Excel; what is not saved is not read"),
            _("save and close it, then check again"),
        )
