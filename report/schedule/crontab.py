"""A line for ``crontab -e``: simple, but it makes up for no run while the machine was off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.schedule.job import MINUTE

if TYPE_CHECKING:
    from report.schedule.job import Job

CRONTAB = "crontab.txt"


def files(job: Job) -> dict[str, bytes]:
    """Return the line in a file, with a comment that ``crontab`` accepts too."""
    hours = ",".join(map(str, job.hours))
    silent = ">/dev/null 2>&1"
    line = f"{MINUTE} {hours} * * * {_for_cron(job.shell_command)} {silent}"
    return {CRONTAB: f"# {job.name}\n{line}\n".encode("utf-8", "surrogateescape")}


def _for_cron(command: str) -> str:
    """Return a command as cron reads it: a bare «%» would end it.

    Cron takes the backslash before a «%» away, though not where another backslash precedes it.
    The quotes keep the two apart; they close and open, or open and close, those around.
    """
    return command.replace("%", r"'\%'")
