"""Rows as the ledger gives them back: raw cells to the letter, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from collector.cells import to_cells

if TYPE_CHECKING:
    from collections.abc import Iterable

State = Literal["standing", "replaced", "vanished"]


@dataclass(frozen=True)
class StoredTable:
    """All rows that one stream ever held under one header, in the order of their recording.

    The lists are parallel. A response changed in its sheet stands here once per wording: the
    earlier ones ``replaced``, the last ``standing``, or ``vanished`` with its row.
    """

    form: str
    source: str
    header: tuple[str, ...]
    rows: list[tuple[str, ...]]
    response_ids: list[int]
    origins: list[str]
    row_numbers: list[int]
    states: list[State]


class StoredEvent(NamedTuple):
    """One event of a stream; ``header`` is its number, ``payload`` None once erased."""

    seq: int
    kind: str
    response: int
    header: int
    origin: str
    row_number: int
    payload: bytes | None


def fold(
    events: Iterable[StoredEvent], form: str, source: str, header_by_id: dict[int, tuple[str, ...]]
) -> tuple[StoredTable, ...]:
    """Return one table per header from a stream's events in order; erased rows stay away."""
    events = list(events)
    state_by_seq = _states(events)
    table_by_header: dict[int, StoredTable] = {}
    shared: dict[str, str] = {}  # most cells are one of a question's few options: keep each once
    for event in events:
        if event.seq in state_by_seq and event.payload is not None:
            if event.header not in table_by_header:
                header = header_by_id[event.header]
                table_by_header[event.header] = StoredTable(
                    form, source, header, [], [], [], [], []
                )
            table = table_by_header[event.header]
            cells = to_cells(event.payload)
            table.rows.append(tuple([shared.setdefault(cell, cell) for cell in cells]))
            table.response_ids.append(event.response)
            table.origins.append(event.origin)
            table.row_numbers.append(event.row_number)
            table.states.append(state_by_seq[event.seq])
    return tuple(table_by_header.values())


def _states(events: Iterable[StoredEvent]) -> dict[int, State]:
    """Return what became of each wording: event number → state."""
    last_by_response: dict[int, int] = {}
    state_by_seq: dict[int, State] = {}
    for seq, kind, response, *_rest in events:
        earlier = last_by_response.get(response)
        if kind == "VANISH":
            state_by_seq[last_by_response[response]] = "vanished"
            continue
        if earlier is not None:
            state_by_seq[earlier] = "replaced"
        last_by_response[response] = seq
        state_by_seq[seq] = "standing"
    return state_by_seq
