"""What a reading says that the ledger does not know yet: a pure comparison of raw rows."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from collector.cells import to_cells, without_types

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence


class Row(NamedTuple):
    """A row just read; ``payload`` is its cells as the ledger stores them."""

    header: tuple[str, ...]
    payload: bytes
    origin: str
    row_number: int


class StandingRow(NamedTuple):
    """A row that the last reading held, with the number of its response."""

    response: int
    header: tuple[str, ...]
    payload: bytes


@dataclass(frozen=True, slots=True)
class IdentityColumns:
    """The columns by which an edited row is known again, the surest first; empty = none.

    ``meaning`` says what each column asks, however it is headed; empty: what its heading says.
    """

    response_id: tuple[int, ...] = ()
    timestamp: tuple[int, ...] = ()
    email: tuple[int, ...] = ()
    name_and_agency: tuple[int, ...] = ()
    meaning: tuple[str, ...] = ()

    def in_order(self) -> tuple[tuple[int, ...], ...]:
        """Return the column groups, the surest first."""
        return (self.response_id, self.timestamp, self.email, self.name_and_agency)


@dataclass(frozen=True, slots=True)
class Differences:
    """Rows to add, rows that now say something else (response → row), rows now gone."""

    added: tuple[Row, ...] = ()
    changed: tuple[tuple[int, Row], ...] = ()
    vanished: tuple[StandingRow, ...] = ()


_RANKS = len(IdentityColumns().in_order())
_Either = TypeVar("_Either", Row, StandingRow)
_Identity = Callable[[tuple[str, ...]], IdentityColumns]
_Columns = Callable[[tuple[str, ...]], tuple[int, ...]]


def union_of_files(files: Iterable[Iterable[Row]], standing: Iterable[StandingRow]) -> Differences:
    """Return the rows that are new to a stream which only ever grows.

    A row standing k times in one file is k; across files, and over time, the maximum counts.
    Rows of the same text are the same, whether or not a workbook also tells their types.
    """
    known = Counter((row.header, without_types(row.payload)) for row in standing)
    added = []
    for rows in files:
        met: dict[tuple[tuple[str, ...], bytes], int] = {}
        for row in rows:
            key = (row.header, without_types(row.payload))
            met[key] = times = met.get(key, 0) + 1
            if times > known.get(key, 0):
                known[key] = times
                added.append(row)
    return Differences(added=tuple(added))


def standing_together(tabs: Sequence[Sequence[Row]], identity_of: _Identity) -> list[Row]:
    """Return the rows of a form's tabs: one that several tabs hold is met as often as in one.

    A form linked anew writes all its answers into a new tab, and the old tab stays.
    """
    if len(tabs) == 1:
        return list(tabs[0])
    content = partial(_content, cache(identity_of))
    met: Counter[Hashable] = Counter()
    together: list[Row] = []
    for rows in tabs:
        here: Counter[Hashable] = Counter()
        for row in rows:
            key = content(row)
            here[key] += 1
            if here[key] > met[key]:
                together.append(row)
        met |= here
    return together


def live_sheet(
    rows: Sequence[Row],
    standing: Sequence[StandingRow],
    identity_of: _Identity,
) -> Differences:
    """Return how a sheet differs from its last reading, whatever order its rows are in.

    Equal rows are the same response. So are rows that say the same to the same questions: a
    column moved, headed anew or still blank is no edit. What is left pairs as an edit by response
    id, timestamp, e-mail, or name and agency, each only where one row on either side has it.
    """
    identity = cache(identity_of)
    new, gone = _without_equals(rows, standing, lambda row: (row.header, row.payload))
    new, gone = _without_equals(new, gone, partial(_content, identity))
    edited: list[tuple[int, Row]] = []
    for rank in range(_RANKS if new and gone else 0):
        pairs = _pairs(new, gone, partial(_columns_of_rank, identity, rank))
        edited.extend((old.response, row) for old, row in pairs)
        new, gone = _without_pairs(new, gone, pairs)
    return Differences(added=tuple(new), changed=tuple(edited), vanished=tuple(gone))


def _columns_of_rank(identity_of: _Identity, rank: int, header: tuple[str, ...]) -> tuple[int, ...]:
    return identity_of(header).in_order()[rank]


def _without_equals(
    rows: Sequence[Row],
    standing: Sequence[StandingRow],
    key_of: Callable[[Row | StandingRow], Hashable],
) -> tuple[list[Row], list[StandingRow]]:
    """Strike out rows of equal key on both sides, one against one; return what is left."""
    if not rows or not standing:
        return list(rows), list(standing)
    waiting: defaultdict[Hashable, deque[StandingRow]] = defaultdict(deque)
    for old in standing:
        waiting[key_of(old)].append(old)
    new = []
    for row in rows:
        equal = waiting.get(key_of(row))
        if equal:
            equal.popleft()
        else:
            new.append(row)
    return new, sorted(old for left in waiting.values() for old in left)


def _pairs(
    rows: Sequence[Row], standing: Sequence[StandingRow], columns_of: _Columns
) -> list[tuple[StandingRow, Row]]:
    """Return old and new rows of one identity, where exactly one row on either side has it."""
    old_by_identity = _unique_by_identity(standing, columns_of)
    return [
        (old_by_identity[identity], row)
        for identity, row in _unique_by_identity(rows, columns_of).items()
        if identity in old_by_identity
    ]


def _unique_by_identity(
    rows: Sequence[_Either], columns_of: _Columns
) -> dict[tuple[str, ...], _Either]:
    rows_by_identity: defaultdict[tuple[str, ...], list[_Either]] = defaultdict(list)
    for row in rows:
        if columns := columns_of(row.header):
            cells = to_cells(row.payload)
            identity = tuple(cells[i].strip() if i < len(cells) else "" for i in columns)
            if all(identity):
                rows_by_identity[identity].append(row)
    return {identity: same[0] for identity, same in rows_by_identity.items() if len(same) == 1}


def _without_pairs(
    rows: list[Row], standing: list[StandingRow], pairs: list[tuple[StandingRow, Row]]
) -> tuple[list[Row], list[StandingRow]]:
    old = {standing_row.response for standing_row, _ in pairs}
    new = {id(row) for _, row in pairs}
    return [r for r in rows if id(r) not in new], [r for r in standing if r.response not in old]


def _content(identity_of: _Identity, row: Row | StandingRow) -> tuple[tuple[str, str], ...]:
    """Return what a row says: its cells that are not blank, each under what is asked there."""
    asked = identity_of(row.header).meaning or row.header
    pairs = zip_longest(asked, to_cells(row.payload), fillvalue="")
    return tuple(sorted(pair for pair in pairs if pair[1]))
