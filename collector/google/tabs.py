"""Which tabs of a spreadsheet are a form's, by gid or by headings, and their rows as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from collector.cells import printable
from collector.google.spreadsheet import Tab, as_moment, as_text
from collector.google.trouble import Trouble
from collector.guards import OWN_SHARE
from collector.headers import map_header
from collector.raw import RawTable
from collector.technical import zone_heading, zone_named
from config.errors import ExitCode, UserError
from config.messages import marked, thai
from config.thai import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from collector.google.spreadsheet import Spreadsheet
    from config.campaign import Campaign, Form, Source

_TABS_SHOWN = 10
_ROWS_SEARCHED = 20


class NoTabError(UserError):
    """The sheet has no tab that can be the form's: its last good answers stay."""

    exit_code = ExitCode.FORM_REFUSED


@dataclass(frozen=True)
class Chosen:
    """The tabs to read, and those that look like them but are not asked for."""

    tabs: tuple[Tab, ...]
    passed_over: tuple[Tab, ...] = ()


def choose_tabs(
    spreadsheet: Spreadsheet,
    source: Source,
    form: Form,
    *,
    place: str,
    say: Callable[[str], str] = thai,
) -> Chosen:
    """Return the tabs that ``source`` names by gid, else those that have the form's headings.

    Raises `NoTabError`, in the language of ``say``, where a tab is missing or is another's.
    """
    tabs = [_from_headings(tab, form) for tab in spreadsheet.tabs]
    fitting = [tab for tab in tabs if _fits(tab.header, form)]
    if not source.gid:
        if not fitting:
            raise _error(say, _NO_TAB, place, form=form.title, tabs=_named(tabs))
        return Chosen(tuple(fitting))
    tab_by_gid = {tab.gid: tab for tab in tabs}
    for gid in source.gid:
        if gid not in tab_by_gid:
            raise _error(say, _NO_SUCH_TAB, place, gid=gid, tabs=_named(tabs))
        tab = tab_by_gid[gid]
        if tab not in fitting:
            words = _ANOTHER_TAB if tab.header else _BLANK_TAB
            raise _error(say, words, place, tab=printable(tab.title), form=form.title)
    chosen = [tab_by_gid[gid] for gid in dict.fromkeys(source.gid)]
    return Chosen(tuple(chosen), tuple(tab for tab in fitting if tab not in chosen))


def as_table(
    tab: Tab, *, spreadsheet: Spreadsheet, form: Form, campaign: Campaign, now: datetime
) -> RawTable:
    """Return a tab as text; the times of Google's own as a calendar shows them."""
    times = _time_columns(tab, form)
    filled = [
        (number, tuple(as_moment(c) if i in times else as_text(c) for i, c in enumerate(row)))
        for number, row in enumerate(tab.rows[1:], start=tab.top + 2)
    ]
    rows = [(number, row) for number, row in filled if any(map(clean, row))]
    return RawTable(
        form=form.id,
        source=_SOURCE,
        origin=f"{spreadsheet.title} › {tab.title}",
        header=tab.header + _zone_column(spreadsheet, campaign.timezone),
        rows=tuple(row for _, row in rows),
        row_numbers=tuple(number for number, _ in rows),
        blank_rows=len(filled) - len(rows),
        fetched_at=now,
    )


def responses_in(tab: Tab, form: Form) -> int:
    """Return how many rows Google itself has dated; what was typed by hand is text."""
    times = _time_columns(tab, form)
    return sum(any(not isinstance(row[i], str) for i in times if i < len(row)) for row in tab.rows)


def _from_headings(tab: Tab, form: Form) -> Tab:
    """Return the tab without what somebody wrote above its headings."""
    for place in range(min(_ROWS_SEARCHED, len(tab.rows))):
        below = tab.without_top(place)
        if _fits(below.header, form):
            return below
    return tab


def _fits(header: tuple[str, ...], form: Form) -> bool:
    return map_header(header, form).share >= OWN_SHARE


def _zone_column(spreadsheet: Spreadsheet, usual: str) -> tuple[str, ...]:
    """Return the heading that names the sheet's zone, where it is not the campaign's."""
    try:
        zone_named(spreadsheet.time_zone)
    except LookupError:
        raise Trouble("strange_answer") from None
    return () if spreadsheet.time_zone == usual else (zone_heading(spreadsheet.time_zone),)


def _time_columns(tab: Tab, form: Form) -> set[int]:
    columns = map_header(tab.header, form).columns
    return {i for q in form.questions if q.kind == "timestamp" for i in columns.get(q.id, ())}


def _named(tabs: Iterable[Tab]) -> str:
    """Return the tabs by title and gid, as many as a line can hold."""
    shown = [f"“{printable(clean(tab.title))}” (gid {tab.gid})" for tab in tabs]
    return ", ".join(shown[:_TABS_SHOWN]) + (" …" if len(shown) > _TABS_SHOWN else "")


def _error(
    say: Callable[[str], str], words: tuple[str, str], place: str, **details: object
) -> NoTabError:
    fault, remedy = words
    return NoTabError(say(fault).format(**details), place=place, remedy=say(remedy))


_SOURCE = "google-sheets"
_RESTORE = marked(
    "If the tab was cleared or overwritten, bring it back from the version history; else "
    "correct gid in campaign.toml."
)
_NO_TAB = (
    marked("No tab has the headings of the form “{form}”; the tabs are: {tabs}"),
    marked(
        "See that the form is linked to this sheet and that the first row of its tab still "
        "holds the headings; bring them back from the version history if they were cleared."
    ),
)
_NO_SUCH_TAB = (
    marked("There is no tab with the gid {gid}; the tabs are: {tabs}"),
    marked(
        "Write the gid of the tab that holds the answers into campaign.toml, or take gid out "
        "to have the tab found by its headings."
    ),
)
_ANOTHER_TAB = (marked("The tab “{tab}” does not hold the form “{form}”"), _RESTORE)
_BLANK_TAB = (marked("The tab “{tab}” is blank, its headings too"), _RESTORE)
