"""``rapsap backup`` and ``rapsap restore``: the campaign in one file that proves itself."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from config.dates import short_date
from config.errors import ExitCode
from config.messages import _, marked
from rapsap import terminal
from rapsap.commands import options
from rapsap.spoken import argument, command, option

if TYPE_CHECKING:
    from collector.auditing import Audit
    from collector.backup.manifest import Manifest


@command(
    help=marked(
        "Write all that cannot be made again into one ZIP; also while a refresh runs.\n\n"
        "Ledger, settings, texts, inbox and approved editions; never a key. It is read\n"
        "again before it gets its name, and nothing is ever overwritten.\n"
        "It names people: keep it where the campaign may be kept, on another disk.\n\n"
        "Example:  rapsap backup chiang-rai-2567 --to E:\\backup"
    )
)
@options.folder
@option(
    "--to",
    metavar=marked("PLACE"),
    type=click.Path(path_type=Path),
    help=marked("A folder, or a file that ends in .zip (else backup/ in the campaign)."),
)
@options.lang
def backup(folder: Path, to: Path | None) -> int:
    """Back a campaign up."""
    from rapsap.backing_up import back_up
    from rapsap.refreshing import clock

    with terminal.steps() as progress:
        progress(_("Copying and reading again"))
        packed = back_up(folder, to, now=clock())
    for name in packed.left_out:
        terminal.remark(_("Left out, for it holds a key: {name}").format(name=name))
    terminal.say(_("Made: {folder}").format(folder=packed.place))
    _show(packed.manifest, packed.ledger)
    if to is None:
        terminal.remark(_("It lies on the campaign's own disk: copy it to another one."))
    if not packed.ledger or not packed.ledger.faults:
        return ExitCode.OK
    terminal.mark("error", _("The ledger in it is not sound; see: rapsap verify"))
    return ExitCode.CAMPAIGN


@command(
    help=marked(
        "Bring a backup back into a new folder; a cut or altered one is refused.\n\n"
        "It is unpacked aside, its ledger is examined and compared with its reference,\n"
        "and only then does the folder appear.\n\n"
        "Example:  rapsap restore chiang-rai-2567-2024-05-01-0930-….zip chiang-rai-2567"
    )
)
@argument("archive", metavar=marked("BACKUP"), type=click.Path(path_type=Path))
@argument("folder", metavar=marked("DIR"), type=click.Path(path_type=Path))
@options.lang
def restore(archive: Path, folder: Path) -> int:
    """Restore a campaign."""
    from collector.backup import restore as restored_from

    with terminal.steps() as progress:
        progress(_("Examining and unpacking"))
        restored = restored_from(archive, folder)
    terminal.say(_("Restored: {folder}").format(folder=folder))
    _show(restored.manifest, restored.ledger)
    terminal.say(_("Compare the reference with one on paper, then: rapsap refresh"))
    return ExitCode.OK


def _show(manifest: Manifest, ledger: Audit | None) -> None:
    made_at = datetime.fromisoformat(manifest.made_at)
    reference = manifest.ledger_reference or _("none, nothing was recorded yet")
    terminal.say(_("Reference of the ledger: {reference}").format(reference=reference))
    terminal.say(
        _("{files:,} files of {campaign}, {events:,} events, as of {moment}").format(
            files=len(manifest.files),
            campaign=manifest.campaign,
            events=ledger.events if ledger else 0,
            moment=f"{short_date(made_at.date())} {made_at:%H.%M}",
        )
    )
