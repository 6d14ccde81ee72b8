"""``kill -9`` at random moments of refresh, approve and backup: what must hold after each."""

from __future__ import annotations

import re
import shutil
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import cycle, takewhile
from typing import TYPE_CHECKING

from rapsap.commands import cli
from rapsap.refreshing import alone
from soak import verdicts
from soak.ground import BEGINS, drop_answers, drop_office_files, make_campaign
from soak.process import measured, run, start

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

_HOUR = 3600
_HALF = 0.5
_LAST_STEPS = 25


@dataclass(frozen=True)
class Job:
    """A command to kill, so many times in a row; then the next refresh has to repair.

    ``done_already``: the exit code where the run before has been killed after its last step.
    """

    name: str
    arguments: Callable[[Path, int], tuple]
    in_a_row: int
    brings_answers: bool = False
    done_already: int = 0


JOBS = (
    Job(
        "refresh",
        lambda folder, _number: ("refresh", folder),
        in_a_row=10,
        brings_answers=True,
    ),
    Job(
        "approve",
        lambda folder, number: (
            "approve", folder, "--edition", f"ฉบับที่ {number}", "--number", f"ทดสอบ/{number}",
            "--date", "2023-04-20",
        ),
        in_a_row=5,
        done_already=2,
    ),
    Job("backup", lambda folder, _number: ("backup", folder), in_a_row=3),
)  # fmt: skip


@dataclass
class Tally:
    """What was done, and each promise that was not kept, by its kind, with its moment."""

    killed: Counter = field(default_factory=Counter)
    found: Counter = field(default_factory=Counter)
    broken: list = field(default_factory=list)
    repaired: int = 0
    recorded: int = 0

    tell: Callable = print

    def rows(self):
        yield from ((f"`{job}` killed by SIGKILL", many) for job, many in self.killed.items())
        yield from ((f"… while {phase}", many) for phase, many in self.found.items())
        yield "refreshes after them, compared with a run nobody killed", self.repaired
        yield "answers recorded in the ledger meanwhile", self.recorded

    def note(self, kind, sentences, moment):
        for sentence in sentences:
            self.broken.append((kind, f"{moment}: {sentence}"))
            self.tell(f"{kind}, {moment}: {sentence}")


@dataclass
class Ground:
    """The campaign that is killed, beside which copies may be made, and its clock."""

    place: Path
    chance: Random
    tally: Tally
    now: int = BEGINS
    number: int = 0
    start: Callable = start

    @property
    def folder(self):
        return self.place / "campaign"


def kill_often(
    place, chance: Random, *, kills, until, start=start, tell=lambda _text: None
) -> Tally:
    """Kill jobs on one campaign until that many were killed or the time is up."""
    ground = Ground(place, chance, Tally(tell=tell), start=start)
    tally = ground.tally
    make_campaign(ground.folder)
    run("refresh", ground.folder, now=ground.now, start=start)
    jobs = [job for job in JOBS if job.name in cli.commands]
    sizes = {job.name: _measure(ground, job) for job in jobs}

    def goes_on():
        return tally.killed.total() < kills and time.monotonic() < until

    for job in takewhile(lambda _job: goes_on(), cycle(jobs)):
        for _each in takewhile(lambda _each: goes_on(), range(job.in_a_row)):
            _kill(ground, job, sizes[job.name])
        _repair(ground)
        tell(f"{tally.killed.total()} kills, {len(tally.broken)} broken promises")
    tally.recorded = len(verdicts.events_of(ground.folder))
    return tally


def _measure(ground, job):
    """Return how long a job takes and how many steps it writes by, on a copy of the campaign."""
    copy = shutil.copytree(ground.folder, ground.place / "measured")
    if job.brings_answers:
        drop_answers(copy, 9999)
    size = measured(*job.arguments(copy, 0), now=ground.now, below=copy)
    shutil.rmtree(copy)
    return size


def _kill(ground, job, size):
    folder, tally = ground.folder, ground.tally
    ground.number += 1
    drop_office_files(folder)
    if job.brings_answers:
        drop_answers(folder, ground.number)
    before = verdicts.Before.of(folder)
    way = ground.chance.choice(tuple(_WAYS))
    process = _WAYS[way](ground, job.arguments(folder, ground.number), size)
    said = process.communicate()[1]
    moment = f"attempt {ground.number}, {job.name} by {way}{_step(said)}"
    if process.returncode == -signal.SIGKILL:
        tally.killed[job.name] += 1
        tally.found[_left_behind(folder)] += 1
    elif process.returncode not in (0, job.done_already):
        tally.note("failed", [f"ended with {process.returncode}: {said}"], moment)
    tally.note("lost", verdicts.lost_responses(folder, before), moment)
    tally.note("torn", verdicts.torn_folders(folder, before), moment)
    tally.note("torn", verdicts.torn_editions(folder), moment)
    tally.note("lost", verdicts.lost_office_files(folder), moment)
    tally.note("lock", verdicts.stale_lock(folder), moment)
    if ground.chance.random() < _HALF:
        with alone(folder):  # what every command does first
            tally.note("torn", verdicts.torn_release(folder), moment)
        tally.note("lost", verdicts.lost_office_files(folder), moment)


def _left_behind(folder):
    """Return how far the killed run had come, by what it has left behind."""
    out = folder / "out"
    if (out / ".publishing.json").exists():
        return "it put files in place"
    return "it wrote aside" if any(out.glob(".staging-*")) else "it did something else"


def _repair(ground):
    """Run a refresh that nobody kills: afterwards all is as if nobody ever had."""
    folder, tally = ground.folder, ground.tally
    code, said = run("refresh", folder, now=ground.now, start=ground.start)
    moment = f"repair after attempt {ground.number}"
    tally.repaired += 1
    if code:
        tally.note("failed", [f"ended with {code}: {said}"], moment)
    tally.note("torn", verdicts.torn_release(folder), moment)
    tally.note("lost", verdicts.lost_office_files(folder), moment)
    tally.note("lost", verdicts.not_counted(folder), moment)
    tally.note("torn", verdicts.unlike_an_undisturbed_run(ground), moment)
    ground.now += _HOUR


def _by_the_clock(ground, arguments, size):
    """At any moment of the run, one as likely as another."""
    process = ground.start(*arguments, now=ground.now)
    time.sleep(ground.chance.uniform(0, size[0]))
    process.kill()
    return process


def _while_it_writes(ground, arguments, _size):
    """At a moment soon after it has begun to write its files, or to put them in place."""
    process = ground.start(*arguments, now=ground.now)
    mark, seconds = ground.chance.choice(((".staging-*", 0.3), (".publishing.json", 0.01)))
    while process.poll() is None and not any((ground.folder / "out").glob(mark)):
        time.sleep(0.0002)
    time.sleep(ground.chance.uniform(0, seconds))
    process.kill()
    return process


def _before_a_step(ground, arguments, size):
    """Before one of the steps that it writes by: making, renaming, removing, exchanging.

    Half of them among the last: there it puts in place what it has written aside.
    """
    first = ground.chance.choice((1, size[1] - _LAST_STEPS))
    number = ground.chance.randint(first, size[1])
    disk = {"below": str(ground.folder), "how": "kill", "number": number}
    return ground.start(*arguments, now=ground.now, disk=disk)


_WAYS = {
    "the clock": _by_the_clock,
    "its writing": _while_it_writes,
    "a step": _before_a_step,
}


def _step(said):
    found = re.search(r"killed before step .*", said)
    return f" ({found[0]})" if found else ""
