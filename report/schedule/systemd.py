"""A service and its timer for systemd: what was missed is made up for, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.schedule.job import MINUTE, MOST_HOURS

if TYPE_CHECKING:
    from report.schedule.job import Job

_SERVICE = """\
[Unit]
Description=rapsap refresh: {title}

[Service]
Type=oneshot
ExecStart=/bin/sh -c "{command}"
TimeoutStartSec={limit}h
Nice=10
"""
_TIMER = """\
[Unit]
Description=rapsap refresh, on schedule: {title}

[Timer]
OnCalendar=*-*-* {hours}:{minute}:00 {zone}
Persistent=true

[Install]
WantedBy=timers.target
"""
_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "%": "%%", "$": "$$"})


def files(job: Job) -> dict[str, bytes]:
    """Return the two units; the shell is there because no other quoting holds for every path."""
    title = " ".join(job.title.split()).replace("%", "%%").rstrip("\\")
    hours = ",".join(f"{hour:02}" for hour in job.hours)
    service = _SERVICE.format(
        title=title, command=job.shell_command.translate(_ESCAPES), limit=MOST_HOURS
    )
    timer = _TIMER.format(title=title, hours=hours, minute=MINUTE, zone=job.zone)
    return {
        f"{job.name}.service": service.encode("utf-8", "surrogateescape"),
        f"{job.name}.timer": timer.encode(),
    }
