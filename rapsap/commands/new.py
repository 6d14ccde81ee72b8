"""``rapsap new``: an editable campaign folder."""

from __future__ import annotations

from pathlib import Path

import click

from config.errors import ExitCode
from config.messages import _, marked
from rapsap import terminal
from rapsap.commands import options
from rapsap.spoken import argument, command, option


@command(
    help=marked(
        "Make a campaign folder: settings, forms, texts and an inbox for downloads.\n\n"
        "Example:  rapsap new chiang-rai-2567 --year 2567"
    )
)
@argument("folder", metavar=marked("DIR"), type=click.Path(path_type=Path))
@option("--year", metavar=marked("YEAR"), default=2566, help=marked("Fiscal year (B.E.)."))
@options.lang
def new(folder: Path, year: int) -> int:
    """Make a campaign folder; never over another."""
    from config.new import new_campaign

    new_campaign(folder, year=year)
    terminal.say(
        _("Made: {folder}").format(folder=folder),
        _("1. Fill in ตั้งค่า.xlsx (agencies, head-counts, notices)."),
        _("2. Put the forms' downloads into inbox/signoff and inbox/coi."),
        _("3. Run: rapsap refresh {folder}").format(folder=folder),
        hanging=3,
    )
    return ExitCode.OK
