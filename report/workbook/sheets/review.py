"""What is counted but doubtful, with room to type what is decided about it.

The headings are those of the decisions table: `config.typed_decisions` reads them back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.campaign import ANSWERS
from config.messages import thai
from config.tables import DECISIONS
from config.typed_decisions import DETAIL, TYPED, key_of_doubt
from report.rows import Row, rows_of
from report.workbook.sheet import Column, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from config.typed_decisions import TypedRow
    from report.workbook.contents import Contents

_DOUBTS = dict(DECISIONS.column("doubt").choices)
_DECISIONS = dict(DECISIONS.column("decision").choices)
_NARROW, _WIDE = 24, 32
_ABOUT = ("doubt", "agency", "name", DETAIL)


def review(contents: Contents) -> Sheet:
    """Return one row per doubt; below them what was typed and belongs to none of them any more."""
    rows = [*_doubts(contents), *_left_over(contents)]
    return Sheet(
        title=thai("To decide"),
        answers=thai("What is counted but doubtful? Type the decision in the yellow cells."),
        frozen=3,
        columns=(
            *(_column(field, rows) for field in ("doubt", "agency", "name")),
            Column(thai("Detail"), [row[DETAIL] for row in rows], "long", widest=_WIDE),
            Column(thai("What to do"), [row["remedy"] for row in rows], "long", widest=_WIDE),
            *(_column(field, rows) for field in TYPED),
            Column(
                thai("Why it is not taken yet"),
                ["\n".join(row["faults"]) for row in rows],
                "long",
                widest=_WIDE,
            ),
        ),
    )


def _column(field: str, rows: Sequence[Row]) -> Column:
    """Return a column of the decisions table: typed into, but for what the decision is about."""
    heading = DECISIONS.column(field).heading
    cells = [row[field] for row in rows]
    if field not in TYPED:
        return Column(heading, cells, "long", widest=_NARROW)
    choices = [row["choices"] for row in rows] if field == "decision" else ()
    return Column(heading, cells, "typed", choices=choices, widest=_NARROW)


def _doubts(contents: Contents) -> Iterator[Row]:
    """Return the doubts of the Summary, each with what is typed about it."""
    names = {agency.id: agency.name for agency in contents.campaign.agencies}
    typed = {row.key: row for row in contents.typed}
    for doubt in rows_of(contents.summary.review):
        reason_id = doubt["reason_id"]
        about = {
            "doubt": _DOUBTS.get(reason_id, doubt["reason"]),
            "agency": doubt["agency"],
            "name": doubt["person"],
            DETAIL: doubt[DETAIL],
        }
        told = typed.get(key_of_doubt(*about.values()))
        answers = tuple(_DECISIONS[answer] for answer in ANSWERS.get(reason_id, ()))
        yield _row(
            about
            | dict.fromkeys(TYPED, "")
            | {"other_agency": names.get(doubt["other_agency_id"], ""), "choices": answers}
            | {"remedy": doubt["remedy"], "faults": ()},
            told,
        )


def _left_over(contents: Contents) -> Iterator[Row]:
    """Return what is typed about doubts that are none any more: it is not lost."""
    known = {key_of_doubt(*(row[field] for field in _ABOUT)) for row in _doubts(contents)}
    gone = thai("This is doubtful no more. If nothing is to be decided, empty the yellow cells.")
    for told in contents.typed:
        if told.is_meant and told.key not in known:
            blank = dict.fromkeys((*_ABOUT, *TYPED), "")
            yield _row(blank | {"choices": (), "remedy": gone, "faults": ()}, told)


def _row(row: Row, told: TypedRow | None) -> Row:
    return row if told is None else row | told.cells | {"faults": told.faults}
