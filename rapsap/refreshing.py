"""The scheduled job: collect, aggregate, report; and its steps one by one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from collector.ledger import Ledger
from collector.streams import is_live
from config.errors import (
    CampaignError,
    CannotWriteError,
    ExitCode,
    TryLaterError,
    UserError,
    foremost,
)
from config.messages import _
from rapsap.deciding import TRACKER, Typed, in_use, take_up_typed
from rapsap.documenting import held_open, official_documents
from rapsap.leaving_no_copy import finish_erasing
from rapsap.run_record import fared_as_before, run_record, sources_last_read
from rapsap.unchanged import (
    ANY,
    Inputs,
    LastRun,
    digest_of,
    inputs_of,
    is_up_to_date,
    read_last_run,
    still_holds,
    write_last_run,
)
from report import CHECKED, finish_publishing, leave_checked

if TYPE_CHECKING:
    from pathlib import Path

    from aggregate.summary import Summary
    from collector.collect import Collected
    from config.campaign import Campaign

LEDGER = "ledger.sqlite"
_LOCK = ".rapsap.lock"

Progress = Callable[[str], None]
"""Told what is being done, in the reader's language, when a step begins."""


@dataclass(frozen=True)
class Outcome:
    """What a refresh came to; ``summary`` and ``run`` are None when nothing was new.

    ``new_rows`` is how many rows it read that the ledger did not have; ``evidence`` is the folder
    of the lists, where they were asked for.
    """

    folder: Path
    exit_code: ExitCode
    summary: Summary | None = None
    run: dict[str, Any] | None = None
    new_rows: int = 0
    evidence: Path | None = None


def clock() -> datetime:
    """Return the present moment, or the one that SOURCE_DATE_EPOCH names (seconds since 1970)."""
    pinned = os.environ.get("SOURCE_DATE_EPOCH")
    if not pinned:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(pinned), UTC)
    except (ValueError, OverflowError, OSError):
        raise CampaignError(
            _("“{text}” is not a number of seconds since 1970.").format(text=pinned),
            place="SOURCE_DATE_EPOCH",
            remedy=_("Leave it unset, unless a report is to be made again to the byte."),
        ) from None


def out_of(folder: Path) -> Path:
    """Return where a campaign's report is written."""
    return folder / "out"


def refresh(
    folder: Path, *, now: datetime, accept: str = "", progress: Progress = lambda _step: None
) -> Outcome:
    """Bring the report up to date; when nothing is new, leave but the time of this check."""
    with alone(folder), open_ledger(folder) as ledger:
        last = read_last_run(out_of(folder))
        inputs = inputs_of(folder, ledger)
        out = out_of(folder)
        if last and not accept and still_holds(last, out, inputs=inputs, now=now):
            leave_checked(now, out)
            return Outcome(folder, ExitCode(last.exit_code))
        job, typed = _begin_with_decisions(folder, ledger, now, progress)
        if typed.taken:  # what we wrote ourselves is not something new
            inputs = inputs_of(folder, ledger)
            job = _begin(folder, ledger, now, progress)
        stands = last is not None and is_up_to_date(last, out, inputs=inputs, now=now)
        collected = _collect(job, accept)
        if last and stands and ledger.state() == inputs.ledger and fared_as_before(collected, out):
            leave_checked(now, out)
            return Outcome(folder, ExitCode(last.exit_code))
        summary = _aggregate(job)
        outcome = _report(job, summary, _run_record(job, collected, summary), inputs, typed)
        return replace(outcome, new_rows=collected.new_rows)


def collect_only(folder: Path, *, now: datetime, accept: str, progress: Progress) -> Collected:
    """Read every source into the ledger; figures and report stay as they are."""
    with alone(folder), open_ledger(folder) as ledger:
        return _collect(_begin(folder, ledger, now, progress), accept)


