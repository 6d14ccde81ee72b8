"""``rapsap refresh``: the scheduled job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.messages import marked
from rapsap import terminal
from rapsap.commands import options
from rapsap.spoken import command, option

if TYPE_CHECKING:
    from pathlib import Path


@command(
    help=marked(
        "Bring the report up to date: collect, count, write. The scheduled job.\n\n"
        "Example:  rapsap refresh chiang-rai-2567"
    )
)
@options.folder
@options.accept
@option("--strict", is_flag=True, help=marked("End with exit code 3 if rows were set aside."))
@options.as_json
@options.lang
def refresh(folder: Path, accept: str, *, strict: bool, as_json: bool) -> int:
    """Refresh the report."""
    from rapsap import refreshing
    from rapsap.outcome import close

    with terminal.steps() as progress:
        outcome = refreshing.refresh(
            folder, now=refreshing.clock(), accept=accept, progress=progress
        )
    return close(outcome, as_json=as_json, strict=strict)
