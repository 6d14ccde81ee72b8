"""Decisions that the office types into the tracker, read before that file is written anew.

The sheet's headings are those of the decisions table; whatever stands beside them is not read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from config.campaign import Decision
from config.crosschecks.decisions import decision_mistakes
from config.errors import CampaignMistakes
from config.messages import _, thai
from config.references import names_of_agencies, resolve
from config.rows import TableRow, TableRows, read_row
from config.tables import DECISIONS
from config.thai import match_key
from config.xlsx import read_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from config.campaign import Campaign
    from config.errors import CampaignError, UserError
    from config.tables import Column

TYPED = ("decision", "other_agency", "other_name", "on", "by", "reason")
"""The columns that are typed into; the others say what the decision is about."""

DETAIL = "detail"
_FILLED_IN = "other_agency"  # for two agencies the sheet names the other one itself
_ABOUT = ("doubt", "agency", "name")
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row of the sheet in which something is typed: its cells by field, as they stand.

    ``faults``: why it is no decision yet, empty before that is known.
    """

    number: int
    cells: dict[str, str]
    faults: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """Which doubt the row is about; see `key_of_doubt`."""
        return key_of_doubt(*(self.cells.get(field, "") for field in (*_ABOUT, DETAIL)))

    @property
    def is_meant(self) -> bool:
        """Say whether a decision is meant, and not only the other agency named."""
        return any(self.cells.get(field) for field in TYPED if field != _FILLED_IN)

    def with_fault(self, fault: UserError) -> TypedRow:
        """Return the row with each mistake in a line: column, fault, remedy."""
        mistakes = fault.mistakes if isinstance(fault, CampaignMistakes) else (fault,)
        return replace(self, faults=tuple(str(mistake) for mistake in mistakes))


def key_of_doubt(doubt: str, agency: str, name: str, detail: str) -> Key:
    """Return what is the same for one doubt in two writings of the sheet."""
    return tuple(match_key(text) for text in (doubt, agency, name, detail))


def read_typed(content: bytes) -> tuple[TypedRow, ...]:
    """Return the rows of a tracker in which something is typed, in the sheet's order.

    The sheet is known by its headings, whatever it is called now. Raises `UnreadableFileError`.
    """
    for sheet in read_workbook(content):
        for place, row in enumerate(sheet.rows):
            fields = _fields(row)
            if {*_ABOUT, "decision"} <= set(fields):
                return tuple(_typed_rows(fields, sheet.rows[place + 1 :], first=place + 2))
    return ()


def decision_of(row: TypedRow, campaign: Campaign) -> Decision:
    """Return the decision that a row means; raise `CampaignMistakes` with all that is wrong.

    It is weighed against the campaign's decisions; whether the person is known is not said here.
    """
    written = {
        column: row.cells[column.name] for column in DECISIONS.columns if row.cells.get(column.name)
    }
    read, mistakes = read_row(_Here("", row.number, {}), written, DECISIONS)
    here = TableRows(DECISIONS, (_Here("", row.number, read.values),))
    named, nobody = resolve(here, names_of_agencies(campaign.agencies))
    _raise([*mistakes, *nobody])
    decision = Decision(**named.rows[0].values)
    _raise(list(decision_mistakes([*campaign.decisions, decision])))
    return decision


class _Here(TableRow):
    """A row whose mistakes stand beside it: only the column need be named."""

    def place(self, column: Column | None = None) -> str:
        return _('column "{column}"').format(column=column.heading) if column else ""


def _raise(mistakes: list[CampaignError]) -> None:
    if mistakes:
        raise CampaignMistakes(tuple(mistakes))


def _fields(row: Sequence[str]) -> list[str]:
    """Return the field of each column, "" where the heading is none of the table's."""
    known = {match_key(column.heading): column.name for column in DECISIONS.columns}
    known[match_key(thai("Detail"))] = DETAIL
    return [known.get(match_key(text), "") for text in row]


def _typed_rows(
    fields: list[str], rows: Sequence[Sequence[str]], *, first: int
) -> Iterator[TypedRow]:
    for number, row in enumerate(rows, start=first):
        cells = {
            field: text
            for field, text in zip(fields, row, strict=False)
            if field and match_key(text)
        }
        if any(field in cells for field in TYPED):
            yield TypedRow(number, cells)
