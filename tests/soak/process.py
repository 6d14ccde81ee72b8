"""rapsap as its users start it: a process of its own, which can be killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_PATH = os.pathsep.join(str(ROOT / part) for part in ("", "tests", "tests/soak/site"))


def start(*arguments, now, disk=None, **more):
    """Start ``rapsap`` with a pinned clock (seconds since 1970), on a `soak.disk.Disk`."""
    environment = os.environ | {
        "PYTHONPATH": _PATH,
        "PYTHONDONTWRITEBYTECODE": "1",
        "SOURCE_DATE_EPOCH": str(now),
        "SOAK_DISK": json.dumps(disk or {}),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "rapsap", *map(str, arguments)],
        cwd=ROOT, env=environment | more, text=True, encoding="utf-8",
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip


def run(*arguments, now, disk=None, start=start):
    """Return the exit code of a whole run and what it said on stderr."""
    process = start(*arguments, now=now, disk=disk)
    said = process.communicate()[1]
    return process.returncode, said


def measured(*arguments, now, below):
    """Return how many seconds an undisturbed run takes, and how many steps it writes by."""
    began = time.monotonic()
    code, said = run(*arguments, now=now, disk={"below": str(below), "how": "count"})
    if code:
        raise RuntimeError(said)
    steps = next(line for line in said.splitlines() if line.startswith("steps "))
    return time.monotonic() - began, int(steps.split()[1])
