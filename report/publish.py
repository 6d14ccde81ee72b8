"""Publishing: a release is prepared aside, stands at once, and a killed run is finished later.

What a reader may rely on (docs/publishing.md says the same for the office):

- A file is whole, old or new. ``out/public`` and ``out/internal`` change as wholes: the new folder
  is made aside, down to the disk, and the two exchange places in one step of the file system
  (`report.exchange`). A page and what it links belong to one release; a page read before and after
  its data, and the same both times, has these data: it names their digest (`report.facts`).
- Where there is no such step (Windows, a network share, a folder that the office has laid on
  another disk) each file is replaced: what pages link, then the pages, the entrance last. Within
  that moment a new file may lie beside an old page.
- A journal, ``out/.publishing.json``, is written before anything is put in place. While it is
  there, whatever takes hold of the folder next finishes the release. What cannot be finished,
  because a file is open or the disk refuses, is taken back: the former release stands.
- The former release becomes ``out/previous``. Files that nobody published stay where they are.
"""

from __future__ import annotations

from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING

from report.checked import CHECKED, put_checked
from report.keeping import keep_as_previous
from report.preparing import stage, whole_folders
from report.publication import JOURNAL, Publication
from report.putting import put_in_place, take_back
from report.release import MANIFEST, Manifest, digest_of
from report.settling import bring_over, keep_what_is_typed
from report.staging import (
    make_aside,
    read_or_none,
    remove_aside,
    said_plainly,
    sweep_leftovers,
    write_to_disk,
)

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

    Files that are the same are not touched; files of the former release that are no longer
    made are removed; files that nobody published stay.
    Raises `CannotWriteError`, the former release in place, when a file cannot be written.
    """
    with said_plainly(out):
        out.mkdir(parents=True, exist_ok=True)
        _finish(out)
        former = Manifest.read(out)
        changed = {document.name: document for document in documents if _differs(document, out)}
        if not changed and not former.names - {document.name for document in documents}:
            return ()
        if changed.keys() == {CHECKED} and former.names == {d.name for d in documents}:
            put_checked(changed[CHECKED], out)
            return ()
        publication = _begin(documents, out, former, typed_into)
        _put(publication)
        with suppress(OSError):  # the new release stands: the next run does what is left
            _settle(publication)
        return publication.left_as_typed()


def finish_publishing(out: Path) -> None:
    """Finish what a killed run has left half done below ``out``, and tidy after it.

    Raises `CannotWriteError` when it can be neither finished nor taken back.
    """
    with said_plainly(out):
        for journal in (out / JOURNAL, *out.glob(f"*/{JOURNAL}")):
            _finish(journal.parent)


def _differs(document: Document, out: Path) -> bool:
    return read_or_none(out / document.name) != document.content


def _begin(
    documents: Sequence[Document],
    out: Path,
    former: Manifest,
    typed_into: Mapping[str, bytes | None],
) -> Publication:
    """Prepare everything aside, then write the journal: from there on the release will stand."""
    manifest, aside = Manifest.of(documents), make_aside(out)
    try:
        (aside / "old").mkdir()
        stage(documents, aside / "new", out, typed_into)
        write_to_disk(aside / "new" / MANIFEST, manifest.as_bytes())
        publication = Publication(
            out=out,
            aside=aside,
            files=manifest.digests,
            former=former.names,
            typed={
                name: None if content is None else digest_of(content)
                for name, content in typed_into.items()
            },
            folders=whole_folders(documents, former.names, aside / "new", out),
        )
        publication.begin()
    except BaseException:
        (out / JOURNAL).unlink(missing_ok=True)
        remove_aside(aside)
        raise
    return publication


def _finish(out: Path) -> None:
    """Finish the publication under way, if there is one, and remove what was left aside."""
    publication = Publication.find(out)
    if publication:
        _put(publication)
        _settle(publication)
    sweep_leftovers(out)


def _put(publication: Publication) -> None:
    """Put the new release in place, else the former one."""
    if publication.is_settled():
        return
    try:
        put_in_place(publication)
    except OSError:
        take_back(publication)
        publication.end()
        raise


def _settle(publication: Publication) -> None:
    """Do what is left once the new release stands."""
    if not publication.is_settled():
        keep_what_is_typed(publication)
        bring_over(publication)
        keep_as_previous(publication)
    publication.end()