def aggregate_only(folder: Path, *, now: datetime, progress: Progress) -> tuple[Campaign, Summary]:
    """Return the figures of what the ledger holds; nothing is read or written."""
    with open_ledger(folder) as ledger:
        job = _begin(folder, ledger, now, progress)
        return job.campaign, _aggregate(job)


def report_only(
    folder: Path, *, now: datetime, progress: Progress, evidence: bool = False
) -> Outcome:
    """Write the report of what the ledger holds, with the sources as they were last read.

    What lies in the inbox is not read, so the next refresh has work to do whatever lies there.
    ``evidence``: keep the lists of that state of the data, too (`rapsap.evidencing`).
    """
    with alone(folder), open_ledger(folder) as ledger:
        job, typed = _begin_with_decisions(folder, ledger, now, progress)
        if typed.taken:
            job = _begin(folder, ledger, now, progress)
        summary = _aggregate(job)
        run = _run_record(job, None, summary)
        outcome = _report(job, summary, run, None, typed)
        if not evidence:
            return outcome
        from rapsap.evidencing import keep_evidence

        kept = keep_evidence(
            summary, job.campaign, run, now=now, out=out_of(folder), progress=progress
        )
        return replace(outcome, evidence=kept)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the campaign folder, its report whole again if a run was killed while publishing.

    Raises `TryLaterError` at once if another refresh holds the folder.
    """
    require_campaign(folder)
    try:
        with FileLock(folder / _LOCK, timeout=0):
            finish_publishing(out_of(folder))
            yield
    except Timeout:
        raise TryLaterError(
            _("Another refresh is working in this folder."),
            place=str(folder),
            remedy=_("Wait until it has ended, then try again."),
        ) from None


@contextmanager
def open_ledger(folder: Path) -> Iterator[Ledger]:
    """Open the ledger of a campaign folder."""
    require_campaign(folder)
    with Ledger(folder / LEDGER) as ledger:
        yield ledger


def require_campaign(folder: Path) -> None:
    """Raise `CampaignError` where a folder is no campaign's."""
    if not (folder / "campaign.toml").is_file():
        raise CampaignError(
            _("This is no campaign folder: it has no campaign.toml."),
            place=str(folder),
            remedy=_("Name the folder, or make one with: rapsap new FOLDER"),
        )


@dataclass(frozen=True)
class _Job:
    """What every step needs."""

    folder: Path
    campaign: Campaign
    ledger: Ledger
    now: datetime
    progress: Progress


def _begin(folder: Path, ledger: Ledger, now: datetime, progress: Progress) -> _Job:
    from config.loading import load_campaign

    progress(_("Reading the campaign"))
    return _Job(folder, load_campaign(folder), ledger, now, progress)


def _begin_with_decisions(
    folder: Path, ledger: Ledger, now: datetime, progress: Progress
) -> tuple[_Job, Typed]:
    """Begin, and take up what the office has decided in the tracker of the last report.

    New decisions are in the campaign only when it is read again.
    """
    job = _begin(folder, ledger, now, progress)
    return job, take_up_typed(
        out_of(folder), folder, job.campaign, knowing=lambda: _who_is_known(job)
    )


def _who_is_known(job: _Job) -> Callable[[Campaign], None]:
    job.progress(_("Reading the decisions in the tracker"))
    from collector.tidy import knowing

    tables = [table for form in ("signoff", "paper") for table in job.ledger.answers(form)]
    return knowing(tables, job.campaign, job.now)


def _collect(job: _Job, accept: str) -> Collected:
    from collector.collect import collect

    job.progress(_("Collecting the responses"))
    return collect(job.campaign, job.folder, job.ledger, now=job.now, accept=accept)


def _aggregate(job: _Job) -> Summary:
    job.progress(_("Reading dates, agencies and people"))
    from aggregate import summarise
    from collector.tidy import tidy

    tables = [table for form in job.campaign.read_forms for table in job.ledger.answers(form.id)]
    responses = replace(tidy(tables, job.campaign, job.now), rows_erased=job.ledger.erased_rows())
    job.progress(_("Counting"))
    return summarise(responses, job.campaign)


