"""The ledger: every row that ever came in, to the letter, in a file that only grows."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from collector.cells import printable, to_cells
from collector.chain import Chained, Event, digest_of
from collector.changes import Changes, Recorded, RecordedEvent
from collector.erasing import read_erased_rows, read_forgotten, wipe_free_pages, write_erasure
from collector.matching import (
    IdentityColumns,
    StandingRow,
    live_sheet,
    standing_together,
    union_of_files,
)
from collector.opening import open_database
from collector.recording import write_acceptances, write_events, write_refresh
from collector.rows import rows_of
from collector.seals import reference_of, write_seal
from collector.sqlite_faults import busy, damaged, in_words, overtaken
from collector.stored import StoredEvent, StoredTable, fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from collector.changes import Acceptance
    from collector.disks import Surroundings
    from collector.erasing import Erasure
    from collector.forgotten import Forgotten
    from collector.raw import RawTable

__all__ = ["Changes", "Ledger", "Recorded", "RecordedEvent", "StoredTable"]

_LAST_EVENTS = """
SELECT at, form, source, kind, response, origin, row_number,
    (SELECT earlier.payload FROM events AS earlier
     WHERE events.kind != 'ADD' AND earlier.response = events.response
       AND earlier.seq < events.seq ORDER BY earlier.seq DESC LIMIT 1),
    payload
FROM events JOIN refreshes ON refreshes.id = refresh JOIN streams ON streams.id = stream
WHERE refresh = (SELECT refresh FROM events ORDER BY seq DESC LIMIT 1) ORDER BY seq
"""
_CHAINED = """
SELECT seq, at, form, source, kind, response, headers.cells, origin, row_number, payload, salt,
    digest, link
FROM events JOIN refreshes ON refreshes.id = refresh JOIN streams ON streams.id = events.stream
    JOIN headers ON headers.id = header
