"""Two folders change places at once, where the system can: nobody ever sees neither, or half."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HERE = -100  # AT_FDCWD: a path that is not absolute begins at the working folder
_EXCHANGE = 2  # RENAME_EXCHANGE of linux/fs.h


def exchange(one: Path, other: Path) -> None:
    """Swap two names in one step of the file system.

    Raises `OSError` where nothing was swapped: the system is not Linux, the disk knows no such
    step (a network share, FAT), or one of the two is missing or lies on another disk.
    """
    if sys.platform != "linux":
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(one), None, str(other))
    import ctypes  # noqa: PLC0415 - a run with nothing new stays light

    system = ctypes.CDLL(None, use_errno=True)
    if not hasattr(system, "renameat2"):  # glibc before 2.28
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(one), None, str(other))
    if system.renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE):
        fault = ctypes.get_errno()
        raise OSError(fault, os.strerror(fault), str(one), None, str(other))
