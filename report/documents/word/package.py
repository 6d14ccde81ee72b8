"""From a document to its file: the same text gives the same bytes, and they tell nothing else."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from report.archive import zip_bytes
from report.documents.word.markup import element
from report.typography import printable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.rel import Relationships

_ZIP_BEGINS = date(1980, 1, 1)
_OF_THE_EMPTY_DOCUMENT = ("thumbnail", "customXml", "stylesWithEffects")
"""Parts that python-docx begins with: a picture of another page, styles for Word 2007."""
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
_WORD_2013 = 15
"""The newest there is; an older one opens the file in «compatibility mode»."""


def package(document: Document, title: str) -> bytes:
    """Return the file; it names no author, no machine and no hour."""
    _drop_parts(document.part.package.rels)
    _drop_parts(document.part.rels)
    _describe(document, title)
    _settle(document)
    written = io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as packed:
        content_by_name = {name: packed.read(name) for name in packed.namelist()}
    return zip_bytes(content_by_name, day=_ZIP_BEGINS)


def _drop_parts(relations: Relationships) -> None:
    for name, relation in list(relations.items()):
        if relation.reltype.rsplit("/", 1)[-1] in _OF_THE_EMPTY_DOCUMENT:
            del relations[name]


def _describe(document: Document, title: str) -> None:
    """Tell the title and the language; forget who made the empty document, and when."""
    properties = document.core_properties
    for said in list(properties._element):  # noqa: SLF001  # it can be set there, never removed
        properties._element.remove(said)  # noqa: SLF001
    properties.title = printable(title)[:255]
    properties.language = "th-TH"


def _settle(document: Document) -> None:
    """Say that the document is Thai, and of today's Word."""
    settings = document.settings.element
    for name in ("compat", "savePreviewPicture", "rsids", "proofState"):
        for was in settings.findall(qn(f"w:{name}")):
            after = was.getnext()
            settings.remove(was)
            if name == "compat":
                after.addprevious(_compatibility())
    for language in settings.findall(qn("w:themeFontLang")):
        language.set(qn("w:bidi"), "th-TH")


def _compatibility() -> object:
    return element(
        "compat",
        element("compatSetting", name="compatibilityMode", uri=_COMPATIBILITY, val=_WORD_2013),
    )
