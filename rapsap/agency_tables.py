"""The agencies in the terminal, as wide as it is: names are folded between words, never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from config.dates import short_date
from config.errors import CampaignError
from config.messages import _
from config.thai import number
from config.width import columns
from rapsap.folding import fold
from rapsap.signs import STATES, bar, signed

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from aggregate.summary import Summary
    from config.campaign import Campaign

_WIDE = 112  # from here on every name and state stands on one line
_NARROW = 64  # below, there is no room for a bar
_NARROWEST_NAME = 16
_FIGURE = 5
_HANGING = 2


def agencies(summary: Summary, shown: Console) -> Table:
    """Return the agencies of the register with a bar each, and what they come to."""
    wide = shown.width >= _WIDE
    state_width = 28 if wide else 18
    bar_width = 0 if shown.width < _NARROW else 18 if wide else 8
    figures = (_("Signed"), _("Heads"), "%")
    table = _table(_("Acknowledged every notice, as of {day}").format(day=day_of(summary)), wide)
    table.add_column(_("Agency"), no_wrap=True, overflow="fold")
    for heading in figures:
        table.add_column(heading, justify="right", no_wrap=True, overflow="fold", min_width=_FIGURE)
    table.add_column("", no_wrap=True, overflow="fold", min_width=bar_width)
    table.add_column(_("State"), no_wrap=True, overflow="fold", min_width=state_width)
    taken = state_width + bar_width + sum(max(columns(each), _FIGURE) for each in figures)
    name_width = max(_NARROWEST_NAME, shown.width - taken - 5 * (2 if wide else 1))
    for row in summary.agencies.itertuples():
        undeclared = pd.isna(row.percent)
        table.add_row(
            "\n".join(fold(row.agency, name_width, hanging=_HANGING)),
            number(row.acknowledged_all),
            "-" if undeclared else number(row.headcount),
            "-" if undeclared else f"{row.percent:.1f}",
            "" if undeclared else bar(row.percent, bar_width, shown),
            "\n".join(fold(signed(row.state, shown), state_width, hanging=_HANGING)),
            style=STATES[row.state].colour,
        )
    _add_whole(table, summary, bar_width, shown)
    return table


def _add_whole(table: Table, summary: Summary, bar_width: int, shown: Console) -> None:
    whole = summary.whole
    percent = whole["percent"]
    table.add_section()
    table.add_row(
        _("Agencies that declared a number"),
        number(whole["acknowledged_all"] or 0),
        number(whole["headcount"]) if whole["headcount"] else "-",
        "-" if percent is None else f"{percent:.1f}",
        "" if percent is None else bar(percent, bar_width, shown),
        _("{some} of {all} complete").format(
            some=whole["agencies_complete"], all=whole["agencies"]
        ),
        style="bold",
    )


def one_agency(summary: Summary, agency_id: str, shown: Console) -> Table:
    """Return one agency, notice by notice."""
    rows = summary.completion[summary.completion["agency_id"] == agency_id]
    headings = (_("Signed"), _("Heads"), "%", _("Late"), _("Outdated"))
    wide = shown.width >= _WIDE
    table = _table(f"{rows['agency'].iloc[0]} · {day_of(summary)}", wide)
    table.add_column(_("Notice"), no_wrap=True, overflow="fold")
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True, overflow="fold", min_width=_FIGURE)
    taken = sum(max(columns(heading), _FIGURE) for heading in headings)
    name_width = max(_NARROWEST_NAME, shown.width - taken - 5 * (2 if wide else 1))
    for row in rows.itertuples():
        undeclared = pd.isna(row.percent)
        table.add_row(
            "\n".join(fold(row.notice, name_width, hanging=_HANGING)),
            number(row.acknowledged),
            "-" if undeclared else number(row.headcount),
            "-" if undeclared else f"{row.percent:.1f}",
            number(row.late),
            number(row.outdated),
        )
    return table


def find_agency(campaign: Campaign, name: str) -> str:
    """Return the id of the agency with that id, name or other name.

    Raises `CampaignError`, naming the nearest agency, when there is none.
    """
    from collector.tidy.agencies import AgencyNames

    if any(agency.id == name for agency in campaign.agencies):
        return name
    names = AgencyNames(campaign.agencies)
    if found := names.find(name, None):
        return found
    near = names.suggest(name)
    raise CampaignError(
        _("No agency is called “{name}”.").format(name=name),
        remedy=_("Is “{name}” meant?").format(name=near) if near else _("See: rapsap status"),
    )


def day_of(summary: Summary) -> str:
    """Return the day of the newest answer, "-" where there is none."""
    return short_date(summary.as_of.date()) if summary.as_of else "-"


def _table(title: str, wide: bool) -> Table:  # noqa: FBT001 - how the columns are spaced
    from rich import box
    from rich.table import Table

    return Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1 if wide else 0, 0, 0),
    )
