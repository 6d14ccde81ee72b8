"""The embedded source: downloads that a person drops into ``inbox/<form>/``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.cells import printable
from collector.formats.opening import is_answers, open_file
from collector.raw import Fetched, RawTable, RefusedFile
from config.disk_faults import why
from config.messages import marked, thai
from config.unreadable import UnreadableFileError, refuse_more

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from datetime import datetime
    from pathlib import Path

    from collector.errand import Errand
    from collector.formats.table import Table
    from config.campaign import Source

SOURCE = "inbox"
_MOST_BYTES = 200_000_000


def open_inbox(errand: Errand) -> Callable[[Source], Fetched]:
    """Return what fetches a form's downloads from the campaign folder."""
    return lambda source: fetch_inbox(source.form, errand.folder, errand.now)


def fetch_inbox(form_id: str, folder: Path, now: datetime) -> Fetched:
    """Return every table in ``folder/inbox/<form>/``, files in the order of their names.

    What cannot be read is set aside whole, with reason and remedy; the rest is read all the same.
    """
    found = [one for path in _paths(folder / SOURCE / form_id) for one in _read(form_id, path, now)]
    return Fetched(
        form_id,
        SOURCE,
        tables=tuple(one for one in found if isinstance(one, RawTable)),
        refused=tuple(one for one in found if isinstance(one, RefusedFile)),
    )


def misplaced(folder: Path, forms: Collection[str]) -> tuple[str, ...]:
    """Tell of what lies in the inbox but in no form's folder, where nobody reads it."""
    strays = [path.name for path in _paths(folder / SOURCE) if path.name not in forms]
    told = thai(
        "inbox/{name} lies in no form's folder and was not read; move it into one: {folders}"
    )
    folders = ", ".join(f"inbox/{form}" for form in forms)
    return tuple(told.format(name=printable(name), folders=folders) for name in strays)


def _paths(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if is_answers(path.name))


def _read(form_id: str, path: Path, now: datetime) -> Iterator[RawTable | RefusedFile]:
    name = printable(path.name)
    try:
        for file, found in open_file(name, _content(path)):
            if isinstance(found, UnreadableFileError):
                yield _refused(form_id, file, found)
            else:
                yield _table(form_id, file, found, now)
    except UnreadableFileError as fault:
        yield _refused(form_id, name, fault)


def _content(path: Path) -> bytes:
    """Return a file's bytes. Raises `UnreadableFileError`."""
    try:
        _refuse_what_is_no_file(path)
        if path.stat().st_size > _MOST_BYTES:
            refuse_more()
        return path.read_bytes()
    except OSError as fault:
        raise UnreadableFileError(
            marked("the file cannot be opened: {why}"),
            remedy=marked("Close it in other programs and see that you may read it."),
            why=why(fault),
        ) from fault


def _refuse_what_is_no_file(path: Path) -> None:
    """Refuse a folder, which a person may have unpacked here, and what cannot be read to an end."""
    if path.exists() and not path.is_file():
        raise UnreadableFileError(
            marked("folders inside the inbox are not looked into"),
            remedy=marked("move the files in it one folder up"),
        )


def _table(form_id: str, file: str, table: Table, now: datetime) -> RawTable:
    return RawTable(
        form=form_id,
        source=SOURCE,
        origin=f"{file}/{table.sheet}" if table.sheet else file,
        header=table.header,
        rows=table.rows,
        row_numbers=table.row_numbers,
        blank_rows=table.blank_rows,
        fetched_at=now,
        types=table.types,
        file=file,
        remarks=table.remarks,
    )


def _refused(form_id: str, file: str, fault: UnreadableFileError) -> RefusedFile:
    reason, remedy = fault.in_thai
    return RefusedFile(form_id, SOURCE, file, reason, remedy)
