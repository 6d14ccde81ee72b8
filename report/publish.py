"""Publishing: everything is written aside first, then put in place file by file, pages last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.checked import CHECKED
from report.release import Manifest, keep_as_previous, restore, sweep_leftovers
from report.staging import read_or_none, said_plainly, stage, staging_folder, sync_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from report.document import Document


def publish(documents: Sequence[Document], out: Path) -> None:
    """Make ``out`` hold these documents; the former release goes to ``out/previous``.

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
        if changed or obsolete:
            _replace(changed, former.after(documents), obsolete, out)


def _differs(document: Document, out: Path) -> bool:
    return read_or_none(out / document.name) != document.content


def _replace(
    changed: Sequence[Document], manifest: Manifest, obsolete: frozenset[str], out: Path
) -> None:
    """Put the changed documents in place; on any fault put the former ones back."""
    with staging_folder(out) as aside:
        former = keep_as_previous(manifest.former, out, aside)
        stage(changed, aside)
        names = in_order_of_appearance({document.name for document in changed})
        try:
            manifest.write_with_former(out, aside)
            for name in names:
                _put_in_place(aside / "new" / name, out / name)
            for name in obsolete:
                (out / name).unlink(missing_ok=True)
            manifest.write(out, aside)
            if set(names) | obsolete != {CHECKED}:
                former.take_its_place(out)
        except OSError:
            restore(former, {*names, *obsolete}, out)
            raise
        sync_folder(out)


def in_order_of_appearance(names: set[str]) -> list[str]:
    """Return what pages link first, the pages after it, the entrance last."""
    return sorted(names, key=lambda name: (name.endswith(".html"), "/index." in name, name))


def _put_in_place(new: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    new.replace(place)
