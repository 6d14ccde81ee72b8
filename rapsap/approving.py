"""Approving: what stands as a draft becomes an edition that never changes again."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from collector.changes import Acceptance
from config.cells import CellFault, day
from config.checks.results import draft_rows
from config.dates import short_date
from config.errors import CampaignError, ExitCode, UserError, foremost
from config.messages import _
from config.thai import clean
from rapsap.refreshing import Progress, aggregate_only, alone, open_ledger, out_of
from rapsap.unchanged import inputs_of, is_up_to_date, read_last_run
from report.edition import Edition
from report.edition_files import edition_files
from report.facts import Facts
from report.folder_name import folder_name
from report.freezing import freeze, refuse_frozen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime
    from pathlib import Path

    from collector.ledger import Ledger
    from config.campaign import Campaign


@dataclass(frozen=True)
class Approved:
    """The frozen edition's folder, the ZIP in it, and what is odd about it all the same."""

    folder: Path
    archive: Path
    remarks: tuple[str, ...]


def edition_of(name: str, number: str, approved_on: str) -> Edition:
    """Return the edition that a person asks for; raise `CampaignError` for what says nothing."""
    if not folder_name(name):
        raise CampaignError(
            _("The edition needs a name with letters."),
            place="--edition",
            remedy=_("For example: --edition ฉบับเสนอ"),
        )
    if not clean(number):
        raise CampaignError(
            _("The edition needs the number of the document that approved it."),
            place="--number",
            remedy=_('For example: --number "ชร 0017.5/128"'),
        )
    try:
        return Edition(clean(name), clean(number), day(approved_on))
    except CellFault as fault:
        raise CampaignError(fault.fault, place="--date", remedy=fault.remedy) from fault


def approve(
    folder: Path, edition: Edition, *, now: datetime, accept: str, progress: Progress
) -> Approved:
    """Freeze the public report as an edition.

    Raises `CampaignError` unless the report is up to date, and for an edition that is frozen
    already; `UserError`, with the exit code of the refresh, when a form stands on older answers
    and nobody gives a reason to ``accept`` that.
    """
    out = out_of(folder)
    with alone(folder), open_ledger(folder) as ledger:
        refuse_frozen(edition, out)
        _require_up_to_date(folder, ledger, now)
        run = json.loads((out / "internal" / "run.json").read_text(encoding="utf-8"))
        stale = [source for source in run["sources"] if source["state"] in ("refused", "failed")]
        if stale and not accept:
            raise _stale(stale)
        campaign, summary = aggregate_only(folder, now=now, progress=progress)
        progress(_("Freezing the edition"))
        facts = _with_documents(Facts(summary, campaign, run, now, edition))
        files = edition_files(facts, edition)
        if stale:
            _record(stale, accept, edition, ledger, now)
        place = freeze(files, edition, out)
    today = now.astimezone(campaign.zone).date()
    remarks = _remarks(edition.approved_on, summary.as_of and summary.as_of.date(), today)
    return Approved(
        place, place / f"{edition.folder}.zip", (*remarks, *_unconfirmed_rows(campaign))
    )


def _with_documents(facts: Facts) -> Facts:
    """Return the facts with the public documents, written as they are approved."""
    from report.documents.writing import write_documents

    written = write_documents(facts, ("public",))
    if written.faults:
        first, *others = written.faults
        first.also = tuple(others)
        first.exit_code = foremost(fault.exit_code for fault in written.faults)
        raise first
    return replace(facts, official=written.documents)


def _require_up_to_date(folder: Path, ledger: Ledger, now: datetime) -> None:
    """Raise unless what is to be approved is what its reader has seen in ``out/public``."""
    out, last = out_of(folder), read_last_run(out_of(folder))
    if not last or not is_up_to_date(last, out, inputs=inputs_of(folder, ledger), now=now):
        raise CampaignError(
            _("The report is not up to date with its answers and settings."),
            place=str(folder),
            remedy=_("Refresh, look at the report, then approve: rapsap refresh {folder}").format(
                folder=folder
            ),
        )


def _stale(sources: list[dict[str, Any]]) -> UserError:
    reasons = " · ".join(f"{source['form']}: {source['reason']}" for source in sources)
    fault = UserError(
        _("The newest answers did not come in. {reasons}").format(reasons=reasons),
        remedy=_("Mend it and refresh. To approve the older answers: --accept REASON"),
    )
    fault.exit_code = foremost(ExitCode(source["exit_code"]) for source in sources)
    return fault


def _record(
    stale: Iterable[dict[str, Any]], accept: str, edition: Edition, ledger: Ledger, now: datetime
) -> None:
    """Write into the ledger that a person approved in spite of these, and why."""
    decided = [
        Acceptance(source["form"], f"edition:{edition.folder}", source["reason"])
        for source in stale
    ]
    ledger.record([], now=now, accepted_reason=accept, acceptances=decided)


def _unconfirmed_rows(campaign: Campaign) -> Iterable[str]:
    drafts = [row for _table, ids in draft_rows(campaign) for row in ids]
    if drafts:
        yield _("{count} rows are still marked as drafts, and the edition says so: {rows}.").format(
            count=len(drafts), rows=", ".join(drafts)
        )


def _remarks(approved_on: date, as_of: date | None, today: date) -> Iterable[str]:
    dates = {"date": short_date(approved_on), "today": short_date(today)}
    if approved_on > today:
        yield _("The edition's date, {date}, is still to come (today is {today}).").format(**dates)
    if as_of and approved_on < as_of:
        yield _("The data go up to {as_of}, after the edition's date, {date}.").format(
            as_of=short_date(as_of), **dates
        )
