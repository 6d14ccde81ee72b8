"""``rapsap forms``: what the office makes its forms from."""

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
        "Write what the Google forms are made from: a script that makes them.\n\n"
        "Example:  rapsap forms chiang-rai-2567"
    )
)
@options.folder
@options.lang
def forms(folder: Path) -> int:
    """Write the files that the forms are made from."""
    from rapsap.forming import make_forms

    made = make_forms(folder)
    for finding in made.findings:
        terminal.remark(f"{finding.place}: {finding.fault}")
        terminal.advise(finding.remedy, stderr=True)
    terminal.say(
        _("Made: {folder}").format(folder=made.folder),
        _("Then make the forms: open {script} and do what its first lines say.").format(
            script=made.script
        ),
    )
    return ExitCode.OK