ORDER BY seq
"""
_EVENTS = """
SELECT seq, kind, response, header, origin, row_number, payload, salt, digest
FROM events WHERE stream = ? ORDER BY seq
"""


def _no_identity(_header: tuple[str, ...]) -> IdentityColumns:
    return IdentityColumns()


class Ledger:
    """The ledger in one SQLite file; use it as a context manager.

    Raises `UserError` for a damaged or foreign file and on a network share, `TryLaterError` while
    another process writes, `CannotWriteError` when the disk or a permission is in the way.
    ``known`` is what there is to know of disks, this machine's unless given.
    """

    def __init__(
        self, path: Path, *, wait_seconds: float = 10, known: Surroundings | None = None
    ) -> None:
        self._path = path
        with in_words(path):
            self._connection = open_database(path, wait_seconds=wait_seconds, known=known)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def compare(
        self,
        tables: Sequence[RawTable],
        *,
        form: str,
        source: str,
        live: bool = False,
        identity_of: Callable[[tuple[str, ...]], IdentityColumns] = _no_identity,
    ) -> Changes:
        """Return what a reading would change; nothing is written.

        A stream of files (not ``live``) only grows; a live sheet is compared with its last
        reading, edited rows being known again by the columns that ``identity_of`` a header names.
        """
        standing = self._standing(form, source)
        files = [rows_of(table) for table in tables]
        if live:
            rows = standing_together(files, identity_of)
            differences = live_sheet(rows, standing, identity_of)
        else:
            differences = union_of_files(files, standing)
        return Changes(form, source, live, differences, len(standing), self.event_count())

    def record(
        self,
        changes_by_stream: Sequence[Changes],
        *,
        now: datetime,
        accepted_reason: str = "",
        acceptances: Sequence[Acceptance] = (),
    ) -> Recorded:
        """Write what was compared, all or nothing; without news or a reason, write nothing.

        ``now`` must know its zone. Raises `TryLaterError` if another refresh came between.
        """
        differences = [changes.differences for changes in changes_by_stream]
        recorded = Recorded(
            added=sum(len(found.added) for found in differences),
            changed=sum(len(found.changed) for found in differences),
            vanished=sum(len(found.vanished) for found in differences),
        )
        if recorded == Recorded() and not accepted_reason and not acceptances:
            return recorded
        with self._writing() as connection:
            if any(changes.based_on != self.event_count() for changes in changes_by_stream):
                raise overtaken(self._path)
            refresh = write_refresh(connection, now, accepted_reason)
            write_acceptances(connection, refresh, acceptances)
            for changes in changes_by_stream:
                write_events(connection, refresh, now, changes)
            write_seal(connection, refresh)
        return recorded

    def forget(self, erasure: Erasure, *, now: datetime) -> None:
        """Erase rows for ever, all or nothing; the chain and every printed reference still hold.

        ``now`` must know its zone. Call `wipe` after it.
        """
        self._rows("PRAGMA secure_delete = ON")
        with self._writing() as connection:
            write_erasure(connection, erasure, now)

    def wipe(self) -> None:
        """Let nothing of what was erased stay in the file's free pages or beside the file.

        Raises `TryLaterError` while another process reads the ledger.
        """
        with in_words(self._path):
            if not wipe_free_pages(self._connection):
                raise busy(self._path)

    def forgotten(self) -> Forgotten:
        """Return what was forgotten, as far as it may be known again."""
        with in_words(self._path):
            return read_forgotten(self._connection)

    def erased_rows(self) -> dict[str, int]:
        """Return how many rows of each form were forgotten."""
        with in_words(self._path):
            return read_erased_rows(self._connection)

    def answers(
        self, form: str, *, without: Collection[int] = frozenset()
    ) -> tuple[StoredTable, ...]:
        """Return every row that a form's streams ever held, a table per stream and header.

        ``without``: the numbers of events to be read as if they were erased.

        Raises `UserError` when a row is not what was recorded.
        """
        return tuple(
            table
            for stream, source in self._rows(
                "SELECT id, source FROM streams WHERE form = ? ORDER BY source", form
            )
            for table in fold(
                (
                    event._replace(payload=None) if event.seq in without else event
                    for event in self._events(stream)
                ),
                form,
                source,
                self._header_by_number(stream),
            )
        )

    def head(self) -> str:
        """Return the last link of the chain in hex, "" for an empty ledger."""
        rows = self._rows("SELECT link FROM events ORDER BY seq DESC LIMIT 1")
        return rows[0][0].hex() if rows else ""

    def reference(self) -> str:
        """Return what to print of the ledger's present state, "" before the first refresh."""
        rows = self._rows("SELECT events, link FROM seals ORDER BY refresh DESC LIMIT 1")
        return str(reference_of(*rows[0])) if rows else ""

    def state(self) -> str:
        """Return what tells this ledger from its former self: the last link, how much is erased.

        An erasure leaves every link as it was.
        """
        erased = self._rows("SELECT count(*) FROM events WHERE payload IS NULL")[0][0]
        return f"{self.head()}/{erased}"

    def event_count(self) -> int:
        """Return how many events were ever recorded."""
        return int(self._rows("SELECT coalesce(max(seq), 0) FROM events")[0][0])

    def last_refresh_at(self) -> datetime | None:
        """Return when something was last recorded."""
        return _moment(self._rows("SELECT at FROM refreshes ORDER BY id DESC LIMIT 1"))

    def last_news_at(self, form: str, source: str) -> datetime | None:
        """Return when a stream last brought something new."""
        return _moment(
            self._rows(
                "SELECT at FROM events JOIN refreshes ON refreshes.id = refresh "
                "JOIN streams ON streams.id = stream "
                "WHERE form = ? AND source = ? ORDER BY seq DESC LIMIT 1",
                form,
                source,
            )
        )

    def headers(self, form: str) -> tuple[tuple[str, ...], ...]:
        """Return every header that a form's rows were recorded under."""
        rows = self._rows(
            "SELECT cells FROM headers JOIN streams ON streams.id = stream "
            "WHERE form = ? ORDER BY headers.id",
            form,
        )
        return tuple(dict.fromkeys(to_cells(cells) for (cells,) in rows))

    def headers_of(self, form: str, source: str) -> tuple[tuple[str, ...], ...]:
        """Return every header that one stream's rows were recorded under, the oldest first."""
        rows = self._rows(
            "SELECT cells FROM headers JOIN streams ON streams.id = stream "
            "WHERE form = ? AND source = ? ORDER BY headers.id",
            form,
            source,
        )
        return tuple(to_cells(cells) for (cells,) in rows)

    def holds(self, head: str) -> bool:
        """Say whether the ledger once ended, or still ends, in this last link."""
        link = bytes.fromhex(head)
        return not head or bool(self._rows("SELECT 1 FROM events WHERE link = ? LIMIT 1", link))

    def accepted(self, form: str) -> frozenset[str]:
        """Return the signatures of the form's faults that a person chose to overlook."""
        rows = self._rows("SELECT signature FROM acceptances WHERE form = ?", form)
        return frozenset(signature for (signature,) in rows)

    def events_of_last_refresh(self) -> list[RecordedEvent]:
        """Return what the last refresh with news recorded, in its order."""
        rows = self._rows(_LAST_EVENTS)
        return [
            RecordedEvent._make((*said, _as_line(before), _as_line(after)))
            for *said, before, after in rows
        ]

    def chained_events(self) -> Iterator[Chained]:
        """Yield all events with their hashes, for `collector.chain.verify_chain`."""
        for *said, digest, link in self._rows(_CHAINED):
            yield Chained(Event(*said), digest, link)

    def _standing(self, form: str, source: str) -> list[StandingRow]:
        """Return the rows of a stream's last reading, by response; erased ones stay away."""
        standing: dict[int, StandingRow] = {}
        for (stream,) in self._rows(
            "SELECT id FROM streams WHERE form = ? AND source = ?", form, source
        ):
            header_by_number = self._header_by_number(stream)
            for event in self._events(stream):
                if event.kind == "VANISH" or event.payload is None:
                    standing.pop(event.response, None)
                else:
                    header = header_by_number[event.header]
                    standing[event.response] = StandingRow(event.response, header, event.payload)
        return list(standing.values())

    def _events(self, stream: int) -> Iterator[StoredEvent]:
        """Yield a stream's events in order; a row that was tampered with is a damaged ledger."""
        for *said, salt, digest in self._rows(_EVENTS, stream):
            event = StoredEvent(*said)
            if event.payload is not None and digest_of(salt or b"", event.payload) != digest:
                raise damaged(self._path)
            yield event

    def _header_by_number(self, stream: int) -> dict[int, tuple[str, ...]]:
        rows = self._rows("SELECT id, cells FROM headers WHERE stream = ?", stream)
        return {number: to_cells(cells) for number, cells in rows}

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with in_words(self._path):
            return self._connection.execute(query, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Hold one transaction that is committed whole, or not at all."""
        with in_words(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise


def _moment(rows: list[tuple[Any, ...]]) -> datetime | None:
    return datetime.fromisoformat(rows[0][0]) if rows else None


def _as_line(payload: bytes | None) -> str:
    """Return cells in one line of a list; nothing for what is gone or erased."""
    return printable(" | ".join(to_cells(payload))) if payload else ""
