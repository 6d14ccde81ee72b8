"""``rapsap collect``, ``aggregate`` and ``report``: the steps of a refresh one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.errors import ExitCode
from config.messages import _, marked
from rapsap import terminal
from rapsap.commands import options
from rapsap.spoken import command, option

if TYPE_CHECKING:
    from pathlib import Path


@command(help=marked("Only read the sources into the ledger (a step of refresh)."))
@options.folder
@options.accept
@options.lang
def collect(folder: Path, accept: str) -> int:
    """Read the sources."""
    from rapsap import refreshing

    with terminal.steps() as progress:
        collected = refreshing.collect_only(
            folder, now=refreshing.clock(), accept=accept, progress=progress
        )
    for note in collected.remarks:
        terminal.remark(note)
    terminal.say(_("{rows:,} new rows in the ledger.").format(rows=collected.new_rows))
    return refreshing.exit_code(collected)


@command(help=marked("Only count what the ledger holds (a step of refresh)."))
@options.folder
@options.as_json
@options.lang
def aggregate(folder: Path, *, as_json: bool) -> int:
    """Count."""
    from rapsap import refreshing
    from rapsap.outcome import show_figures

    with terminal.steps() as progress:
        campaign, summary = refreshing.aggregate_only(
            folder, now=refreshing.clock(), progress=progress
        )
    show_figures(summary, campaign, as_json=as_json)
    return ExitCode.OK


@command(help=marked("Only write the report of what the ledger holds (a step of refresh)."))
@options.folder
@option(
    "--evidence",
    is_flag=True,
    help=marked("Also write each agency's list of who signed each notice, to certify and keep."),
)
@options.as_json
@options.lang
def report(folder: Path, *, evidence: bool, as_json: bool) -> int:
    """Write the report."""
    from rapsap import refreshing
    from rapsap.outcome import close

    with terminal.steps() as progress:
        outcome = refreshing.report_only(
            folder, now=refreshing.clock(), progress=progress, evidence=evidence
        )
    return close(outcome, as_json=as_json)
