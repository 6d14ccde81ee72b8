"""Linked sheets: a form's answers as they stand in Google Sheets now, tab by gid or headings."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from collector.cells import printable
from collector.google.spreadsheet import Tab, as_moment, as_text
from collector.google.trouble import NO_ANSWER, Trouble
from collector.google.words import fault_of
from collector.guards import OWN_SHARE
from collector.headers import map_header
from collector.raw import Fetched, RawTable
from collector.technical import zone_heading, zone_named
from collector.verdict import Verdict
from config.errors import ExitCode, UserError
from config.messages import thai
from config.thai import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from collector.errand import Errand
    from collector.google.spreadsheet import Spreadsheet
    from config.campaign import Form, Source

SOURCE = "google-sheets"
_ADDRESS = "https://docs.google.com/spreadsheets/d/"
_TABS_SHOWN = 10
_ROWS_SEARCHED = 20


class NoTabError(UserError):
    """The sheet has no tab that can be the form's: its last good answers stay."""

    exit_code = ExitCode.FORM_REFUSED


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
    chosen, others = _tabs(spreadsheet, source, form)
    as_table = partial(_table, spreadsheet=spreadsheet, form=form, errand=errand)
    return Fetched(
        source.form,
        SOURCE,
        tables=tuple(map(as_table, chosen)),
        name=spreadsheet.title,
        responses=max(_responses(tab, form) for tab in chosen),
        passed_over=tuple(map(as_table, others)),
    )


def _tabs(spreadsheet: Spreadsheet, source: Source, form: Form) -> tuple[list[Tab], list[Tab]]:
    """Return the tabs to read, and those that look like them but are not asked for."""
    tabs = [_from_headings(tab, form) for tab in spreadsheet.tabs]
    fitting = [tab for tab in tabs if _fits(tab.header, form)]
    if not source.gid:
        if not fitting:
            raise _no_tab(spreadsheet, source, form)
        return fitting, []
    tab_by_gid = {tab.gid: tab for tab in tabs}
    for gid in source.gid:
        if gid not in tab_by_gid:
            raise _no_such_tab(spreadsheet, source, gid)
        if tab_by_gid[gid] not in fitting:
            raise _another_tab(spreadsheet, source, form, tab_by_gid[gid])
    chosen = [tab_by_gid[gid] for gid in dict.fromkeys(source.gid)]
    return chosen, [tab for tab in fitting if tab not in chosen]


def _from_headings(tab: Tab, form: Form) -> Tab:
    """Return the tab without what somebody wrote above its headings."""
    for place in range(min(_ROWS_SEARCHED, len(tab.rows))):
        below = tab.without_top(place)
        if _fits(below.header, form):
            return below
    return tab


def _fits(header: tuple[str, ...], form: Form) -> bool:
    return map_header(header, form).share >= OWN_SHARE


def _table(tab: Tab, *, spreadsheet: Spreadsheet, form: Form, errand: Errand) -> RawTable:
    """Return a tab as text; the times of Google's own as a calendar shows them."""
    times = _time_columns(tab, form)
    filled = [
        (number, tuple(as_moment(c) if i in times else as_text(c) for i, c in enumerate(row)))
        for number, row in enumerate(tab.rows[1:], start=tab.top + 2)
    ]
    rows = [(number, row) for number, row in filled if any(map(clean, row))]
    return RawTable(
        form=form.id,
        source=SOURCE,
        origin=f"{spreadsheet.title} › {tab.title}",
        header=tab.header + _zone_column(spreadsheet, errand.campaign.timezone),
        rows=tuple(row for _, row in rows),
        row_numbers=tuple(number for number, _ in rows),
        blank_rows=len(filled) - len(rows),
        fetched_at=errand.now,
    )


def _zone_column(spreadsheet: Spreadsheet, usual: str) -> tuple[str, ...]:
    """Return the heading that names the sheet's zone, where it is not the campaign's."""
    try:
        zone_named(spreadsheet.time_zone)
    except LookupError:
        raise Trouble("strange_answer") from None
    return () if spreadsheet.time_zone == usual else (zone_heading(spreadsheet.time_zone),)


def _responses(tab: Tab, form: Form) -> int:
    """Return how many rows Google itself has dated; what was typed by hand is text."""
    times = _time_columns(tab, form)
    return sum(any(not isinstance(row[i], str) for i in times if i < len(row)) for row in tab.rows)


def _time_columns(tab: Tab, form: Form) -> set[int]:
    columns = map_header(tab.header, form).columns
    return {i for q in form.questions if q.kind == "timestamp" for i in columns.get(q.id, ())}


def _no_tab(spreadsheet: Spreadsheet, source: Source, form: Form) -> NoTabError:
    return NoTabError(
        thai("No tab has the headings of the form “{form}”; the tabs are: {tabs}").format(
            form=form.title, tabs=_named(spreadsheet.tabs)
        ),
        place=document_of(source, spreadsheet.title),
        remedy=thai(
            "See that the form is linked to this sheet and that the first row of its tab still "
            "holds the headings; bring them back from the version history if they were cleared."
        ),
    )


def _no_such_tab(spreadsheet: Spreadsheet, source: Source, gid: int) -> NoTabError:
    return NoTabError(
        thai("There is no tab with the gid {gid}; the tabs are: {tabs}").format(
            gid=gid, tabs=_named(spreadsheet.tabs)
        ),
        place=document_of(source, spreadsheet.title),
        remedy=thai(
            "Write the gid of the tab that holds the answers into campaign.toml, or take gid out "
            "to have the tab found by its headings."
        ),
    )


def _another_tab(spreadsheet: Spreadsheet, source: Source, form: Form, tab: Tab) -> NoTabError:
    blank = thai("The tab “{tab}” is blank, its headings too")
    foreign = thai("The tab “{tab}” does not hold the form “{form}”")
    return NoTabError(
        (foreign if tab.header else blank).format(tab=printable(tab.title), form=form.title),
        place=document_of(source, spreadsheet.title),
        remedy=thai(
            "If the tab was cleared or overwritten, bring it back from the version history; else "
            "correct gid in campaign.toml."
        ),
    )


def _named(tabs: Iterable[Tab]) -> str:
    """Return the tabs by title and gid, as many as a line can hold."""
    shown = [f"“{printable(clean(tab.title))}” (gid {tab.gid})" for tab in tabs]
    return ", ".join(shown[:_TABS_SHOWN]) + (" …" if len(shown) > _TABS_SHOWN else "")
