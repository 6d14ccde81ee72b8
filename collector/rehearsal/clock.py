"""When people press send: in office hours, and never two within two seconds of each other."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from config.campaign import Campaign

_OPENS = 7 * 3600 + 1800
_SHUTS = 20 * 3600
_APART = 2


class Clock:
    """Draws moments in the campaign's zone, each its own, so that only what we wish coincides."""

    def __init__(self, campaign: Campaign, rng: Random) -> None:
        self._campaign = campaign
        self._rng = rng
        self._taken: set[datetime] = set()

    def on_time(self) -> datetime:
        """Return a moment in the window, rather towards its end."""
        days = (self._campaign.window.closes - self._campaign.window.opens).days
        return self._on(self._campaign.window.opens, int(self._rng.triangular(0, days, days * 0.7)))

    def first_half(self) -> datetime:
        """Return a moment in the first half of the window."""
        days = (self._campaign.window.closes - self._campaign.window.opens).days
        return self._on(self._campaign.window.opens, self._rng.randint(0, days // 2))

    def early(self) -> datetime:
        """Return a moment in the days before the window opens."""
        return self._on(self._campaign.window.opens, -self._rng.randint(1, 5))

    def late(self) -> datetime:
        """Return a moment in the fortnight after the window."""
        return self._on(self._campaign.window.closes, self._rng.randint(1, 14))

    def minutes_after(self, moment: datetime) -> datetime:
        """Return a moment within the hour and a half that follows."""
        return self._free(moment + timedelta(seconds=self._rng.randint(60, 5400)))

    def twice_on_time(self) -> tuple[datetime, datetime]:
        """Return an earlier and a later moment of the window."""
        one, other = sorted((self.on_time(), self.on_time()))
        return one, other

    def _on(self, first: date, days: int) -> datetime:
        day = datetime.combine(first + timedelta(days=days), time.min, self._campaign.zone)
        return self._free(day + timedelta(seconds=self._rng.randint(_OPENS, _SHUTS)))

    def _free(self, moment: datetime) -> datetime:
        while moment in self._taken:
            moment += timedelta(seconds=1)
        self._taken.update(moment + timedelta(seconds=s) for s in range(-_APART, _APART + 1))
        return moment
