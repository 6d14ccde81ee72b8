"""What a refresh would say of Google: key, sharing, tabs, headings, forms; looks only."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from collector.google.desk import Desk
from collector.google.patience import Patience
from collector.google.tabs import NoTabError, as_table, choose_tabs
from collector.google.trouble import OF_THE_ACCOUNT, Trouble
from collector.guards import judge_tabs
from collector.headers import map_header
from collector.identity import identity_columns
from collector.inspection import header_findings
from collector.sources import google_forms, google_sheets
from config.errors import ExitCode
from config.finding import Finding
from config.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from config.campaign import Campaign, Source
    from config.errors import UserError


def inspect_google(
    campaign: Campaign, folder: Path, now: datetime, patience: Patience | None = None
) -> Iterator[Finding]:
    """Ask Google for each document as a refresh does, and yield whatever stands in the way.

    When Google does not let us in at all, that is the last finding.
    """
    with closing(Desk(campaign, folder, patience or Patience())) as desk:
        try:
            desk.key()
            for source in campaign.sources:
                if source.kind in _INSPECT:
                    yield from _of_source(desk, campaign, source, now)
            yield from _of_drive(desk, campaign)
        except Trouble as trouble:
            yield _finding(desk.in_words(trouble, "", _))


def address_to_share_with(campaign: Campaign, folder: Path) -> str:
    """Return the account that every sheet and form must be shared with, "" if no key tells it."""
    with closing(Desk(campaign, folder, Patience())) as desk:
        return desk.address


def _of_source(desk: Desk, campaign: Campaign, source: Source, now: datetime) -> Iterator[Finding]:
    """Yield what stands in the way of one source; a trouble of the account ends it all."""
    document_of, inspect = _INSPECT[source.kind]
    try:
        yield from inspect(desk, campaign, source, now)
    except Trouble as trouble:
        if trouble.code in OF_THE_ACCOUNT:
            raise
        yield _finding(desk.in_words(trouble, document_of(source, ""), _))


def _sheet(desk: Desk, campaign: Campaign, source: Source, now: datetime) -> Iterator[Finding]:
    form = campaign.form(source.form)
    spreadsheet = desk.spreadsheet(source.spreadsheet)
    place = google_sheets.document_of(source, spreadsheet.title)
    try:
        chosen = choose_tabs(spreadsheet, source, form, place=place, say=_)
    except NoTabError as no_tab:
        yield _finding(no_tab)
        return
    told = partial(as_table, spreadsheet=spreadsheet, form=form, campaign=campaign, now=now)
    tables, others = list(map(told, chosen.tabs)), list(map(told, chosen.passed_over))
    for table in tables:
        yield from header_findings(map_header(table.header, form), form, table.origin)
    for fault in judge_tabs(tables, others, form, partial(identity_columns, form=form)).faults:
        yield Finding(place, fault.reason, fault.remedy, ExitCode.FORM_REFUSED)
    if spreadsheet.time_zone != campaign.timezone:
        yield Finding(
            place,
            _("the sheet's time zone is {zone}, not {usual}; its times are converted").format(
                zone=spreadsheet.time_zone, usual=campaign.timezone
            ),
            _("set it in the sheet under File > Settings before the first answer comes"),
        )


def _form(desk: Desk, campaign: Campaign, source: Source, _now: datetime) -> Iterator[Finding]:
    form = campaign.form(source.form)
    google_form = desk.form(source.google_form)
    place = google_forms.document_of(source, google_form.title)
    yield from header_findings(map_header(google_forms.asked(google_form, form), form), form, place)
    desk.responses(source.google_form)
    if google_form.accepting is False:
        yield Finding(
            place,
            _("the form does not accept answers"),
            _("publish it and switch on Accepting responses, unless it is to be closed"),
        )
    read = {s.spreadsheet for s in campaign.sources if s.form == source.form and s.spreadsheet}
    if read and google_form.sheet not in read:
        yield Finding(
            place,
            _("the form writes into another sheet than the one that is read"),
            _("in the form choose Responses > View in Sheets, then paste that page's address"),
        )


def _of_drive(desk: Desk, campaign: Campaign) -> Iterator[Finding]:
    """Yield why Drive cannot tell what has changed: a refresh then reads every sheet."""
    if not campaign.google.drive:
        return
    try:
        files = desk.files()
    except Trouble as trouble:
        if trouble.code in OF_THE_ACCOUNT:
            raise
        said = desk.in_words(trouble, _("Google Drive (drive = true)"), _)
        yield Finding(said.place, said.fault, said.remedy)
        return
    for source in campaign.sources:
        file = files.get(source.spreadsheet)
        if file and file.in_bin:
            place = google_sheets.document_of(source, "")
            yield _finding(desk.in_words(Trouble("in_bin"), place, _))


def _finding(fault: UserError) -> Finding:
    return Finding(fault.place, fault.fault, fault.remedy, fault.exit_code)


_INSPECT = {
    google_sheets.SOURCE: (google_sheets.document_of, _sheet),
    google_forms.SOURCE: (google_forms.document_of, _form),
}
