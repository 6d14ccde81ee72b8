"""What an approved edition prints where a draft says «ร่าง» (design.md §2, «Editions»)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.folder_name import folder_name

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Edition:
    """The name («ฉบับเสนอ»), number and date under which a release was approved."""

    name: str
    number: str
    approved_on: date

    @property
    def folder(self) -> str:
        """The folder it is frozen in: ``2023-05-03-ฉบับเสนอ``."""
        return f"{self.approved_on.isoformat()}-{folder_name(self.name)}"
