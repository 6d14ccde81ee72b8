"""A disk that refuses: Python tells its audit hooks of every step, and one of them may refuse it.

No module of ours is touched. What SQLite writes is not told; a disk that is really full
(`soak.full_disk`) and kills by the clock see to that.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

_MAKES = {"os.mkdir", "os.link", "os.symlink"}
_CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.chmod", "os.chown", "os.truncate"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass
class Disk:
    """What happens at the n-th writing step ``below`` a folder.

    ``kill``: the process ends there as by ``kill -9``; ``denied``: that one step is refused;
    ``full``: nothing more can be made from there on. ``exchanges``: whether folders can change
    places in one step; ``in_excel``: files that nobody can replace, nor move a folder they are in.
    """

    below: Path
    how: str = ""
    number: int = 0
    exchanges: bool = True
    in_excel: tuple[Path, ...] = ()
    steps: int = field(default=0, init=False)
    struck: bool = field(default=False, init=False)

    def told(self, event, given):
        if event == "ctypes.dlsym" and given[1] == "renameat2":
            if not self.exchanges:
                raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
            self._step(event, given, makes=False)
            return
        places = self._places(given) if event in _MAKES | _CHANGES or event == "open" else ()
        if not places:
            return
        if event in ("os.rename", "os.remove"):
            self._refuse_what_is_open(places)
        makes = event in _MAKES or (event == "open" and given[2] & _WRITING)
        if makes or event in _CHANGES:
            self._step(event, given, makes=makes)

    def _places(self, given):
        paths = (part for part in given[:2] if isinstance(part, (str, bytes, os.PathLike)))
        places = [Path.cwd() / os.fsdecode(path) for path in paths]
        return [place for place in places if place.is_relative_to(self.below)]

    def _refuse_what_is_open(self, places):
        for place in places:
            if any(file.is_relative_to(place) for file in self.in_excel):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place))

    def _step(self, event, given, *, makes):
        self.steps += 1
        if self.steps == self.number or (self.struck and self.how == "full" and makes):
            self._strike(event, str(given[0]))

    def _strike(self, event, place):
        self.struck = True
        if self.how == "kill":
            os.write(2, f"killed before step {self.steps}, {event}\n".encode())
            os.kill(os.getpid(), signal.SIGKILL)
        fault = errno.ENOSPC if self.how == "full" else errno.EACCES
        raise OSError(fault, os.strerror(fault), place)


_here: list[Disk] = []


def _watch(event, given):
    if _here:
        _here[-1].told(event, given)


@contextmanager
def on(disk):
    """Let what is written meanwhile be written on such a disk."""
    if not _watched:
        _watched.append(True)
        sys.addaudithook(_watch)
    _here.append(disk)
    try:
        yield disk
    finally:
        _here.pop()


_watched: list[bool] = []
