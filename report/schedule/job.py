"""What is to run, and at which hours; every scheduler is told the same."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from hashlib import sha256

MINUTE = 30  # past the hour: not when everybody else's jobs begin
MOST_HOURS = 2  # a run that takes longer hangs, and is ended
_DAY = 24
_FIRST_HOUR = 6  # before the office opens, also where it runs once a day
_ODD = re.compile("[^A-Za-z0-9_]+")


@dataclass(frozen=True)
class Job:
    """A scheduled refresh: what of, where from, how often.

    ``arguments`` is the whole command, Python first, every path absolute; ``home`` is the folder
    it runs in; ``every_hours`` is what the campaign promises its readers; ``zone`` is the
    campaign's.
    """

    campaign_id: str
    title: str
    home: str
    arguments: tuple[str, ...]
    every_hours: int
    zone: str

    @property
    def name(self) -> str:
        """``rapsap-<campaign>``, of letters that every scheduler takes.

        >>> Job("chiang-rai-2566", "", "", (), 24, "").name
        'rapsap-chiang-rai-2566'
        """
        plain = _ODD.sub("-", self.campaign_id).strip("-")
        if plain == self.campaign_id:
            return f"rapsap-{plain}"
        digest = sha256(self.campaign_id.encode()).hexdigest()[:6]
        return "-".join(filter(None, ("rapsap", plain, digest)))

    @property
    def step(self) -> int:
        """Hours between two runs: the same every day, and never more than was promised.

        A day is divided evenly, so that what runs on schedule is never called late: for 5 hours
        it runs every 4, for 36 once a day.
        """
        return max(hours for hours in range(1, _DAY + 1) if _fits(hours, self.every_hours))

    @property
    def hours(self) -> tuple[int, ...]:
        """The hours of the day at which it runs, at `MINUTE` past."""
        return tuple(range(_FIRST_HOUR % self.step, _DAY, self.step))

    @property
    def shell_command(self) -> str:
        """The command as ``sh`` reads it, quoted, from its folder."""
        return f"cd {shlex.quote(self.home)} && exec {shlex.join(self.arguments)}"


def _fits(hours: int, promised: int) -> bool:
    return hours <= promised and _DAY % hours == 0
