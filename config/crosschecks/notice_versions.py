"""The versions of a notice: the first one first, in the order of their dates, under one title."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from config.crosschecks.unique import id_mistakes
from config.errors import CampaignError
from config.messages import _
from config.rows import TableRows
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.rows import TableRow


def version_mistakes(notices: TableRows) -> Iterator[CampaignError]:
    """Check that the versions of each notice stand in the order of their dates."""
    versions: dict[str, list[TableRow]] = {}
    for row in notices.rows:
        if "id" in row.values:
            versions.setdefault(match_key(row.values["id"]), []).append(row)
    firsts = tuple(rows[0] for rows in versions.values())
    yield from id_mistakes(TableRows(notices.table, firsts), "id")
    for rows in versions.values():
        yield from _first_version(rows[0], notices)
        for earlier, later in pairwise(rows):
            yield from _later_version(earlier, later, notices)
            yield from _same_title(rows[0], later, notices)


def _first_version(row: TableRow, notices: TableRows) -> Iterator[CampaignError]:
    for field in ("title", "short_title"):
        if field not in row.values:
            yield CampaignError(
                _("the cell is blank"),
                place=row.place(notices.table.column(field)),
                remedy=_("fill it in"),
            )
    if row.values.get("change", "first") != "first":
        yield CampaignError(
            _("the first version of a notice cannot be a change"),
            place=row.place(notices.table.column("change")),
            remedy=_('write "{choice}"').format(choice=_choice_label(notices, "first")),
        )


def _later_version(
    earlier: TableRow, later: TableRow, notices: TableRows
) -> Iterator[CampaignError]:
    if later.values.get("change") == "first":
        yield CampaignError(
            _("a later version of a notice cannot be its first"),
            place=later.place(notices.table.column("change")),
            remedy=_('write "{minor}" or "{material}"').format(
                minor=_choice_label(notices, "minor"),
                material=_choice_label(notices, "material"),
            ),
        )
    if later.values.get("since", date.max) <= earlier.values.get("since", date.min):
        yield CampaignError(
            _("the version is not later than the one in row {row}").format(row=earlier.number),
            place=later.place(notices.table.column("since")),
            remedy=_("put the versions of a notice in the order of their dates"),
        )


def _choice_label(notices: TableRows, choice: str) -> str:
    return dict(notices.table.column("change").choices)[choice]


def _same_title(first: TableRow, later: TableRow, notices: TableRows) -> Iterator[CampaignError]:
    for field in ("title", "short_title"):
        titles = {match_key(row.values.get(field, "")) for row in (first, later)} - {""}
        if len(titles) > 1:
            yield CampaignError(
                _("the title is not that of row {row}").format(row=first.number),
                place=later.place(notices.table.column(field)),
                remedy=_("write the same title, leave it blank, or give the new notice its own id"),
            )
