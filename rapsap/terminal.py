"""What a person sees in the terminal: steps under way, faults with their remedies, remarks.

Where nobody looks on (a log, a pipe) lines are printed as they are, without rich, and without what
stands in somebody's file.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from config.errors import CampaignMistakes, UserError
from config.messages import _
from config.quoting import for_a_log

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from rapsap.refreshing import Progress


def take_every_letter() -> None:
    """Let stdout and stderr print a «?» for a letter that their code page lacks.

    A code page without Thai would print nothing else: such a stream is written in UTF-8.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(
                encoding=None if _knows_thai(stream.encoding) else "utf-8", errors="replace"
            )


def console(*, stderr: bool = False) -> Console:
    """Return a console for tables and lines."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, soft_wrap=False)


@contextmanager
def steps() -> Iterator[Progress]:
    """Show the step under way and its time: a spinner for a person, a line for a log."""
    if not sys.stderr.isatty():
        yield lambda step: say(step, stderr=True)
        return
    from rich.progress import Progress as Bars
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    look = SpinnerColumn(), TextColumn("{task.description} …", markup=False), TimeElapsedColumn()
    with Bars(*look, console=console(stderr=True), transient=True) as bars:
        running = bars.add_task("", total=None)
        yield lambda step: bars.update(running, description=step)


def say(*texts: str, stderr: bool = False, style: str = "", hanging: int = 2) -> None:
    """Print lines; on a terminal they are folded between words to its width."""
    stream = _stream(stderr=stderr)
    if not stream.isatty():
        print(*map(for_a_log, texts), sep="\n", file=stream)
        return
    from rapsap.folding import fold

    shown = console(stderr=stderr)
    for text in texts:
        for line in fold(text, shown.width, hanging=hanging):
            shown.print(line, style=style, markup=False, soft_wrap=True)


def mark(state: str, text: str, *, indent: int = 0) -> None:
    """Print a line that begins with a sign: well, warning, error, waiting."""
    from rapsap.signs import MARKS, is_plain

    sign = MARKS[state]
    shown = sign.plain if is_plain(sys.stdout) else sign.sign
    style = sign.colour if indent else f"bold {sign.colour}"
    say(f"{'':{indent}}{shown} {text}", style=style, hanging=indent + 2)


def complain(fault: UserError) -> None:
    """Print on stderr what is wrong, each mistake with its remedy on a line of its own."""
    mistakes = fault.mistakes if isinstance(fault, CampaignMistakes) else (fault,)
    for mistake in (*fault.also, *mistakes):
        where = f"{mistake.place}: " if mistake.place else ""
        told = _("Error: {fault}").format(fault=f"{where}{mistake.fault}")
        say(told, stderr=True, style="red")
        advise(mistake.remedy, stderr=True)


def advise(remedy: str, *, stderr: bool = False) -> None:
    """Print what to do about the line above."""
    if remedy:
        from rapsap.signs import arrow

        head = f"    {arrow(_stream(stderr=stderr))} "
        say(head + remedy, stderr=stderr, hanging=len(head))


def remark(note: str) -> None:
    """Print something to know on stderr."""
    say(f"• {note}", stderr=True, style="yellow")


def print_json(content: object) -> None:
    """Print JSON on stdout that is JSON whatever the stream's code page."""
    import json

    from rapsap.signs import is_plain

    print(json.dumps(content, ensure_ascii=is_plain(sys.stdout), indent=1))


def _knows_thai(encoding: str) -> bool:
    try:
        "ก".encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _stream(*, stderr: bool) -> TextIO:
    return sys.stderr if stderr else sys.stdout
