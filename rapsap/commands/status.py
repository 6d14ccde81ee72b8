"""``rapsap status``: the agencies in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.errors import ExitCode
from config.messages import marked
from rapsap import terminal
from rapsap.commands import options
from rapsap.spoken import argument, command

if TYPE_CHECKING:
    from pathlib import Path


@command(
    help=marked(
        "Show how far each agency has come, or one of them notice by notice.\n\n"
        "Example:  rapsap status chiang-rai-2567\n"
        "          rapsap status chiang-rai-2567 สำนักงานคลังจังหวัดเชียงราย"
    )
)
@options.folder
@argument("agency", metavar=marked("[AGENCY]"), required=False)
@options.lang
def status(folder: Path, agency: str | None) -> int:
    """Show the agencies."""
    from rapsap import refreshing
    from rapsap.agency_tables import agencies, find_agency, one_agency

    with terminal.steps() as progress:
        campaign, summary = refreshing.aggregate_only(
            folder, now=refreshing.clock(), progress=progress
        )
    shown = terminal.console()
    if agency is None:
        shown.print(agencies(summary, shown))
    else:
        shown.print(one_agency(summary, find_agency(campaign, agency), shown))
    return ExitCode.OK
