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
        "From last year's campaign go along: settings, texts, agencies and their other\n"
        "names, staff types, notices (dates moved), guidelines and measures (as drafts,\n"
        "without results), signatories. Notices and signatories are confirmed anew.\n"
        "Answers, people, head-counts and decisions stay behind: they belong to their\n"
        "year. If a roster still holds, copy its sheet in Excel.\n\n"
        "Example:  rapsap new chiang-rai-2566\n"
        "          rapsap new chiang-rai-2567 --from chiang-rai-2566"
    )
)
@argument("folder", metavar=marked("DIR"), type=click.Path(path_type=Path))
@option(
    "--year",
    metavar=marked("YEAR"),
    type=int,
    help=marked("Fiscal year (B.E.); else 2566, or the one after last year's."),
)
@option(
    "--from",
    "last",
    metavar=marked("LASTYEAR"),
    type=click.Path(path_type=Path),
    help=marked("The campaign folder of last year, to begin with what still holds."),
)
@options.lang
def new(folder: Path, year: int | None, last: Path | None) -> int:
    """Make a campaign folder; never over another."""
    from config.new import new_campaign

    new_campaign(folder, year=year, last=last)
    terminal.say(
        _("Made: {folder}").format(folder=folder),
        _("1. Fill in ตั้งค่า.xlsx (agencies, head-counts, notices)."),
        _("2. Put the forms' downloads into inbox/signoff and inbox/coi."),
        _("3. Run: rapsap refresh {folder}").format(folder=_quoted(folder)),
        _("   On Windows: double-click ปรับปรุงข้อมูล.cmd in the folder."),
        hanging=3,
    )
    return ExitCode.OK


def _quoted(folder: Path) -> str:
    """Return a folder as it has to be typed."""
    return f'"{folder}"' if " " in str(folder) else str(folder)
