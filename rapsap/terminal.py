"""What a person sees in the terminal: steps under way, faults with their remedies, remarks."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from config.errors import CampaignMistakes, UserError
from config.messages import _
from rapsap.folding import fold
from rapsap.signs import arrow, is_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from rapsap.refreshing import Progress


def take_every_letter() -> None:
    """Let stdout and stderr print a «?» for a letter that their code page lacks."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def console(*, stderr: bool = False) -> Console:
    """Return a console for tables and lines."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, soft_wrap=False)


@contextmanager
def steps() -> Iterator[Progress]:
    """Show the step under way and its time: a spinner for a person, a line for a log."""
    shown = console(stderr=True)
    if not shown.is_terminal:
        yield lambda step: shown.print(step, markup=False, soft_wrap=True)
        return
    from rich.progress import Progress as Bars
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    look = SpinnerColumn(), TextColumn("{task.description} …", markup=False), TimeElapsedColumn()
    with Bars(*look, console=shown, transient=True) as bars:
        running = bars.add_task("", total=None)
        yield lambda step: bars.update(running, description=step)


def say(*texts: str, stderr: bool = False, style: str = "", hanging: int = 2) -> None:
    """Print lines; on a terminal they are folded between words to its width."""
    shown = console(stderr=stderr)
    for text in texts:
        width = shown.width if shown.is_terminal else len(text)
        for line in fold(text, width, hanging=hanging):
            shown.print(line, style=style, markup=False, soft_wrap=True)


def complain(fault: UserError) -> None:
    """Print on stderr what is wrong, each mistake with its remedy on a line of its own."""
    for mistake in fault.mistakes if isinstance(fault, CampaignMistakes) else (fault,):
        where = f"{mistake.place}: " if mistake.place else ""
        say(_("Error: {fault}").format(fault=f"{where}{mistake.fault}"), stderr=True, style="red")
        advise(mistake.remedy, stderr=True)


def advise(remedy: str, *, stderr: bool = False) -> None:
    """Print what to do about the line above."""
    if remedy:
        head = f"    {arrow(console(stderr=stderr))} "
        say(head + remedy, stderr=stderr, hanging=len(head))


def print_json(content: object) -> None:
    """Print JSON on stdout that is JSON whatever the stream's code page."""
    shown = console()
    print(json.dumps(content, ensure_ascii=is_plain(shown), indent=1), file=shown.file)


def remark(note: str) -> None:
    """Print something to know on stderr."""
    say(f"• {note}", stderr=True, style="yellow")
