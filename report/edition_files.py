"""The files of an approved edition: the public ones as approved, a ZIP of them, a manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.archive import zip_bytes
from report.checked import CHECKED
from report.checksums import CHECKSUMS, checksums
from report.rendering import public_documents

if TYPE_CHECKING:
    from report.edition import Edition
    from report.facts import Facts

_PUBLIC = "public/"


def edition_files(facts: Facts, edition: Edition) -> dict[str, bytes]:
    """Return the content of every file by its path below the edition's folder.

    The site without the mark of a draft and without ``checked.js``, for an edition does not age;
    the same site as ``<folder>.zip``, with a manifest of its own; ``SHA256SUMS`` over all.
    """
    site = {
        document.name.removeprefix(_PUBLIC): document.content
        for document in public_documents(facts)
        if document.name != CHECKED
    }
    packed = zip_bytes(site | {CHECKSUMS: checksums(site)}, day=edition.approved_on)
    files = site | {f"{edition.folder}.zip": packed}
    return files | {CHECKSUMS: checksums(files)}
