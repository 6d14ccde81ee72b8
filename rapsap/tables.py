"""The closing tables of the command line: what was read, and how far each agency has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from config.dates import short_date
from config.errors import CampaignError
from config.messages import _, marked

if TYPE_CHECKING:
    from rich.table import Table

    from aggregate.summary import Summary
    from config.campaign import Campaign

STATES = {
    "undeclared": marked("head-count not declared"),
    "not_started": marked("not started"),
    "in_progress": marked("in progress"),
    "complete": marked("complete"),
    "over": marked("more than declared (please check)"),
}
_SIGNS = {"undeclared": "?", "not_started": " ", "in_progress": ">", "complete": "=", "over": "!"}
_COLOURS = {
    "undeclared": "dim", "not_started": "red", "in_progress": "yellow",
    "complete": "green", "over": "magenta",
}  # fmt: skip
_BAR = 20


def figures(summary: Summary) -> Table:
    """Return what a refresh came to, on one small table."""
    whole, rows = summary.whole, summary.rows
    table = _table(_("As of {day}").format(day=_day(summary)))
    table.add_column()
    table.add_column(justify="right")
    table.show_header = False
    table.add_row(
        _("People who acknowledged every notice"),
        _("{some:,} of {all:,} ({percent} %)").format(
            some=whole["acknowledged_all"],
            all=whole["headcount"],
            percent="-" if whole["percent"] is None else whole["percent"],
        ),
    )
    if whole["acknowledged_undeclared"]:
        table.add_row(
            _("… and in agencies that declared no number"), f"{whole['acknowledged_undeclared']:,}"
        )
    table.add_row(_("Agencies complete"), f"{whole['agencies_complete']} / {whole['agencies']}")
    table.add_row(_("Self-assessments"), _respondents(summary))
    table.add_section()
    table.add_row(_("Rows read"), f"{rows['read']:,}")
    table.add_row("  = " + _("accepted"), f"{rows['accepted']:,}")
    table.add_row("  + " + _("superseded by a later answer"), f"{rows['superseded']:,}")
    table.add_row("  + " + _("set aside for a person to look at"), f"{rows['set_aside']:,}")
    table.add_row(_("To be looked at all the same"), f"{len(summary.review):,}")
    return table


def agencies(summary: Summary) -> Table:
    """Return the agencies of the register with a bar each; the signs also tell without colour."""
    table = _table(_("Acknowledged every notice, as of {day}").format(day=_day(summary)))
    for heading in (_("Agency"), _("Signed"), _("Heads"), "%", "", _("State")):
        table.add_column(
            heading, justify="right" if heading in (_("Signed"), _("Heads"), "%") else "left"
        )
    for row in summary.agencies.itertuples():
        table.add_row(
            row.agency,
            f"{row.acknowledged_all:,}",
            "-" if pd.isna(row.headcount) else f"{row.headcount:,}",
            "-" if pd.isna(row.percent) else f"{row.percent:.1f}",
            _bar(row.percent, _SIGNS[row.state]),
            _(STATES[row.state]),
            style=_COLOURS[row.state],
        )
    return table


def one_agency(summary: Summary, agency_id: str) -> Table:
    """Return one agency, notice by notice."""
    rows = summary.completion[summary.completion["agency_id"] == agency_id]
    table = _table(f"{rows['agency'].iloc[0]} · {_day(summary)}")
    for heading in (_("Notice"), _("Signed"), _("Heads"), "%", _("Late"), _("Outdated")):
        table.add_column(heading, justify="left" if heading == _("Notice") else "right")
    for row in rows.itertuples():
        table.add_row(
            row.notice,
            f"{row.acknowledged:,}",
            "-" if pd.isna(row.headcount) else f"{row.headcount:,}",
            "-" if pd.isna(row.percent) else f"{row.percent:.1f}",
            f"{row.late:,}",
            f"{row.outdated:,}",
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


def _table(title: str) -> Table:
    from rich import box
    from rich.table import Table

    return Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)


def _day(summary: Summary) -> str:
    return short_date(summary.as_of.date()) if summary.as_of else "-"


def _respondents(summary: Summary) -> str:
    return "< 10" if summary.respondents is None else f"{summary.respondents:,}"


def _bar(percent: float, sign: str) -> str:
    if pd.isna(percent):
        return ""
    return (sign if sign.strip() else "-") * min(_BAR, int(percent * _BAR / 100))
