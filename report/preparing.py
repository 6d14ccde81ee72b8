"""Preparing a release aside: new files down to the disk, and whole folders where links allow it."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from report.staging import read_or_none, sync_folder, write_to_disk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from report.document import Document


def stage(
    documents: Sequence[Document],
    new: Path,
    out: Path,
    typed_into: Mapping[str, bytes | None],
) -> None:
    """Write what is new below ``new``, down to the disk; what is to stand on is linked there.

    That is what has not changed, and what the office has typed into since it was read.
    """
    new.mkdir()
    for document in documents:
        _make_parents(document.name, new, out)
        standing = read_or_none(out / document.name)
        typed = document.name in typed_into and standing not in (typed_into[document.name], None)
        if standing != document.content and not typed:
            write_to_disk(new / document.name, document.content)
        else:
            with suppress(OSError):  # a disk without links has no folder to exchange either
                os.link(out / document.name, new / document.name)


def whole_folders(
    documents: Sequence[Document], former: Iterable[str], new: Path, out: Path
) -> dict[str, int]:
    """Return the inode of each folder below ``new`` that can stand for the one in ``out``.

    It then holds all of the release, and a link to each file there that nobody published.
    """
    names = [document.name for document in documents]
    folders = sorted({PurePosixPath(name).parts[0] for name in names if "/" in name})
    inodes = {}
    for folder in folders:
        inside = [name for name in names if name.startswith(f"{folder}/")]
        if _leads_elsewhere(inside, out) or not all((new / name).exists() for name in inside):
            continue
        _link_what_is_not_ours(folder, {*names, *former}, new, out)
        for place in (new / folder, *_folders_below(new / folder)):
            sync_folder(place)
        inodes[folder] = (new / folder).stat().st_ino
    sync_folder(new)
    return inodes


def _make_parents(name: str, new: Path, out: Path) -> None:
    """Make the folders of a file, open to the same people as those in place."""
    for parent in reversed(PurePosixPath(name).parents[:-1]):
        if (new / parent).exists():
            continue
        (new / parent).mkdir()
        if (out / parent).is_dir():
            shutil.copystat(out / parent, new / parent)
            if os.name == "posix":
                with suppress(OSError):
                    os.chown(new / parent, -1, (out / parent).stat().st_gid)


def _leads_elsewhere(names: Iterable[str], out: Path) -> bool:
    """Say whether one of the folders is a link of the office to another place, or no folder."""
    parents = {parent for name in names for parent in PurePosixPath(name).parents[:-1]}
    return any(
        (out / parent).is_symlink() or ((out / parent).exists() and not (out / parent).is_dir())
        for parent in parents
    )


def _link_what_is_not_ours(folder: str, ours: set[str], new: Path, out: Path) -> None:
    for path in (out / folder).rglob("*"):
        name = path.relative_to(out).as_posix()
        if name in ours or (path.is_dir() and not path.is_symlink()):
            continue
        with suppress(OSError):  # what cannot be linked is brought over afterwards
            _make_parents(name, new, out)
            os.link(path, new / name, follow_symlinks=False)


def _folders_below(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_dir() and not path.is_symlink())
