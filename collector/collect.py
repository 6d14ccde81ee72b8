"""Collecting: every source into the ledger, but for the forms that a guard refuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from collector.both_ways import compare_counts
from collector.changes import Acceptance
from collector.disks import surroundings, sync_service
from collector.errand import Errand
from collector.guards import judge_clock
from collector.reading import Reading, read_source
from collector.sources import SOURCES
from collector.sources.inbox import SOURCE as INBOX
from collector.sources.inbox import misplaced
from config.errors import ExitCode
from config.messages import thai

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from collector.google.patience import Patience
    from collector.ledger import Ledger
    from collector.raw import RefusedFile
    from collector.verdict import Fault
    from config.campaign import Campaign


@dataclass(frozen=True, slots=True)
class SourceState:
    """How one source fared.

    ``ok``: what it says is in the ledger. ``empty``: there was nothing to read. ``refused``: a
    guard keeps the source's news out. ``failed``: it could not be read. ``last_good``: when its
    answers were last known to be up to date, else when they last brought something new.
    ``name``: what its document is called; ``exit_code``: what the shell is told of it.
    """

    form: str
    source: str
    name: str
    state: Literal["ok", "empty", "refused", "failed"]
    last_good: datetime | None
    files: int
    rows: int
    blank_rows: int
    reason: str
    remedy: str
    exit_code: ExitCode


@dataclass(frozen=True, slots=True)
class Collected:
    """What one collecting came to."""

    sources: tuple[SourceState, ...]
    refused_files: tuple[RefusedFile, ...]
    remarks: tuple[str, ...]
    new_rows: int


def collect(  # noqa: PLR0913 - what is read, when, and three things that tests give
    campaign: Campaign,
    folder: Path,
    ledger: Ledger,
    *,
    now: datetime,
    accept: str = "",
    progress: Callable[[str], None] = lambda _form: None,
    patience: Patience | None = None,
) -> Collected:
    """Fetch, compare and judge every source, and record those that pass, all or nothing.

    ``accept`` is a person's reason for overlooking the faults of this reading; the decision
    holds for the same faults from then on. ``progress`` is told each form's title as its source
    is read; ``patience`` is how long Google is asked. Raises what the ledger raises; a failing
    source does not stop the others.
    """
    clock = judge_clock(now, ledger.last_refresh_at())
    with Errand(campaign, folder, ledger, now, patience) as errand:
        readings = _read_all(errand, progress)
        faults = _faults(readings)
        undecided = [f for f in faults if f.signature not in ledger.accepted(f.form)]
        refused = [] if accept else undecided
        recorded = ledger.record(
            [r.changes for r in readings if r.changes and not _of_reading(refused, r)],
            now=now,
            accepted_reason=accept if undecided else "",
            acceptances=[Acceptance(f.form, f.signature, f.reason) for f in undecided if accept],
        )
        states = tuple(_state(r, _of_reading(refused, r), ledger, now) for r in readings)
        _remember(readings, states, errand)
    overlooked = [_in_spite_of(fault) for fault in faults if fault not in refused]
    remarks = (
        *clock.remarks,
        *_copied_elsewhere(folder),
        *_misplaced(campaign, folder),
        *_remarks(readings),
        *compare_counts(readings, campaign),
        *overlooked,
    )
    return Collected(
        sources=states,
        refused_files=tuple(file for reading in readings for file in reading.refused_files),
        remarks=tuple(dict.fromkeys(remarks)),
        new_rows=recorded.added,
    )


def _read_all(errand: Errand, progress: Callable[[str], None]) -> list[Reading]:
    sources = errand.campaign.sources
    fetch_by_kind = {kind: SOURCES[kind](errand) for kind in {s.kind for s in sources}}
    readings = []
    for source in sources:
        progress(errand.campaign.form(source.form).title)
        readings.append(read_source(source, fetch_by_kind[source.kind], errand))
    return readings


def _remember(readings: Iterable[Reading], states: Iterable[SourceState], errand: Errand) -> None:
    """Note what was read of Google and recorded, so that it need not be read again unchanged."""
    recorded = [
        reading
        for reading, state in zip(readings, states, strict=True)
        if state.state in ("ok", "empty") and reading.modified is not None
    ]
    if recorded:
        errand.memory.keep(recorded, errand)


def _faults(readings: Iterable[Reading]) -> list[Fault]:
    """Return the faults of all readings, the same one of several files once."""
    fault_by_signature: dict[tuple[str, str], Fault] = {}
    for reading in readings:
        for fault in reading.verdict.faults:
            fault_by_signature.setdefault((fault.form, fault.signature), fault)
    return list(fault_by_signature.values())


def _of_reading(faults: Sequence[Fault], reading: Reading) -> list[Fault]:
    """Return those of the faults that are this reading's own: the form's other sources go on."""
    own = {(fault.form, fault.signature) for fault in reading.verdict.faults}
    return [fault for fault in faults if (fault.form, fault.signature) in own]


def _in_spite_of(fault: Fault) -> str:
    return thai("Gone on by a person's decision: {fault}").format(fault=fault.reason)


def _copied_elsewhere(folder: Path) -> tuple[str, ...]:
    """Tell of a service that copies the campaign's folder to other machines."""
    service = sync_service(str(folder.resolve() / "ledger.sqlite"), surroundings())
    told = thai(
        "The campaign lies in a folder that {service} copies to other machines: keep it outside "
        "of there, refresh on one machine only, and let rapsap backup write a copy into it."
    )
    return (told.format(service=service),) if service else ()


def _misplaced(campaign: Campaign, folder: Path) -> tuple[str, ...]:
    uses_inbox = any(source.kind == INBOX for source in campaign.sources)
    return misplaced(folder, [form.id for form in campaign.read_forms]) if uses_inbox else ()


def _remarks(readings: Iterable[Reading]) -> list[str]:
    return [remark for reading in readings for remark in reading.verdict.remarks]


def _state(reading: Reading, refused: list[Fault], ledger: Ledger, now: datetime) -> SourceState:
    source, before = reading.source, reading.as_before
    state, reason, remedy = _outcome(reading, refused)
    return SourceState(
        form=source.form,
        source=source.kind,
        name=reading.name,
        state=state,
        last_good=now if state == "ok" else ledger.last_news_at(source.form, source.stream),
        files=before.tables if before else len(reading.tables),
        rows=before.rows if before else sum(len(table.rows) for table in reading.tables),
        blank_rows=before.blank_rows if before else sum(t.blank_rows for t in reading.tables),
        reason=reason,
        remedy=remedy,
        exit_code=_exit_code(reading, refused),
    )


def _outcome(
    reading: Reading, refused: list[Fault]
) -> tuple[Literal["ok", "empty", "refused", "failed"], str, str]:
    """Return a source's state with the reason and the remedy, empty when all is well."""
    if reading.failure:
        place = f"{reading.failure.place}: " if reading.failure.place else ""
        guarded = reading.failure.exit_code == ExitCode.FORM_REFUSED
        state: Literal["refused", "failed"] = "refused" if guarded else "failed"
        return state, f"{place}{reading.failure.fault}", reading.failure.remedy
    if refused:
        remedies = dict.fromkeys(fault.remedy for fault in refused)
        return "refused", " ".join(fault.reason for fault in refused), " ".join(remedies)
    if not (reading.tables or reading.refused_files or reading.as_before):
        return "empty", "", ""
    return "ok", "", ""


def _exit_code(reading: Reading, refused: list[Fault]) -> ExitCode:
    if reading.failure:
        return reading.failure.exit_code
    return ExitCode.FORM_REFUSED if refused else ExitCode.OK
