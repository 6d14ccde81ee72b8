"""``rapsap check``: what is wrong or unconfirmed, before anybody publishes from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.errors import ExitCode
from config.messages import _, marked
from rapsap import terminal
from rapsap.commands import options
from rapsap.spoken import command

if TYPE_CHECKING:
    from pathlib import Path


@command(
    help=marked(
        "Examine all that a refresh needs, and change nothing.\n\n"
        "Example:  rapsap check chiang-rai-2567"
    )
)
@options.folder
@options.lang
def check(folder: Path) -> int:
    """Say what is wrong or unconfirmed in a campaign, each with its remedy."""
    from config.checking import check_campaign
    from config.loading import load_campaign

    findings = check_campaign(load_campaign(folder))
    for finding in findings:
        sign = "x" if finding.level == "error" else "!"
        terminal.say(f"{sign} {finding.place}: {finding.fault}")
        terminal.advise(finding.remedy)
    errors = sum(finding.level == "error" for finding in findings)
    terminal.say(
        _("{errors} errors, {warnings} things to confirm.").format(
            errors=errors, warnings=len(findings) - errors
        ),
        style="bold",
    )
    return ExitCode.CAMPAIGN if errors else ExitCode.OK
