"""Everything that a refresh needs, examined in order; nothing is changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from collector.forms import inspect_forms
from collector.inspection import copied, inspect_inbox, inspect_ledger
from collector.streams import is_live
from config.checks import CAMPAIGN_CHECKS
from config.checks.workbook import open_in_excel
from config.errors import CampaignMistakes, UserError
from config.finding import Finding
from config.loading import load_campaign
from config.messages import _, marked
from rapsap.refreshing import LEDGER, out_of, require_campaign
from report.inspection import inspect_fonts, inspect_output, inspect_room, inspect_schedule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from config.campaign import Campaign


@dataclass(frozen=True)
class Examined:
    """What one examination found; None where it had to wait for the campaign to be mended."""

    title: str
    findings: tuple[Finding, ...] | None


def examine(folder: Path, now: datetime) -> Iterator[Examined]:
    """Yield every examination as it is done; raise `CampaignError` for what is no campaign."""
    require_campaign(folder)
    out = out_of(folder)
    campaign, mistakes = _loaded(folder)
    yield Examined(marked("campaign.toml and the tables"), (*mistakes, *open_in_excel(folder)))
    for title, checks in CAMPAIGN_CHECKS:
        yield Examined(title, _of(campaign, *checks))
    yield Examined(
        marked("The links to the forms"), _of(campaign, partial(inspect_forms, folder=folder))
    )
    yield Examined(
        marked("Files in the inbox"), _of(campaign, partial(inspect_inbox, folder=folder, now=now))
    )
    yield Examined(marked("The texts of the documents"), _of(campaign, partial(_texts, now)))
    if campaign and any(is_live(source.kind) for source in campaign.sources):
        yield _google(campaign, folder, now)
    yield Examined(marked("The ledger"), tuple(inspect_ledger(folder / LEDGER)))
    yield Examined(
        marked("What the answers say so far"),
        _of(campaign, partial(_inspect_figures, folder / LEDGER, now)),
    )
    yield Examined(marked("The typeface"), tuple(inspect_fonts()))
    yield Examined(marked("The report's folder"), tuple(inspect_output(out)))
    yield Examined(marked("Room on the disk"), tuple(inspect_room(folder, out)))
    yield Examined(marked("The schedule"), _of(campaign, partial(_inspect_schedule, out, now)))


def _google(campaign: Campaign, folder: Path, now: datetime) -> Examined:
    """Ask Google; imported only where it is asked."""
    from collector.google.inspection import address_to_share_with, inspect_google

    address = address_to_share_with(campaign, folder)
    title = _("Google; share sheets and forms with {address}").format(address=address)
    findings = tuple(inspect_google(campaign, folder, now))
    return Examined(title if address else marked("Google"), findings)


def _texts(now: datetime, campaign: Campaign) -> Iterator[Finding]:
    from report.documents.inspection import inspect_texts

    return inspect_texts(campaign, now)


def _loaded(folder: Path) -> tuple[Campaign | None, tuple[Finding, ...]]:
    try:
        return load_campaign(folder), ()
    except CampaignMistakes as found:
        return None, tuple(
            Finding(mistake.place, mistake.fault, mistake.remedy, mistake.exit_code)
            for mistake in found.mistakes
        )


def _of(
    campaign: Campaign | None, *checks: Callable[[Campaign], Iterator[Finding]]
) -> tuple[Finding, ...] | None:
    if campaign is None:
        return None
    return tuple(finding for check in checks for finding in check(campaign))


def _inspect_figures(path: Path, now: datetime, campaign: Campaign) -> Iterator[Finding]:
    """Count what the ledger holds; one that cannot be read is told where it is looked at."""
    from aggregate import inspect_figures, summarise
    from collector.tidy import tidy

    try:
        with copied(path) as ledger:
            tables = [t for form in campaign.read_forms for t in ledger.answers(form.id)]
        summary = summarise(tidy(tables, campaign, now), campaign)
    except CampaignMistakes as found:
        yield from (Finding(m.place, m.fault, m.remedy, m.exit_code) for m in found.mistakes)
    except (UserError, OSError):
        return
    else:
        yield from inspect_figures(summary, campaign)


def _inspect_schedule(out: Path, now: datetime, campaign: Campaign) -> Iterator[Finding]:
    here = now.astimezone(campaign.zone)
    return inspect_schedule(out, every_hours=campaign.refresh_every_hours, now=here)
