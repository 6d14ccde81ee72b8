"""What the ledger has seen, refresh by refresh: each event with what stood there before."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from collector.cells import to_cells
from collector.looking import looking_at
from collector.past_events import History, PastEvent, PastRefresh, Wording
from collector.sqlite_faults import damaged

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

_EVENTS = """
SELECT seq, refresh, at, form, source, kind, response, origin, row_number, headers.cells, payload
FROM events JOIN refreshes ON refreshes.id = refresh JOIN streams ON streams.id = events.stream
    JOIN headers ON headers.id = header
ORDER BY seq
"""


def read_history(path: Path) -> History:
    """Return the history of the ledger at ``path``, which is only looked at.

    Raises what `looking_at` raises, and `UserError` for a damaged ledger.
    """
    try:
        with looking_at(path) as connection:
            return History(tuple(_refreshes(connection)), tuple(_events(connection)))
    except ValueError as fault:  # a moment or cells that are none
        raise damaged(path) from fault


def _refreshes(connection: sqlite3.Connection) -> Iterator[PastRefresh]:
    for number, at, reason in connection.execute(
        "SELECT id, at, accepted_reason FROM refreshes ORDER BY id"
    ):
        yield PastRefresh(number, datetime.fromisoformat(at), reason)


def _events(connection: sqlite3.Connection) -> Iterator[PastEvent]:
    last_by_response: dict[int, Wording | None] = {}
    for (
        seq,
        refresh,
        at,
        form,
        source,
        kind,
        response,
        *place,
        header,
        payload,
    ) in connection.execute(_EVENTS):
        before = last_by_response.get(response)
        after = Wording(to_cells(header), to_cells(payload), *place) if payload else None
        last_by_response[response] = after
        moment = datetime.fromisoformat(at)
        yield PastEvent(seq, refresh, moment, form, source, kind, response, before, after)
