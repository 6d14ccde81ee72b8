"""Ids that can be told apart and can name a folder; rows that do not say a thing twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from config.errors import CampaignError
from config.messages import _
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.rows import TableRow, TableRows

_ID = re.compile(r"[A-Za-z0-9ก-๛][A-Za-z0-9ก-๛_-]*")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)  # no folder on Windows


def id_mistakes(table: TableRows, field: str) -> Iterator[CampaignError]:
    """Find ids that stand twice and ids that could not name a folder."""
    yield from doubled_rows(table, (field,))
    column = table.table.column(field)
    for row in table.rows:
        written = row.values.get(field, "-")
        if written != "-" and (not _ID.fullmatch(written) or _RESERVED.fullmatch(written)):
            yield CampaignError(
                _('"{id}" cannot be an id').format(id=written),
                place=row.place(column),
                remedy=_("use letters, digits and hyphens only, beginning with a letter or digit"),
            )


def doubled_rows(table: TableRows, fields: tuple[str, ...]) -> Iterator[CampaignError]:
    """Find rows that say the same in ``fields``; an id is the same in capitals too."""
    first_by_key: dict[tuple[str, ...], TableRow] = {}
    for row in table.rows:
        if not row.values.keys() >= set(fields):
            continue
        key = tuple(match_key(str(row.values[field])) for field in fields)
        first = first_by_key.setdefault(key, row)
        if first is not row:
            yield _same_as(first, row, fields, table)


def _same_as(
    first: TableRow, row: TableRow, fields: tuple[str, ...], table: TableRows
) -> CampaignError:
    column = table.table.column(fields[0])
    if len(fields) > 1:
        return CampaignError(
            _("the row says the same thing again as row {row}").format(row=first.number),
            place=row.place(),
            remedy=_("keep one of the two rows"),
        )
    return CampaignError(
        _('{column} "{value}" is the same as in row {row}').format(
            column=column.heading, value=row.values[fields[0]], row=first.number
        ),
        place=row.place(),
        remedy=_("change it so that each is different"),
    )
