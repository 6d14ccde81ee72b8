"""Linked sheets: a form's answers as they stand in Google Sheets now, tab by gid or headings."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from collector.cells import printable
from collector.google.tabs import as_table, choose_tabs, responses_in
from collector.google.trouble import NO_ANSWER, Trouble
from collector.google.words import fault_of
from collector.raw import Fetched
from collector.verdict import Verdict
from config.messages import thai

if TYPE_CHECKING:
    from collections.abc import Callable

    from collector.errand import Errand
    from collector.google.spreadsheet import Spreadsheet
    from config.campaign import Source

SOURCE = "google-sheets"
_ADDRESS = "https://docs.google.com/spreadsheets/d/"


def open_google_sheets(errand: Errand) -> Callable[[Source], Fetched]:
    """Return what fetches a form's tabs; each spreadsheet is read once for all its forms."""
    return partial(_fetch, errand)


def document_of(source: Source, name: str) -> str:
    """Return how a spreadsheet is called in messages: by its name, where known, and address."""
    return printable(f"{name} {_ADDRESS}{source.spreadsheet}".strip())


def _fetch(errand: Errand, source: Source) -> Fetched:
    last = errand.memory.recall(source)
    try:
        modified, remarks = _last_change(errand, source)
        if last and errand.memory.still_holds(source, modified, errand):
            return Fetched(source.form, SOURCE, name=last.name, as_before=last)
        spreadsheet = errand.desk.spreadsheet(source.spreadsheet)
        fetched = _read(errand, source, spreadsheet)
    except Trouble as trouble:
        place = document_of(source, last.name if last else "")
        raise errand.desk.in_words(trouble, place) from None
    return replace(fetched, modified=modified, verdict=Verdict(remarks=remarks))


def _last_change(errand: Errand, source: Source) -> tuple[str, tuple[str, ...]]:
    """Return Drive's word on when the sheet was last changed, "" where it cannot say.

    That Drive is not to be had costs a reading, no more; it is told.
    """
    if not errand.campaign.google.drive:
        return "", ()
    try:
        file = errand.desk.files().get(source.spreadsheet)
    except Trouble as trouble:
        if trouble.code in NO_ANSWER:
            raise
        told = thai("Google Drive did not say what has changed, so all sheets were read: {fault}")
        return "", (told.format(fault=fault_of(trouble, thai)),)
    if file and file.in_bin:
        raise Trouble("in_bin")
    return file.modified if file else "", ()


def _read(errand: Errand, source: Source, spreadsheet: Spreadsheet) -> Fetched:
    form = errand.campaign.form(source.form)
    place = document_of(source, spreadsheet.title)
    chosen = choose_tabs(spreadsheet, source, form, place=place)
    told = partial(
        as_table, spreadsheet=spreadsheet, form=form, campaign=errand.campaign, now=errand.now
    )
    return Fetched(
        source.form,
        SOURCE,
        tables=tuple(map(told, chosen.tabs)),
        name=spreadsheet.title,
        responses=max(responses_in(tab, form) for tab in chosen.tabs),
        passed_over=tuple(map(told, chosen.passed_over)),
    )
