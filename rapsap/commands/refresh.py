"""``rapsap refresh``: the scheduled job."""

from __future__ import annotations

from pathlib import Path

import click

from config.messages import marked
from rapsap import terminal
from rapsap.commands import options
from rapsap.spoken import command, option


@command(
    help=marked(
        "Bring the report up to date: collect, count, write. The scheduled job.\n\n"
        "Example:  rapsap refresh chiang-rai-2567"
    )
)
@options.folder
@options.accept
@option("--strict", is_flag=True, help=marked("End with exit code 3 if rows were set aside."))
@option(
    "--log",
    metavar=marked("FILE"),
    type=click.Path(path_type=Path, dir_okay=False),
    help=marked("Add a line with the figures of this run to a file."),
)
@options.ping
@options.as_json
@options.lang
def refresh(
    folder: Path, accept: str, log: Path | None, ping: str, *, strict: bool, as_json: bool
) -> int:
    """Refresh the report."""
    from rapsap import refreshing
    from rapsap.noting import noted
    from rapsap.outcome import close

    with noted(log=log, ping=ping) as run:
        with terminal.steps() as progress:
            outcome = refreshing.refresh(
                folder, now=refreshing.clock(), accept=accept, progress=progress
            )
        run.came_to(outcome)
        run.code = close(outcome, as_json=as_json, strict=strict)
    return run.code
