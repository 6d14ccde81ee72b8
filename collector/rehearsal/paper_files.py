"""The tables into which paper was typed: the office's workbook, a copy of a part, and a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.rehearsal import downloads
from collector.rehearsal.inbox import Export
from config.dates import short_date
from config.new_paper import paper_workbook_of
from config.paper import FILE, PAPER_FORM, TABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from collector.rehearsal.responses import Response
    from config.campaign import Campaign

_LISTED = 5
"""One row in so many stands on a coordinator's list, and nowhere else."""
_COPIED = 3
_NAME = ("title", "first_name", "last_name")


def paper_exports(campaign: Campaign, responses: Mapping[str, Response]) -> list[Export]:
    """Return the files of ``inbox/paper``."""
    named = [row for row, response in responses.items() if response.kind == "paper_for_all"]
    listed = named[::_LISTED]
    typed = [row for row in responses if row not in set(listed)]
    copied = typed[: len(typed) // _COPIED]
    return [
        _workbook(campaign, responses, typed),
        _copy(responses, copied),
        _list(responses, listed),
    ]


def _workbook(campaign: Campaign, responses: Mapping[str, Response], rows: list[str]) -> Export:
    values = [
        {
            **responses[row].answers,
            "timestamp": responses[row].typed or responses[row].moment.date(),
        }
        for row in rows
    ]
    return Export(f"paper/{FILE}", paper_workbook_of(campaign, values), tuple(rows), common=False)


def _copy(responses: Mapping[str, Response], rows: list[str]) -> Export:
    """Return the workbook's first rows as somebody saved them again."""
    table = [[column.heading for column in TABLE.columns]]
    table += [_cells(responses[row], [c.name for c in TABLE.columns]) for row in rows]
    return Export(
        "paper/คัดลอกจากสมุดงาน.csv", downloads.linked_sheet(table), tuple(rows), common=False
    )


def _list(responses: Mapping[str, Response], rows: list[str]) -> Export:
    """Return a coordinator's own list, with the name in one column."""
    columns = ["agency", "full_name", "position", "staff_type", "notice", "timestamp"]
    headings = [PAPER_FORM.question(column).header for column in columns]
    table = [headings, *(_cells(responses[row], columns) for row in rows)]
    return Export(
        "paper/บัญชีของผู้ประสานงาน.csv", downloads.linked_sheet(table), tuple(rows), common=False
    )


def _cells(response: Response, columns: list[str]) -> list[str]:
    title, first, last = (response.answers.get(part, "") for part in _NAME)
    said = {
        **response.answers,
        "full_name": f"{title}{first} {last}".strip(),
        "timestamp": response.typed or short_date(response.moment.date()),
    }
    return [said.get(column, "") for column in columns]
