"""The one typst compiler: typefaces are read once, no font of the machine is looked at."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import typst

from report.typeface import REGULAR

if TYPE_CHECKING:
    from collections.abc import Mapping

_LAYOUTS = Path(__file__).parent / "typst"
# What Sarabun cannot show (Lao, signs, many emoji) DejaVu can, which matplotlib brings along.
_OTHER_SCRIPTS = Path(mpl.get_data_path()) / "fonts" / "ttf"
_LONG = 100_000  # letters of content: a list of some 170 people, which typst remembers in 25 MB
_REMEMBERED = 10  # documents


def typeset(content: Mapping[str, Any]) -> bytes:
    """Return the PDF of a document's content (see `report.documents.pdf.content`)."""
    written = json.dumps(content, ensure_ascii=False)
    pdf = _compiler().compile(
        input=str(_LAYOUTS / "document.typ"),
        format="pdf",
        sys_inputs={"content": written},
        pdf_standards="ua-1",
    )
    if len(written) > _LONG:
        _forget()
    assert isinstance(pdf, bytes)  # one PDF is one file, whatever the number of its pages
    return pdf


def _forget() -> None:
    """Let go of what typst remembers of a long document: it does so ten documents later."""
    for _ in range(_REMEMBERED + 1):
        _compiler().compile(input=b"", format="pdf", sys_inputs={})


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(REGULAR.parent), str(_OTHER_SCRIPTS)],
    )
    return typst.Compiler(root=str(_LAYOUTS), font_paths=fonts, ignore_system_fonts=True)
