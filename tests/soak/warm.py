"""rapsap in a process that is forked from one which has loaded its libraries: sooner to be killed.

It is a process of its own like any other, with its own moment of death; only the second that
Python takes to load pandas is saved.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

from rapsap.__main__ import main
from report.typography import unbroken
from soak.disk import Disk, on

_LOADED = ("report.rendering", "collector.collect", "collector.tidy", "aggregate", "typst", "docx")


def load():
    """Load what a refresh loads."""
    for name in _LOADED:
        importlib.import_module(name)
    unbroken("คำไทย")  # the dictionary is loaded at its first word


@dataclass
class Forked:
    """A forked process, as far as `subprocess.Popen` is used of one."""

    pid: int
    stderr: int
    returncode: int | None = None

    def poll(self):
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.returncode = os.waitstatus_to_exitcode(status) if pid else None
        return self.returncode

    def kill(self):
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)

    def communicate(self):
        with os.fdopen(self.stderr, encoding="utf-8") as said:
            text = said.read()
        if self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return None, text


def start(*arguments, now, disk=None):
    """Start ``rapsap`` as `soak.process.start` does."""
    hear, say = os.pipe()
    pid = os.fork()
    if pid:
        os.close(say)
        return Forked(pid, hear)
    os.dup2(say, 2)
    sys.stdin, sys.stdout = (os.fdopen(os.open(os.devnull, os.O_RDWR), mode) for mode in "rw")
    sys.stderr = os.fdopen(2, "w", encoding="utf-8")
    os.environ["SOURCE_DATE_EPOCH"] = str(now)
    code = 70
    try:
        with on(Disk(**(disk or {}) | {"below": Path((disk or {}).get("below", "/-"))})):
            code = main([str(argument) for argument in arguments])
    finally:
        sys.stderr.flush()
        os._exit(code)
