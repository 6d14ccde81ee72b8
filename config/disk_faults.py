"""What the operating system says of a file, in the reader's language: its own words are English."""

from __future__ import annotations

import errno

from config.messages import marked

_WHY = {
    errno.ENOSPC: marked("the disk is full"),
    errno.EDQUOT: marked("the disk is full"),
    errno.EACCES: marked("it is open in another program, or you have no permission"),
    errno.EPERM: marked("it is open in another program, or you have no permission"),
    errno.EROFS: marked("the disk can only be read"),
    errno.ENOENT: marked("it is not there"),
    errno.EEXIST: marked("something else of that name is in the way"),
    errno.ENOTDIR: marked("a file stands where a folder should"),
    errno.EISDIR: marked("a folder stands where a file should"),
    errno.ENAMETOOLONG: marked("its name is too long"),
    errno.EIO: marked("the disk is faulty or was taken out"),
    errno.EXDEV: marked("it lies on another disk"),
}
TO_WRITE = frozenset(_WHY) - {errno.ENOENT}


def why(fault: OSError) -> str:
    """Return the msgid of the reason, translated where it is shown; else the system's words."""
    return _WHY.get(fault.errno or 0, fault.strerror or type(fault).__name__)
