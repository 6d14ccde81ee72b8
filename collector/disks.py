"""Where a campaign lies: SQLite's journal needs a disk of this machine, and no other writer.

A network share is refused, for its locks cannot be relied on: two machines at work would leave a
broken ledger. A folder that a service copies to other machines is only warned of: the ledger
holds, but a copy put back from there may be half a one.
"""

from __future__ import annotations

import os
import re
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_NETWORK_FILE_SYSTEMS = frozenset(
    {
        "9p", "afpfs", "afs", "ceph", "cifs", "davfs", "drvfs", "fuse.ceph", "fuse.davfs2",
        "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs",
        "fuse.sshfs", "glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "prl_fs", "smb", "smb2",
        "smb3", "smbfs", "vboxsf", "vmhgfs",
    }
)  # fmt: skip
_SERVICE_BY_FOLDER = {
    re.compile(r"onedrive( - .+)?", re.IGNORECASE): "OneDrive",
    re.compile(r"dropbox( \(.+\))?", re.IGNORECASE): "Dropbox",
    re.compile(r"google ?drive|my drive|ไดรฟ์ของฉัน", re.IGNORECASE): "Google Drive",
    re.compile(r"icloud ?drive|com~apple~clouddocs", re.IGNORECASE): "iCloud",
    re.compile(r"nextcloud|owncloud", re.IGNORECASE): "Nextcloud",
}
_SERVICE_BY_VARIABLE = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}
_OCTAL = re.compile(r"\\([0-7]{3})")
_OF_ANOTHER_MACHINE = re.compile(r"\\\\(?![?.]\\)|\\\\\?\\UNC\\", re.IGNORECASE)
_DRIVE_REMOTE = 4
_MOUNTS = "/proc/mounts"


class Surroundings(NamedTuple):
    """What the operating system knows of its disks.

    ``mounts``: the text of ``/proc/mounts``; ``drive_type``: Windows' ``GetDriveTypeW``.
    """

    is_windows: bool
    mounts: str
    drive_type: Callable[[str], int]
    environment: Mapping[str, str]


def surroundings() -> Surroundings:
    """Return those of this machine."""
    return Surroundings(os.name == "nt", _mounts(), _drive_type, os.environ)


def network_share(path: str, known: Surroundings) -> str:
    """Return what network share a whole path lies on, "" for a disk of this machine.

    What is mounted at ``/`` counts as the machine's own, whatever it is called.
    """
    if known.is_windows:
        return _windows_share(path, known.drive_type)
    within = [mount for mount in _parsed(known.mounts) if _holds(mount[0], path)]
    point, kind = max(reversed(within), key=lambda mount: len(mount[0]), default=("/", ""))
    return kind if point != "/" and kind in _NETWORK_FILE_SYSTEMS else ""


def sync_service(path: str, known: Surroundings) -> str:
    """Return the service that copies a file's folder to other machines, "" for none known."""
    folders = (PureWindowsPath if known.is_windows else PurePosixPath)(path).parts[:-1]
    for folder in folders:
        for pattern, service in _SERVICE_BY_FOLDER.items():
            if pattern.fullmatch(folder):
                return service
    for variable, service in _SERVICE_BY_VARIABLE.items():
        root = known.environment.get(variable, "").rstrip("\\/")
        if root and path.casefold().startswith((f"{root}\\".casefold(), f"{root}/".casefold())):
            return service
    return ""


def _windows_share(path: str, drive_type: Callable[[str], int]) -> str:
    drive = PureWindowsPath(path).drive
    if _OF_ANOTHER_MACHINE.match(path):
        return drive
    return drive if drive_type(f"{drive[-2:]}\\") == _DRIVE_REMOTE else ""


def _parsed(mounts: str) -> Iterator[tuple[str, str]]:
    """Yield mount point and file system of each line; blanks are written in octal."""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) > 2:  # noqa: PLR2004 - device, point, kind
            yield _OCTAL.sub(lambda found: chr(int(found[1], 8)), fields[1]), fields[2]


def _holds(point: str, path: str) -> bool:
    return path == point or path.startswith(point.rstrip("/") + "/")


def _mounts() -> str:
    try:
        with open(_MOUNTS, encoding="utf-8", errors="surrogateescape") as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return ""


def _drive_type(root: str) -> int:
    import ctypes  # noqa: PLC0415 - on Windows only

    windows = getattr(ctypes, "windll", None)
    return int(windows.kernel32.GetDriveTypeW(root)) if windows else 0
