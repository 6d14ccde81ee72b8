"""The formats that a document is written in: a writer each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.documents.html import as_html
from report.documents.pdf import as_pdf
from report.documents.word import as_word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from report.documents.blocks import OfficialText

    Writer = Callable[[OfficialText, tuple[str, ...]], bytes]


WORD = "docx"
FORMATS: Mapping[str, Writer] = {
    WORD: lambda text, _names: as_word(text),
    "pdf": lambda text, names: as_pdf(text, names=names),
    "html": lambda text, names: as_html(text, names=names),
}
