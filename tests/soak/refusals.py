"""The n-th step of a refresh is refused, or the disk is full from there on: the old or the new."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapsap.refreshing import alone
from soak import verdicts
from soak.ground import BEGINS, drop_answers, drop_office_files, make_campaign
from soak.process import measured, run, start

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

_LATER = BEGINS + 3600
_PUBLISHED_OR_CANNOT_WRITE = (0, 5)
_BLOCK = 64 * 1024
_REFUSED = {
    "denied": "one step of a refresh refused (permission): the old / the new release stood",
    "full": "nothing more can be made from one step on (disk full): the old / the new stood",
    "no room": "refresh on a small disk that was really full: the old / the new stood",
}


@dataclass
class Refusals:
    """How many refusals of each kind, in how many the old release stood, and what was not kept."""

    start: Callable
    kinds: dict = field(default_factory=dict)
    broken: list = field(default_factory=list)

    def rows(self):
        for kind, stood in self.kinds.items():
            yield _REFUSED[kind], f"{stood['old']} / {stood['new']}"

    def count(self, kind, outcome):
        counted = self.kinds.setdefault(kind, {"old": 0, "new": 0})
        counted[outcome] += 1


def refuse_often(
    place: Path, chance: Random, *, each, start=start, tell=lambda _text: None
) -> Refusals:
    """Refuse a refresh ``each`` steps of each kind, spread over all it writes by; 0 for every one.

    The last is beyond the last step: then nothing is refused, and the new release stands.
    """
    found, base = Refusals(start), _base(place, start)
    _seconds, steps = measured("refresh", _copy(base, place), now=_LATER, below=place / "copy")
    for how in ("denied", "full"):
        numbers = range(1, steps + 1)
        chosen = sorted(chance.sample(numbers, min(each or steps, steps)))
        for number in [*chosen, steps + 50]:
            folder = _copy(base, place)
            disk = {"below": str(folder), "how": how, "number": number}
            _refuse(found, how, folder, disk, f"{how} at step {number} of {steps}")
        tell(f"{how}: {found.kinds[how]}, {len(found.broken)} broken promises")
    return found


def fill_often(place: Path, *, each, start=start, tell=lambda _text: None) -> Refusals:
    """Refresh on a disk that is really full, with a little more room each time, until it fits."""
    found, base, disk = Refusals(start), _base(place, start), place / "disk"
    disk.mkdir()
    needed = sum(file.stat().st_size for file in base.rglob("*") if file.is_file())
    for number in range(200):
        room = int(1.15 * needed) + number * max(_BLOCK, needed // max(each, 1))
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={room}", "soak", disk], check=True)
        try:
            folder = shutil.copytree(base, disk / "campaign")
            outcome = _refuse(found, "no room", folder, None, f"{room} bytes of room")
        except shutil.Error:  # not even the campaign fits
            outcome = "old"
        finally:
            subprocess.run(["umount", disk], check=True)
        if outcome == "new":
            break
    tell(f"no room: {found.kinds['no room']}, {len(found.broken)} broken promises")
    return found


def can_fill(place: Path) -> bool:
    """Say whether this machine lets us have a small disk of our own."""
    try:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "soak", place],
            check=True, capture_output=True,
        )  # fmt: skip
        subprocess.run(["umount", place], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _base(place, start):
    """Make a campaign with a release, one before it, and an answer that is new."""
    base = place / "base"
    make_campaign(base)
    for number in (1, 2):
        drop_answers(base, number)
        run("refresh", base, now=BEGINS, start=start)
    drop_answers(base, 3)
    drop_office_files(base)
    return base


def _copy(base, place):
    shutil.rmtree(place / "copy", ignore_errors=True)
    return shutil.copytree(base, place / "copy")


def _refuse(found, kind, folder, disk, moment):
    """Run a refresh that is refused something; return whether the old or the new one stands."""
    before, old = verdicts.Before.of(folder), verdicts.releases_named(folder)[0]
    code, said = run("refresh", folder, now=_LATER, disk=disk, start=found.start)
    broken = [
        *verdicts.lost_responses(folder, before),
        *verdicts.torn_folders(folder, before),
        *verdicts.lost_office_files(folder),
        *verdicts.stale_lock(folder),
    ]
    with alone(folder):
        broken += verdicts.torn_release(folder)
    outcome = "old" if verdicts.releases_named(folder)[0] == old else "new"
    if code not in _PUBLISHED_OR_CANNOT_WRITE or (outcome == "old") != (code != 0):
        broken.append(f"the {outcome} release stands, and it ended with {code}: {said}")
    found.broken += [("torn", f"{moment}: {sentence}") for sentence in broken]
    found.count(kind, outcome)
    return outcome
