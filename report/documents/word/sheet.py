"""The empty sheet that every document begins with: dressed once, whatever is written on it."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn

from report.documents.word.markup import element
from report.documents.word.styles import dress

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.rel import Relationships

    from report.documents.word.face import Face

_NOT_OURS = ("thumbnail", "customXml", "stylesWithEffects")
"""Parts that python-docx begins with: a picture of another page, styles for Word 2007."""
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
_WORD_2013 = 15
"""The newest there is; an older one opens the file in «compatibility mode»."""


@lru_cache(maxsize=4)
def dressed_sheet(face: Face) -> bytes:
    """Return an empty document: our styles, no part that we have no use for, today's Word."""
    document = docx.Document()
    _drop_parts(document.part.package.rels)
    _drop_parts(document.part.rels)
    dress(document, face)
    _settle(document)
    empty = BytesIO()
    document.save(empty)
    return empty.getvalue()


def _drop_parts(relations: Relationships) -> None:
    for name, relation in list(relations.items()):
        if relation.reltype.rsplit("/", 1)[-1] in _NOT_OURS:
            del relations[name]


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
