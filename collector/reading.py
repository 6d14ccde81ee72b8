"""One source read and judged; nothing is recorded yet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from collector.guards import (
    NOTHING_ODD,
    Verdict,
    judge_changes,
    judge_header,
    judge_stored_headers,
)
from collector.identity import identity_columns
from collector.locating import locate
from collector.sources import SOURCES
from collector.streams import is_live
from config.disk_faults import why
from config.errors import UserError
from config.messages import thai

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from collector.changes import Changes
    from collector.ledger import Ledger
    from collector.raw import Fetched, RawTable, RefusedFile
    from config.campaign import Campaign, Source


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source gave; ``failure`` says why it gave nothing, ``changes`` is then None."""

    source: Source
    tables: tuple[RawTable, ...] = ()
    refused_files: tuple[RefusedFile, ...] = ()
    changes: Changes | None = None
    verdict: Verdict = NOTHING_ODD
    failure: UserError | None = None


def read_source(
    source: Source, campaign: Campaign, folder: Path, ledger: Ledger, now: datetime
) -> Reading:
    """Return what a source says, compared with the ledger and judged by the guards."""
    try:
        fetched = SOURCES[source.kind](source.form, folder, now)
    except UserError as failure:
        return Reading(source, failure=failure)
    except OSError as fault:
        return Reading(source, failure=_unreadable(fault))
    return _judged(fetched, source, campaign, ledger)


def _judged(fetched: Fetched, source: Source, campaign: Campaign, ledger: Ledger) -> Reading:
    form = campaign.form(source.form)
    located = locate(fetched.tables, form, campaign.forms)
    changes = ledger.compare(
        located.tables,
        form=source.form,
        source=source.kind,
        live=is_live(source.kind),
        identity_of=partial(identity_columns, form=form),
    )
    verdict = Verdict(remarks=located.remarks)
    verdict += sum((judge_header(table, form) for table in located.tables), start=NOTHING_ODD)
    verdict += judge_stored_headers(ledger.headers(form.id), form)
    verdict += judge_changes(changes, form, campaign.guards)
    refused = fetched.refused + located.refused
    return Reading(source, located.tables, refused, changes, verdict)


def _unreadable(fault: OSError) -> UserError:
    return UserError(
        thai("The source cannot be read: {fault}").format(fault=thai(why(fault))),
        place=str(fault.filename or ""),
        remedy=thai("Check that the folder is there and that you may read it."),
    )
