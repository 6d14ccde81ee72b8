"""From a document to its file: the same text gives the same bytes, and they tell nothing else."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING

from config.printable import printable
from report.archive import zip_bytes

if TYPE_CHECKING:
    from docx.document import Document

_ZIP_BEGINS = date(1980, 1, 1)


def package(document: Document, title: str) -> bytes:
    """Return the file; it names no author, no machine and no hour."""
    _describe(document, title)
    written = io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as packed:
        content_by_name = {name: packed.read(name) for name in packed.namelist()}
    return zip_bytes(content_by_name, day=_ZIP_BEGINS)


def _describe(document: Document, title: str) -> None:
    """Tell the title and the language; forget who made the empty document, and when."""
    properties = document.core_properties
    for said in list(properties._element):  # noqa: SLF001  # it can be set there, never removed
        properties._element.remove(said)  # noqa: SLF001
    properties.title = printable(title)[:255]
    properties.language = "th-TH"
