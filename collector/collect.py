"""Collecting: every source into the ledger, but for the forms that a guard refuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from collector.changes import Acceptance
from collector.guards import Fault, judge_clock
from collector.reading import Reading, read_source
from config.messages import thai

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from collector.ledger import Ledger
    from collector.raw import RefusedFile
    from config.campaign import Campaign


@dataclass(frozen=True, slots=True)
class SourceState:
    """How one source fared.

    ``ok``: what it says is in the ledger. ``empty``: there was nothing to read. ``refused``: a
    guard keeps the form's news out. ``failed``: it could not be read. ``last_good``: when its
    answers were last known to be up to date, else when they last brought something new.
    """

    form: str
    source: str
    state: Literal["ok", "empty", "refused", "failed"]
    last_good: datetime | None
    files: int
    rows: int
    blank_rows: int
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Collected:
    """What one collecting came to."""

    sources: tuple[SourceState, ...]
    refused_files: tuple[RefusedFile, ...]
    remarks: tuple[str, ...]
    new_rows: int


def collect(
    campaign: Campaign,
    folder: Path,
    ledger: Ledger,
    *,
    now: datetime,
    accept: str = "",
    progress: Callable[[str], None] = lambda _form: None,
) -> Collected:
    """Fetch, compare and judge every source, and record the forms that pass, all or nothing.

    ``accept`` is a person's reason for overlooking the faults of this reading; the decision
    holds for the same faults from then on. ``progress`` is told each form's title as its source
    is read. Raises what the ledger raises; a failing source does not stop the others.
    """
    clock = judge_clock(now, ledger.last_refresh_at())
    readings = []
    for source in campaign.sources:
        progress(campaign.form(source.form).title)
        readings.append(read_source(source, campaign, folder, ledger, now))
    faults = _faults(readings)
    undecided = [f for f in faults if f.signature not in ledger.accepted(f.form)]
    refused = [] if accept else undecided
    recorded = ledger.record(
        [r.changes for r in readings if r.changes and not _of_form(refused, r.source.form)],
        now=now,
        accepted_reason=accept if undecided else "",
        acceptances=[Acceptance(f.form, f.signature, f.reason) for f in undecided if accept],
    )
    overlooked = [_in_spite_of(fault) for fault in faults if fault not in refused]
    return Collected(
        sources=tuple(_state(r, _of_form(refused, r.source.form), ledger, now) for r in readings),
        refused_files=tuple(file for reading in readings for file in reading.refused_files),
        remarks=(*clock.remarks, *_remarks(readings), *overlooked),
        new_rows=recorded.added,
    )


def _faults(readings: Iterable[Reading]) -> list[Fault]:
    """Return the faults of all readings, the same one of several files once."""
    fault_by_signature: dict[tuple[str, str], Fault] = {}
    for reading in readings:
        for fault in reading.verdict.faults:
            fault_by_signature.setdefault((fault.form, fault.signature), fault)
    return list(fault_by_signature.values())


def _of_form(faults: Sequence[Fault], form: str) -> list[Fault]:
    return [fault for fault in faults if fault.form == form]


def _in_spite_of(fault: Fault) -> str:
    return thai("Gone on by a person's decision: {fault}").format(fault=fault.reason)


def _remarks(readings: Iterable[Reading]) -> list[str]:
    return [remark for reading in readings for remark in reading.verdict.remarks]


def _state(reading: Reading, refused: list[Fault], ledger: Ledger, now: datetime) -> SourceState:
    form, source = reading.source.form, reading.source.kind
    state, reason, remedy = _outcome(reading, refused)
    return SourceState(
        form=form,
        source=source,
        state=state,
        last_good=now if state == "ok" else ledger.last_news_at(form, source),
        files=len(reading.tables),
        rows=sum(len(table.rows) for table in reading.tables),
        blank_rows=sum(table.blank_rows for table in reading.tables),
        reason=reason,
        remedy=remedy,
    )


def _outcome(
    reading: Reading, refused: list[Fault]
) -> tuple[Literal["ok", "empty", "refused", "failed"], str, str]:
    """Return a source's state with the reason and the remedy, empty when all is well."""
    if reading.failure:
        place = f"{reading.failure.place}: " if reading.failure.place else ""
        return "failed", f"{place}{reading.failure.fault}", reading.failure.remedy
    if refused:
        remedies = dict.fromkeys(fault.remedy for fault in refused)
        return "refused", " ".join(fault.reason for fault in refused), " ".join(remedies)
    if not reading.tables and not reading.refused_files:
        return "empty", "", ""
    return "ok", "", ""
