"""What a refresh would say of the inbox and of the ledger; looks only, writes nothing."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.parse import quote

from collector.cells import printable
from collector.disks import network_share, surroundings, sync_service
from collector.headers import HeaderMap, map_header
from collector.ledger import Ledger
from collector.locating import locate
from collector.opening import on_a_share
from collector.schema import APPLICATION_ID
from collector.sources.inbox import SOURCE, fetch_inbox
from collector.sqlite_faults import damaged, in_words
from config.errors import ExitCode, UserError
from config.finding import Finding
from config.messages import _
from config.thai import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from collector.raw import RefusedFile
    from config.campaign import Campaign, Form


def inspect_inbox(campaign: Campaign, folder: Path, now: datetime) -> Iterator[Finding]:
    """Read the inbox as a refresh does, and yield every file that it would not take as it is."""
    for source in campaign.sources:
        if source.kind == SOURCE:
            form = campaign.form(source.form)
            fetched = fetch_inbox(source.form, folder, now)
            located = locate(fetched.tables, form, campaign.read_forms)
            yield from map(_refused, (*fetched.refused, *located.refused))
            for table in located.tables:
                found = map_header(table.header, form)
                yield from header_findings(found, form, _place(table.form, table.origin))


def header_findings(found: HeaderMap, form: Form, place: str) -> Iterator[Finding]:
    """Yield what is missing or doubled (the form would be refused) and what nobody knows."""
    if found.missing:
        yield Finding(
            place,
            _("no column for {headings}").format(headings=_headers(found.missing, form)),
            _(
                "if the question was reworded, add its new heading to the question's aliases in "
                "campaign.toml; if the column was deleted, bring it back or download the file again"
            ),
            ExitCode.FORM_REFUSED,
        )
    if found.doubled:
        yield Finding(
            place,
            _("more than one column for {headings}").format(headings=_headers(found.doubled, form)),
            _("delete the column that is not the question's own; put a file in again after that"),
            ExitCode.FORM_REFUSED,
        )
    if found.unknown:
        yield Finding(
            place,
            _("columns that nobody knows: {headings}").format(headings=_quoted(found.unknown)),
            _("nothing to do if the form did not ask them; else add them to the form's aliases"),
        )


def _headers(questions: Iterable[str], form: Form) -> str:
    return _quoted(form.question(question).header for question in questions)


def _quoted(headings: Iterable[str]) -> str:
    return ", ".join(f"“{printable(clean(heading))}”" for heading in headings)


def _refused(file: RefusedFile) -> Finding:
    return Finding(_place(file.form, file.origin), file.reason, file.remedy)


def _place(form: str, origin: str) -> str:
    return printable(f"{SOURCE}/{form}/{origin}")


def inspect_ledger(path: Path) -> Iterator[Finding]:
    """Look whether the ledger is one and is sound, and where it lies; a new folder has none."""
    yield from _inspect_place(path)
    if not path.is_file() or _is_in_use(path):
        return
    try:
        with in_words(path):
            _require_sound(path)
    except UserError as fault:
        yield Finding(fault.place, fault.fault, fault.remedy, fault.exit_code)


def _inspect_place(path: Path) -> Iterator[Finding]:
    known, whole = surroundings(), str(path.resolve())
    if share := network_share(whole, known):
        fault = on_a_share(path, share)
        yield Finding(fault.place, fault.fault, fault.remedy, fault.exit_code)
    elif service := sync_service(whole, known):
        yield Finding(
            str(path),
            _("the ledger lies in a folder that {service} copies to other machines").format(
                service=service
            ),
            _("keep the campaign outside of it, and let rapsap backup write a copy into it"),
        )


@contextmanager
def copied(path: Path) -> Iterator[Ledger]:
    """Open a copy of the ledger, or a new one where there is none: to open it may write in it."""
    with TemporaryDirectory() as place:
        for beside in ("", "-wal"):
            source = path.with_name(f"{path.name}{beside}")
            if source.is_file():
                shutil.copyfile(source, Path(place) / source.name)
        with Ledger(Path(place) / path.name) as ledger:
            yield ledger


def _is_in_use(path: Path) -> bool:
    """Say whether its newest rows stand beside it: another run is at work, or was killed."""
    beside = path.with_name(f"{path.name}-wal")
    return beside.is_file() and beside.stat().st_size > 0


def _require_sound(path: Path) -> None:
    connection = sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True)
    try:
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        if not ours or connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise damaged(path)
    finally:
        connection.close()
