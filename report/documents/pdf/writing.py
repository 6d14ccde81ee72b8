"""A document as PDF (typst): its content goes over as data, never as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.documents.pdf.content import content
from report.documents.pdf.typesetting import typeset

if TYPE_CHECKING:
    from report.documents.blocks import OfficialText


def as_pdf(text: OfficialText, *, names: tuple[str, ...] = ()) -> bytes:
    """Return the document as tagged PDF (UA-1); the same document gives the same bytes.

    ``names`` are kept on one line where they fit; where the Garuda is no PNG, its place stays
    blank.
    Characters that no document can carry are left out (`config.printable`).
    """
    return typeset(content(text, names))
