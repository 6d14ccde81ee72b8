"""``rapsap forget``: a person's rows go for good, by a recorded decision."""

from __future__ import annotations

import sys
from datetime import time
from typing import TYPE_CHECKING

import click

from config.dates import short_date
from config.errors import CampaignError, ExitCode
from config.messages import _, marked
from rapsap import terminal
from rapsap.commands import options
from rapsap.spoken import command, option

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from rapsap.finding_person import Found
    from rapsap.forgetting import Forgotten

_MOST_SHOWN = 20


@command(
    help=marked(
        "Erase a person's rows for good, by a decision that is recorded without a name.\n\n"
        "Ledger and report no longer hold them, and no later download brings them back.\n"
        "It ends with what it cannot reach: Google, the inbox, backups, paper.\n\n"
        'Example:  rapsap forget chiang-rai-2567 --agency AGENCY --name "สมชาย ใจดี"\n'
        '              --reason "คำขอที่ 12/2567" --by "จังหวัดเชียงราย"'
    )
)
@options.folder
@option("--agency", metavar=marked("AGENCY"), required=True, help=marked("The person's agency."))
@option("--name", metavar=marked("NAME"), required=True, help=marked("First and last name."))
@option(
    "--position",
    metavar=marked("POSITION"),
    default="",
    help=marked("Only rows with this position, where several people bear the name."),
)
@option(
    "--reason",
    metavar=marked("REASON"),
    required=True,
    help=marked("Why; it is recorded and may not name the person."),
)
@option("--by", metavar=marked("NAME"), required=True, help=marked("Who decided; it is recorded."))
@option("--yes", is_flag=True, help=marked("Do not ask before erasing."))
@options.lang
def forget(  # noqa: PLR0913 - one for each option
    folder: Path, agency: str, name: str, position: str, reason: str, by: str, *, yes: bool
) -> int:
    """Forget a person."""
    from rapsap import forgetting
    from rapsap.finding_person import Wanted
    from rapsap.refreshing import clock

    now, wanted = clock(), Wanted(agency, name, position)
    forgetting.require_decision(reason, by, wanted)
    with terminal.steps() as progress:
        found = forgetting.find(folder, wanted, now=now, progress=progress)
    _show(found)
    if not yes and not _agreed():
        terminal.say(_("Nothing was erased."))
        return ExitCode.OK
    with terminal.steps() as progress:
        done = forgetting.forget(
            folder, wanted, found, (reason, by), now=now, progress=progress
        )  # fmt: skip
    _tell(done, found)
    return done.outcome.exit_code


def _show(found: Found) -> None:
    terminal.say(
        _("{rows} rows of this name in {agency}:").format(rows=len(found.rows), agency=found.agency)
    )
    for row in found.rows[:_MOST_SHOWN]:
        terminal.say(f"  {_when(row.sent_at)} · {row.place} · {row.form}", hanging=4)
    if len(found.rows) > _MOST_SHOWN:
        terminal.say("  " + _("… and {rows} more").format(rows=len(found.rows) - _MOST_SHOWN))


def _when(at: datetime | None) -> str:
    if at is None:
        return _("without a readable date")
    day = short_date(at.date())
    return f"{day} {at:%H.%M}" if at.time() != time.min else day


def _agreed() -> bool:
    if not sys.stdin.isatty():
        raise CampaignError(
            _("Nobody can be asked here, so nothing was erased."),
            remedy=_("Look at the rows above, then: --yes"),
        )
    return click.confirm(_("Erase these rows for good?"), default=False)


def _tell(done: Forgotten, found: Found) -> None:
    erased = len(found.rows)
    terminal.mark("well", _("{rows} rows were erased; the chain holds.").format(rows=erased))
    terminal.say(
        "  "
        + _("The report is made anew; the former one and old copies of the ledger are removed."),
        hanging=4,
    )
    terminal.mark("warning", _("What this cannot reach; see to it by hand:"))
    for line in _unreached(done, found):
        terminal.say(f"  – {line}", hanging=4)


def _unreached(done: Forgotten, found: Found) -> list[str]:
    rows = [
        _("{file}, rows {rows}: delete them there").format(
            file=file, rows=", ".join(map(str, numbers))
        )
        for file, numbers in done.in_the_inbox
    ]
    inbox = tuple(file for file, _numbers in done.in_the_inbox)
    files = [
        _("{file}: the name may still stand in it").format(file=file)
        for file in done.files
        if not any(f"{place}/".startswith(f"{file}/") for place in inbox)
    ]
    kept = [
        _("{folder}/: frozen copies, which are never changed").format(folder=folder)
        for folder in done.kept
    ]
    namesakes = _("{rows} rows of the same name in another agency, or in none known, stay").format(
        rows=found.namesakes
    )
    return [
        *rows,
        *files,
        *kept,
        *([namesakes] if found.namesakes else []),
        _("Google: the response in the form, and its row in the linked sheet"),
        _("backups and copies of this folder elsewhere, and what was printed or sent"),
        _("paper with the signature, and scans of it"),
        _("self-assessments are anonymous: nobody can tell which one was this person's"),
    ]
