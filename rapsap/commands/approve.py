"""``rapsap approve``: the draft becomes an edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.errors import ExitCode
from config.messages import _, marked
from rapsap import terminal
from rapsap.commands import options
from rapsap.spoken import command, option

if TYPE_CHECKING:
    from pathlib import Path


@command(
    help=marked(
        "Freeze the public report as an edition that never changes again.\n\n"
        'Example:  rapsap approve --edition ฉบับเสนอ --number "ชร 1/128" --date 3/5/2566'
    )
)
@options.folder
@option(
    "--edition",
    "name",
    metavar=marked("NAME"),
    required=True,
    help=marked("Name of the edition."),
)
@option(
    "--number",
    metavar=marked("NUMBER"),
    required=True,
    help=marked("Number of the document that approved it."),
)
@option(
    "--date",
    "approved_on",
    metavar=marked("DATE"),
    required=True,
    help=marked("Date of that document."),
)
@options.accept
@options.lang
def approve(folder: Path, name: str, number: str, approved_on: str, accept: str) -> int:
    """Approve what stands as a draft."""
    from rapsap import approving, refreshing

    edition = approving.edition_of(name, number, approved_on)
    with terminal.steps() as progress:
        approved = approving.approve(
            folder, edition, now=refreshing.clock(), accept=accept, progress=progress
        )
    for remark in approved.remarks:
        terminal.remark(remark)
    terminal.say(
        _("Approved: {folder}").format(folder=approved.folder),
        _("For the website: {archive}").format(archive=approved.archive),
        _("Anybody can check it there: {command}").format(command="sha256sum -c SHA256SUMS"),
    )
    return ExitCode.OK
