"""What a machine runs the refresh by, at its hours: every file of ``out/schedule``.

A new scheduler is one file and one line in `SCHEDULERS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.document import Document
from report.schedule import crontab, systemd, windows
from report.schedule.job import Job

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["SCHEDULERS", "Job", "schedule_files"]

SCHEDULERS = (windows, systemd, crontab)
"""Each has ``files(job)``: its files by name."""


def schedule_files(job: Job) -> Iterator[Document]:
    """Return the files, named below ``out/schedule``."""
    for scheduler in SCHEDULERS:
        for name, content in scheduler.files(job).items():
            yield Document(name, content, "internal")
