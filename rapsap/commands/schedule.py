"""``rapsap schedule``: files by which this machine refreshes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from config.errors import ExitCode
from config.messages import _, marked
from rapsap import terminal
from rapsap.commands import options
from rapsap.spoken import command

if TYPE_CHECKING:
    from pathlib import Path

    from report.schedule import Job


@command(
    help=marked(
        "Write files by which this machine refreshes by itself; install nothing.\n\n"
        "Example:  rapsap schedule chiang-rai-2567"
    )
)
@options.folder
@options.ping
@options.lang
def schedule(folder: Path, ping: str) -> int:
    """Write the files and say what to do with each."""
    from rapsap.scheduling import LOG, make_schedule

    place, job = make_schedule(folder, ping=ping)
    terminal.say(_("Made: {folder}").format(folder=place), _runs_at(job))
    terminal.say("", _("Use one of these, for this machine alone:"), style="bold")
    for how, lines in _ways(place, job):
        terminal.say(f"• {how}")
        terminal.say(*(f"    {line}" for line in lines), hanging=6)
    terminal.say("", _("Each run leaves a line in {file}.").format(file=place.parents[1] / LOG))
    return ExitCode.OK


def _runs_at(job: Job) -> str:
    from report.schedule.job import MINUTE

    hours = ", ".join(f"{hour:02}.{MINUTE}" for hour in job.hours)
    return _("Runs every day at {hours}.").format(hours=hours)


def _ways(place: Path, job: Job) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what to type, scheduler by scheduler."""
    from shlex import quote

    from report.schedule.crontab import CRONTAB

    units = (f"{job.name}.service", f"{job.name}.timer")
    both = " ".join(quote(str(place / unit)) for unit in units)
    return (
        (
            _("Windows, in Command Prompt (not yet tried on a Windows machine):"),
            (f'schtasks /Create /TN "{job.name}" /XML "{place / f"{job.name}.xml"}"',),
        ),
        (
            _("Linux with systemd; makes up for a run that was missed:"),
            (
                "mkdir -p ~/.config/systemd/user",
                f"cp {both} ~/.config/systemd/user/",
                "systemctl --user daemon-reload",
                f"systemctl --user enable --now {units[1]}",
                "loginctl enable-linger",
            ),
        ),
        (
            _("Another Unix: the line of this file, with crontab -e:"),
            (str(place / CRONTAB),),
        ),
    )
