"""``rapsap history``: what appeared, changed and vanished, when, in which refresh."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from config.errors import CampaignError, ExitCode
from config.messages import _, marked
from rapsap import terminal
from rapsap.commands import options
from rapsap.spoken import argument, command, option

if TYPE_CHECKING:
    from datetime import date

    from rapsap.history_lists import Line
    from rapsap.looking_back import Past

_SHOWN = 20


@command(
    help=marked(
        "Show what appeared, changed and vanished, refresh by refresh and by agency.\n\n"
        "With an agency: its rows one by one. Names are shown only when asked for,\n"
        "answers never.\n\n"
        "Example:  rapsap history chiang-rai-2567 --since 1/4/2567\n"
        "          rapsap history chiang-rai-2567 สำนักงานคลังจังหวัดเชียงราย"
    )
)
@options.folder
@argument("agency", metavar=marked("[AGENCY]"), required=False)
@option("--since", metavar=marked("DATE"), default="", help=marked("Only from this day on."))
@option(
    "--limit",
    metavar=marked("NUMBER"),
    type=click.IntRange(1),
    help=marked("How many of the newest to show (20 in the terminal unless told)."),
)
@option("--names", is_flag=True, help=marked("Show whose row it is, too (with an agency)."))
@option(
    "--csv",
    "table",
    metavar=marked("FILE"),
    type=click.Path(path_type=Path, dir_okay=False),
    help=marked("Write the list into a new CSV file instead."),
)
@option("--json", "as_json", is_flag=True, help=marked("Print the list as JSON on stdout."))
@options.lang
def history(  # noqa: PLR0913 - one for each option
    folder: Path,
    agency: str | None,
    since: str,
    limit: int | None,
    table: Path | None,
    *,
    names: bool,
    as_json: bool,
) -> int:
    """Show the past."""
    from rapsap import history_lists, looking_back, refreshing
    from rapsap.agency_tables import find_agency

    with terminal.steps() as progress:
        progress(_("Looking back"))
        past = looking_back.look_back(folder, since=_day(since), now=refreshing.clock())
    if agency is None:
        lines = history_lists.refresh_lines(past)
        name = ""
    else:
        agency_id = find_agency(past.campaign, agency)
        lines = history_lists.event_lines(past, past.of_agency(agency_id), names=names)
        name = next(a.name for a in past.campaign.agencies if a.id == agency_id)
    if as_json:
        terminal.print_json({"agency": name, "lines": lines[:limit]})
    elif table:
        _write(lines[:limit], table)
    else:
        _show(past, name, lines, limit or _SHOWN)
    return ExitCode.OK


def _day(text: str) -> date | None:
    from config.cells import CellFault, day

    try:
        return day(text) if text else None
    except CellFault as fault:
        raise CampaignError(fault.fault, place="--since", remedy=fault.remedy) from fault


def _write(lines: list[Line], place: Path) -> None:
    from rapsap.history_lists import as_rows
    from report.csv_text import csv_bytes

    with place.open("xb") as file:
        file.write(csv_bytes(*as_rows(lines)))
    terminal.say(_("Made: {folder}").format(folder=place))


def _show(past: Past, name: str, lines: list[Line], limit: int) -> None:
    from rapsap import history_tables

    shown = terminal.console()
    if not lines:
        terminal.say(_("Nothing was recorded in this time."))
        return
    if name:
        shown.print(history_tables.events(name, lines, past.campaign, shown, limit=limit))
        more = len(lines) - limit
    else:
        shown.print(history_tables.refreshes(lines, shown, limit=limit))
        shown.print(history_tables.agencies(lines, past.campaign, shown))
        more = len({line["refresh"] for line in lines}) - limit
    if more > 0:
        terminal.say(_("{more:,} older ones are not shown; see --limit.").format(more=more))
