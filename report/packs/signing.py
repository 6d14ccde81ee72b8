"""Sheets to sign by hand: one per notice that is still owed, to print on A4."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.forms.codes import form_codes
from report.pages.assets import assets
from report.pages.environment import fill
from report.rows import rows_where

if TYPE_CHECKING:
    from config.campaign import Notice, NoticeVersion
    from report.packs.pack import Pack
    from report.rows import Row

A_PAGEFUL = 18
"""Lines on a first page; so many are offered where nobody knows how many are missing."""
MOST_BLANK_LINES = 3 * A_PAGEFUL


@dataclass(frozen=True, slots=True)
class SigningSheet:
    """What one notice's sheet holds: known people who owe it, then blank lines for the others.

    ``not_printed`` people are owed beyond the lines that are offered: further sheets are needed.
    """

    notice: Notice
    version: NoticeVersion
    people: tuple[Row, ...]
    blank_lines: int
    not_printed: int


def signing_page(pack: Pack) -> bytes:
    """Return the sheets of an agency as one page; a complete agency has none."""
    return fill(
        "signing.html.j2",
        pack.campaign,
        agency=pack.agency,
        sheets=signing_sheets(pack),
        codes=form_codes(pack.signoff, pack.coi),
        fonts=[name for name in assets().files if name.endswith(".ttf")],
    )


def signing_sheets(pack: Pack) -> list[SigningSheet]:
    """Return a sheet for each notice of which the agency still owes a signature."""
    sheets = (_sheet(notice, pack) for notice in pack.campaign.notices)
    return [sheet for sheet in sheets if sheet.people or sheet.blank_lines]


def _sheet(notice: Notice, pack: Pack) -> SigningSheet:
    owed = rows_where(pack.missing, lambda row: row["notice_id"] == notice.id and row["missing"])
    nameless = sum(row["missing"] for row in owed if not row["person"])
    if pack.figures["state"] == "undeclared":
        nameless = A_PAGEFUL
    today = pack.now.astimezone(pack.campaign.zone).date()
    return SigningSheet(
        notice=notice,
        version=notice.versions[notice.version_on(today)],
        people=tuple(row for row in owed if row["person"]),
        blank_lines=min(nameless, MOST_BLANK_LINES),
        not_printed=max(nameless - MOST_BLANK_LINES, 0),
    )
