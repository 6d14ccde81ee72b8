"""``rapsap demo``: a rehearsal with invented people."""

from __future__ import annotations

from pathlib import Path

import click

from config.messages import _, marked
from rapsap import terminal
from rapsap.commands import options
from rapsap.spoken import argument, command, option


@command(
    help=marked(
        "Rehearse with invented people: a new campaign, untidy downloads, a report.\n\n"
        "Example:  rapsap demo my-rehearsal --people 500"
    )
)
@argument("folder", metavar=marked("[DIR]"), default="rapsap-demo", type=click.Path(path_type=Path))
@option(
    "--people",
    metavar=marked("NUMBER"),
    default=3000,
    type=click.IntRange(200),
    help=marked("How many people to invent (3000 unless told; 200 at least)."),
)
@option(
    "--seed",
    metavar=marked("NUMBER"),
    default=2566,
    help=marked("Another number invents other people."),
)
@options.as_json
@options.lang
def demo(folder: Path, people: int, seed: int, *, as_json: bool) -> int:
    """Make a rehearsal and refresh it."""
    from rapsap import refreshing
    from rapsap.demo import is_rehearsal, rehearse_in
    from rapsap.outcome import close

    now = refreshing.clock()
    with terminal.steps() as progress:
        if not is_rehearsal(folder):
            progress(_("Inventing {people:,} people").format(people=people))
            rehearse_in(folder, people=people, seed=seed)
        outcome = refreshing.refresh(folder, now=now, progress=progress)
    return close(outcome, as_json=as_json)
