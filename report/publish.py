"""Publishing: everything is written aside first, then put in place file by file, pages last."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from report.checked import CHECKED
from report.release import Manifest, keep_as_previous, restore, sweep_leftovers
from report.staging import read_or_none, said_plainly, stage, staging_folder, sync_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from report.document import Document

_NONE: Mapping[str, bytes | None] = MappingProxyType({})


def publish(
    documents: Sequence[Document], out: Path, typed_into: Mapping[str, bytes | None] = _NONE
) -> tuple[str, ...]:
    """Make ``out`` hold these documents; the former release goes to ``out/previous``.

    ``typed_into`` names files in which the office types, each as it was read (None: not read):
    one that is open, or has changed since, is left as it is. Return the names of those.

    Killed at any moment, every file is whole, old or new; the next call finishes and tidies.
    Files that are the same are not touched; files of the former release that are no longer
    made are removed; files that nobody published stay.
    Raises `CannotWriteError`, the former release in place, when a file cannot be written.
    """
    with said_plainly(out):
        out.mkdir(parents=True, exist_ok=True)
        sweep_leftovers(out)
        former = Manifest.read(out)
        changed = [document for document in documents if _differs(document, out)]
        obsolete = former.names - {document.name for document in documents}
        if not changed and not obsolete:
            return ()
        return _replace(changed, former.after(documents), obsolete, out, typed_into)


def _differs(document: Document, out: Path) -> bool:
    return read_or_none(out / document.name) != document.content


def _replace(
    changed: Sequence[Document],
    manifest: Manifest,
    obsolete: frozenset[str],
    out: Path,
    typed_into: Mapping[str, bytes | None],
) -> tuple[str, ...]:
    """Put the changed documents in place; on any fault put the former ones back."""
    replaced: list[str] = []
    with staging_folder(out) as aside:
        former = keep_as_previous(manifest.former, out, aside)
        stage(changed, aside)
        names = in_order_of_appearance({document.name for document in changed})
        try:
            manifest.write_with_former(out, aside)
            for name in names:
                new, place = aside / "new" / name, out / name
                if name not in typed_into:
                    _put_in_place(new, place)
                elif not _put_unless_in_use(new, place, typed_into[name]):
                    continue
                replaced.append(name)
            for name in obsolete:
                (out / name).unlink(missing_ok=True)
            manifest.write(out, aside)
            if set(names) | obsolete != {CHECKED}:
                former.take_its_place(out)
        except OSError:
            restore(former, {*replaced, *obsolete}, out)
            raise
        sync_folder(out)
    return tuple(name for name in names if name not in replaced)


def in_order_of_appearance(names: set[str]) -> list[str]:
    """Return what pages link first, the pages after it, the entrance last."""
    return sorted(names, key=lambda name: (name.endswith(".html"), "/index." in name, name))


def _put_unless_in_use(new: Path, place: Path, as_read: bytes | None) -> bool:
    """Put a file in place, but for one in which something new is typed or that is open."""
    try:
        if read_or_none(place) not in (as_read, None):
            return False
        _put_in_place(new, place)
    except PermissionError:  # Windows, while Excel has it open
        return False
    return True


def _put_in_place(new: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    new.replace(place)