def _run_record(job: _Job, collected: Collected | None, summary: Summary) -> dict[str, Any]:
    run = run_record(job.campaign, collected, summary, ledger=job.ledger, now=job.now)
    return run if collected else run | sources_last_read(out_of(job.folder))


def _report(
    job: _Job, summary: Summary, run: dict[str, Any], inputs: Inputs | None, typed: Typed
) -> Outcome:
    job.progress(_("Drawing charts and writing pages"))
    import pandas as pd

    from collector.changes import RecordedEvent
    from rapsap.links import links_of
    from report.facts import Facts, News
    from report.publish import publish
    from report.rendering import render
    from report.word_files import is_word, remember

    events = pd.DataFrame(job.ledger.events_of_last_refresh(), columns=RecordedEvent._fields)
    made, doubts = links_of(job.folder, job.campaign)
    run = run | {"remarks": [*run["remarks"], *typed.remarks, *doubts]}
    official = official_documents(
        Facts(summary, job.campaign, run, job.now, made=made), out_of(job.folder), job.progress
    )
    run = run | {"remarks": [*run["remarks"], *official.remarks], "texts": official.told}
    news = News(events, typed.kept, made, official.documents)
    documents = render(summary, job.campaign, run, news, job.now)
    ended = ended_with(run)
    typed_into = {TRACKER: typed.content, **official.spared.typed_into}
    try:
        remember(official.spared.digests, out_of(job.folder))
        kept = publish(documents, out_of(job.folder), typed_into)
        finish_erasing(job.ledger, out_of(job.folder))
    except CannotWriteError as fault:
        fault.also = tuple(troubles(run))
        fault.exit_code = foremost((fault.exit_code, ended))
        raise
    held = official.held(kept)
    write_last_run(
        LastRun(
            inputs=inputs and replace(inputs, ledger=job.ledger.state()),
            valid_until=_valid_until(job, summary),
            exit_code=ended,
            live=any(is_live(source["source"]) for source in run["sources"]),
            failed=any(source["state"] == "failed" for source in run["sources"]),
            published={
                document.name: ANY
                if is_word(document.name) and document.name not in held
                else digest_of(document.content)
                for document in documents
                if document.name != CHECKED
            },
        ),
        out_of(job.folder),
    )
    if TRACKER in kept and not (typed.content is None and typed.remarks):
        run["remarks"].append(in_use())
    run["remarks"] += held_open(held)
    return Outcome(job.folder, ended, summary, run)


def _valid_until(job: _Job, summary: Summary) -> str:
    """Return when the same inputs next give another report, "" if never.

    At a date of the campaign, or when a row dated ahead comes due.
    """
    from collector.tidy.times import comes_due

    ahead = summary.set_aside[summary.set_aside["reason_id"] == "future_time"]
    moments = [
        due
        for form, text in zip(ahead["form"], ahead["submitted_at"], strict=True)
        for due in comes_due(text, job.campaign, form)
    ]
    if following := job.campaign.next_date_after(job.now):
        moments.append(following)
    return min(moments).isoformat() if moments else ""


def exit_code(collected: Collected) -> ExitCode:
    """Return what to tell the scheduler of how the sources fared."""
    return foremost(source.exit_code for source in collected.sources)


def ended_with(run: dict[str, Any]) -> ExitCode:
    """Return what to tell the scheduler of a run: of its sources, and of its documents."""
    return foremost(ExitCode(part["exit_code"]) for part in (*run["sources"], *run["texts"]))


def troubles(run: dict[str, Any]) -> list[UserError]:
    """Return why sources or documents of a run brought nothing, each with its remedy."""
    sources = [
        UserError(source["reason"], place=source["form"], remedy=source["remedy"])
        for source in run["sources"]
        if source["exit_code"]
    ]
    texts = [
        UserError(text["fault"], place=text["place"], remedy=text["remedy"])
        for text in run["texts"]
    ]
    return [*sources, *texts]
