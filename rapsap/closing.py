"""What a refresh came to, on one screen: the headline, the agencies by state, the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import _
from config.thai import number
from rapsap.agency_tables import day_of
from rapsap.signs import STATES, bar, signed, words_of

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from aggregate.summary import Summary

_BAR = 30


def closing(summary: Summary, shown: Console) -> Table:
    """Return the figures of a refresh in two columns: what is counted, and how many."""
    from rich import box
    from rich.table import Table

    table = Table(
        title=_("As of {day}").format(day=day_of(summary)) + "\n",
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        show_header=False,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
    )
    table.add_column()
    table.add_column(justify="right")
    _add_headline(table, summary, shown)
    table.add_section()
    _add_states(table, summary, shown)
    table.add_section()
    table.add_row(_("Self-assessments"), _respondents(summary))
    table.add_section()
    _add_rows(table, summary)
    return table


def _add_headline(table: Table, summary: Summary, shown: Console) -> None:
    whole = summary.whole
    percent = whole["percent"]
    table.add_row(_("People who acknowledged every notice"), _how_many(summary), style="bold")
    if percent is not None:
        table.add_row(bar(percent, _BAR, shown), f"{percent:.1f} %", style="bold green")
    if whole["acknowledged_undeclared"]:
        table.add_row(
            "  " + _("and in agencies that declared no number"),
            number(whole["acknowledged_undeclared"]),
        )


def _how_many(summary: Summary) -> str:
    whole = summary.whole
    if not whole["headcount"]:
        return words_of("undeclared")
    return _("{some} of {all}").format(
        some=number(whole["acknowledged_all"] or 0), all=number(whole["headcount"])
    )


def _add_states(table: Table, summary: Summary, shown: Console) -> None:
    count_by_state = summary.agencies["state"].value_counts()
    table.add_row(_("Agencies"), number(len(summary.agencies)))
    for state, known in STATES.items():
        if count := int(count_by_state.get(state, 0)):
            table.add_row("  " + signed(state, shown), number(count), style=known.colour)


def _add_rows(table: Table, summary: Summary) -> None:
    rows = summary.rows
    table.add_row(_("Rows read"), number(rows["read"]))
    table.add_row("  = " + _("accepted"), number(rows["accepted"]))
    table.add_row("  + " + _("superseded by a later answer"), number(rows["superseded"]))
    table.add_row(
        "  + " + _("set aside for a person to look at"),
        number(rows["set_aside"]),
        style="yellow" if rows["set_aside"] else "",
    )
    if rows["erased"]:
        table.add_row("  + " + _("erased at a person's request"), number(rows["erased"]))
    table.add_row(_("Counted, but to be looked at"), number(len(summary.review)))


def _respondents(summary: Summary) -> str:
    return "< 10" if summary.respondents is None else number(summary.respondents)
