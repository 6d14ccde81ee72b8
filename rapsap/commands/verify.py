"""``rapsap verify``: whether the ledger is still what was recorded and printed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from config.errors import ExitCode
from config.messages import _, marked
from rapsap import terminal
from rapsap.commands import options
from rapsap.spoken import command, option

if TYPE_CHECKING:
    from pathlib import Path

    from collector.auditing import Audit


@command(
    help=marked(
        "Examine whether the ledger is what was recorded and printed; change nothing.\n\n"
        "Pages, run.json and the tracker bear the ledger's reference. A ledger that\n"
        "was altered, cut or replaced no longer fits it: exit code 2.\n\n"
        "Example:  rapsap verify chiang-rai-2567\n"
        "          rapsap verify chiang-rai-2567 --reference 512-9f2c-81ab-03de-77c1"
    )
)
@options.folder
@option(
    "--reference",
    "references",
    metavar=marked("REFERENCE"),
    multiple=True,
    help=marked("A reference from paper or a page; may be given several times."),
)
@option("--json", "as_json", is_flag=True, help=marked("Print what was found as JSON on stdout."))
@options.lang
def verify(folder: Path, references: tuple[str, ...], *, as_json: bool) -> int:
    """Examine the ledger."""
    from rapsap import verifying

    with terminal.steps() as progress:
        progress(_("Examining the ledger"))
        found = verifying.verify(folder, references)
    if as_json:
        terminal.print_json(verifying.as_json(found))
    else:
        show(found)
    return ExitCode.CAMPAIGN if found.faults else ExitCode.OK


def show(found: Audit) -> None:
    """Print what an examination found."""
    if found.faults:
        terminal.mark(
            "error",
            _("The ledger is not what was recorded and printed: {faults} faults.").format(
                faults=len(found.faults)
            ),
        )
    else:
        terminal.mark(
            "well",
            _("The ledger is whole: {events:,} events of {refreshes:,} refreshes.").format(
                events=found.events, refreshes=found.refreshes
            ),
        )
    _show_faults(found)
    _show_counts(found)
    for claim, fits in found.fits:
        if fits:
            terminal.mark("well", f"{claim.where}: {claim}", indent=2)


def _show_faults(found: Audit) -> None:
    for remedy, faults in groupby(found.faults, key=lambda fault: fault.remedy):
        for fault in faults:
            terminal.mark("error", f"{fault.place}: {fault.fault}", indent=2)
        terminal.advise(remedy)


def _show_counts(found: Audit) -> None:
    if found.reference and not found.faults:
        reference = _("Reference of the ledger: {reference}").format(reference=found.reference)
        terminal.say(f"  {reference}", style="bold", hanging=4)
    for stream in found.streams:
        counts = _("{added:,} added, {changed:,} changed, {vanished:,} vanished").format(
            added=stream.added, changed=stream.changed, vanished=stream.vanished
        )
        terminal.say(f"  {stream.form} ({stream.source}): {counts}", hanging=4)
    if found.erased:
        erased = _("{erased:,} events were erased (forgotten); their place is kept.")
        terminal.say(f"  {erased.format(erased=found.erased)}", hanging=4)
