"""What is left of a run when it has ended, however it ended: its line of log, and a ping."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING

from config.errors import CampaignError, CannotWriteError, ExitCode, foremost
from config.messages import _
from rapsap import terminal
from rapsap.faults import code_of
from rapsap.refreshing import clock, out_of
from rapsap.run_log import Counts, counts_of, log_line, write_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rapsap.refreshing import Outcome


@dataclass
class Run:
    """A run under way: the command says how it ended; else it ended with a fault."""

    code: ExitCode = ExitCode.OK
    counts: Counts = field(default_factory=Counts)

    def came_to(self, outcome: Outcome) -> None:
        """Note what the report counts; how the run ends is known when that has been said."""
        place = out_of(outcome.folder) / "public" / "data" / "summary.json"
        self.counts = counts_of(json.loads(place.read_text(encoding="utf-8")), outcome.new_rows)


@contextmanager
def noted(*, log: Path | None, ping: str) -> Iterator[Run]:
    """Give a run to note; afterwards write its line and tell the ping address its exit code.

    A log that cannot be written is told, and the code is 5 unless the run failed or another code
    tells more; a ping that fails is told and changes nothing. A process that is killed leaves
    neither.
    """
    began, run = monotonic(), Run()
    try:
        yield run
    except BaseException as fault:
        run.code = code_of(fault)
        _write(run, monotonic() - began, log)
        _send(run, ping)
        raise
    run.code = foremost((run.code, _write(run, monotonic() - began, log)))
    _send(run, ping)


def _write(run: Run, seconds: float, log: Path | None) -> ExitCode:
    """Write the line of a run; return whether that went well."""
    if not log:
        return ExitCode.OK
    try:
        write_line(log_line(_now(), run.code, run.counts, seconds), log)
    except CannotWriteError as fault:
        terminal.complain(fault)
        return fault.exit_code
    return ExitCode.OK


def _send(run: Run, ping: str) -> None:
    if not ping:
        return
    from rapsap.ping import send

    if trouble := send(ping, run.code):
        terminal.remark(_("The ping did not arrive: {why}.").format(why=trouble))


def _now() -> datetime:
    """Return the moment in this machine's zone; a pinned clock that is none was told already."""
    try:
        return clock().astimezone()
    except CampaignError:
        return datetime.now(UTC).astimezone()
