"""``rapsap check``: what is wrong or unconfirmed, before anybody publishes from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.errors import ExitCode, foremost
from config.messages import _, marked
from rapsap import terminal
from rapsap.commands import options
from rapsap.spoken import command

if TYPE_CHECKING:
    from pathlib import Path

    from config.finding import Finding
    from rapsap.examination import Examined


@command(
    help=marked(
        "Examine all that a refresh needs, and change nothing.\n\n"
        "Example:  rapsap check chiang-rai-2567"
    )
)
@options.folder
@options.lang
def check(folder: Path) -> ExitCode:
    """Say what is wrong or unconfirmed in a campaign, each with its remedy."""
    from rapsap.examination import examine
    from rapsap.refreshing import clock

    findings: list[Finding] = []
    for examined in examine(folder, clock()):
        _show(examined)
        findings += examined.findings or ()
    errors = sum(finding.is_error for finding in findings)
    terminal.say(
        "",
        _("{errors} errors, {warnings} things to confirm.").format(
            errors=errors, warnings=len(findings) - errors
        ),
        style="bold",
    )
    return foremost(finding.code for finding in findings)


def _show(examined: Examined) -> None:
    """Print one examination: its sign and title, then what it found."""
    title = _(examined.title)
    if examined.findings is None:
        waiting = _("not examined until the campaign can be read")
        terminal.mark("waiting", f"{title}: {waiting}")
        return
    worst = "error" if any(finding.is_error for finding in examined.findings) else "warning"
    terminal.mark(worst if examined.findings else "well", title)
    for finding in examined.findings:
        terminal.mark(
            "error" if finding.is_error else "warning",
            f"{finding.place}: {finding.fault}",
            indent=2,
        )
        terminal.advise(finding.remedy)
