"""``rapsap forms``: what the office makes its forms from, and what Google made of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from config.errors import ExitCode
from config.messages import _, marked
from rapsap import terminal
from rapsap.commands import options
from rapsap.spoken import command, option

if TYPE_CHECKING:
    from collector.forms import MadeForms


@command(
    help=marked(
        "Write what the Google forms are made from: a script that makes them.\n\n"
        "Example:  rapsap forms chiang-rai-2567\n"
        "          rapsap forms chiang-rai-2567 --import google.txt"
    )
)
@options.folder
@option(
    "--import",
    "answer",
    metavar=marked("FILE"),
    type=click.Path(path_type=Path),
    help=marked("What the script answered: the links of every agency."),
)
@options.lang
def forms(folder: Path, answer: Path | None) -> int:
    """Write the files that the forms are made from."""
    from rapsap.forming import make_forms

    made = make_forms(folder, answer)
    for finding in made.findings:
        terminal.remark(f"{finding.place}: {finding.fault}")
        terminal.advise(finding.remedy, stderr=True)
    terminal.say(_("Made: {folder}").format(folder=made.folder))
    if made.forms is None:
        terminal.say(
            _("Then make the forms: open {script} and do what its first lines say.").format(
                script=made.script
            ),
            _("Where that cannot be done, make them by hand after {page}.").format(
                page=made.by_hand
            ),
        )
    elif answer:
        _say_what_to_paste(made.forms, signs_in=made.signs_in)
    return ExitCode.OK


def _say_what_to_paste(made: MadeForms, *, signs_in: bool) -> None:
    """Print the lines by which a refresh finds the sheet; campaign.toml stays the office's own."""
    terminal.say(
        _("Write into campaign.toml, in place of the lines that are there:"),
        f'signoff_url = "{made.form("signoff").url}"',
        f'coi_url = "{made.form("coi").url}"',
        _("To have the sheet read at every refresh, add at the end of campaign.toml:"),
    )
    if not signs_in:
        terminal.say("[google]", 'credentials = "google-key.json"')
    for form in made.forms:
        tab = () if form.gid is None else (f"gid = {form.gid}",)
        terminal.say(
            "[[sources]]",
            f'form = "{form.id}"',
            'kind = "google-sheets"',
            f'spreadsheet = "{made.spreadsheet}"',
            *tab,
        )
