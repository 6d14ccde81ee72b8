"""One thing that a check found: where, what, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from config.errors import ExitCode
from config.messages import _
from config.tables import WORKBOOK

if TYPE_CHECKING:
    from config.tables import Table


@dataclass(frozen=True)
class Finding:
    """``code`` is what a refresh would end with; OK for what is only to be confirmed."""

    place: str
    fault: str
    remedy: str
    code: ExitCode = ExitCode.OK

    @property
    def is_error(self) -> bool:
        """Say whether this must be mended before anything is published."""
        return self.code != ExitCode.OK


def place_of(table: Table) -> str:
    """Return where the office edits a table."""
    return _('{file} sheet "{sheet}"').format(file=WORKBOOK, sheet=table.title)
