"""One source read and judged; nothing is recorded yet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from collector.guards import (
    judge_changes,
    judge_header,
    judge_stored_headers,
    judge_tabs,
)
from collector.identity import identity_columns
from collector.left_out import without_forgotten
from collector.locating import locate
from collector.streams import is_live
from collector.verdict import NOTHING_ODD, Verdict
from config.disk_faults import why
from config.errors import CannotReadError, TryLaterError, UserError
from config.messages import thai

if TYPE_CHECKING:
    from collections.abc import Callable

    from collector.changes import Changes
    from collector.errand import Errand
    from collector.google.memory import LastReading
    from collector.raw import Fetched, RawTable, RefusedFile
    from config.campaign import Source


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source gave; ``failure`` says why it gave nothing, ``changes`` is then None.

    ``name``, ``responses``, ``modified`` and ``as_before`` are those of `Fetched`; ``lasting`` are
    the remarks that hold until the document itself is changed.
    """

    source: Source
    tables: tuple[RawTable, ...] = ()
    refused_files: tuple[RefusedFile, ...] = ()
    changes: Changes | None = None
    verdict: Verdict = NOTHING_ODD
    failure: UserError | None = None
    name: str = ""
    responses: int | None = None
    modified: str | None = None
    as_before: LastReading | None = None
    lasting: tuple[str, ...] = ()


def read_source(source: Source, fetch: Callable[[Source], Fetched], errand: Errand) -> Reading:
    """Return what a source says, compared with the ledger and judged by the guards."""
    try:
        fetched = fetch(source)
    except UserError as failure:
        return Reading(source, failure=failure)
    except OSError as fault:
        return Reading(source, failure=_unreadable(fault))
    if fetched.as_before:
        return _as_before(source, fetched.as_before)
    return _judged(fetched, source, errand)


def _as_before(source: Source, last: LastReading) -> Reading:
    return Reading(
        source,
        name=last.name,
        responses=last.responses,
        as_before=last,
        verdict=Verdict(remarks=last.remarks),
    )


def _judged(fetched: Fetched, source: Source, errand: Errand) -> Reading:
    campaign, ledger = errand.campaign, errand.ledger
    form = campaign.form(source.form)
    located = locate(fetched.tables, form, campaign.read_forms)
    identity_of = partial(identity_columns, form=form)
    changes = ledger.compare(
        without_forgotten(located.tables, source, campaign, ledger.forgotten()),
        form=source.form,
        source=source.stream,
        live=is_live(source.stream),
        identity_of=identity_of,
    )
    lasting = fetched.verdict + Verdict(remarks=located.remarks)
    lasting += sum((judge_header(table, form) for table in located.tables), start=NOTHING_ODD)
    lasting += judge_stored_headers(ledger.headers(form.id), form)
    lasting += judge_tabs(located.tables, fetched.passed_over, form, identity_of)
    return Reading(
        source,
        located.tables,
        fetched.refused + located.refused,
        changes,
        verdict=lasting + judge_changes(changes, form, campaign.guards),
        name=fetched.name,
        responses=fetched.responses,
        modified=fetched.modified,
        lasting=lasting.remarks,
    )


def _unreadable(fault: OSError) -> UserError:
    kind = CannotReadError if isinstance(fault, PermissionError) else TryLaterError
    return kind(
        thai("The source cannot be read: {fault}").format(fault=thai(why(fault))),
        place=str(fault.filename or ""),
        remedy=thai("Check that the folder is there and that you may read it."),
    )
