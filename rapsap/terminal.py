"""What a person sees in the terminal: steps under way, closing tables, faults."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from config.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from rapsap.refreshing import Progress


def console(*, stderr: bool = False) -> Console:
    """Return a console that never fails on a letter the code page lacks."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")
    return Console(stderr=stderr, highlight=False, soft_wrap=False)


@contextmanager
def steps() -> Iterator[Progress]:
    """Show the step under way: a spinner for a person, a line for a log."""
    shown = console(stderr=True)
    if not shown.is_terminal:
        yield lambda step: shown.print(step, soft_wrap=True)
        return
    with shown.status("") as status:

        def begin(step: str) -> None:
            status.update(f"{step} …")

        yield begin


def complain(fault: str) -> None:
    """Print a fault on stderr."""
    console(stderr=True).print(_("Error: {fault}").format(fault=fault), style="red", markup=False)


def remark(note: str) -> None:
    """Print something to know on stderr."""
    console(stderr=True).print(f"• {note}", style="yellow", markup=False, soft_wrap=True)
