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


def typeset(content: Mapping[str, Any]) -> bytes:
    """Return the PDF of a document's content (see `report.documents.pdf.content`)."""
    pdf = _compiler().compile(
        input=str(_LAYOUTS / "document.typ"),
        format="pdf",
        sys_inputs={"content": json.dumps(content, ensure_ascii=False)},
        pdf_standards="ua-1",
    )
    assert isinstance(pdf, bytes)  # one PDF is one file, whatever the number of its pages
    return pdf


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(REGULAR.parent), str(_OTHER_SCRIPTS)],
    )
    return typst.Compiler(root=str(_LAYOUTS), font_paths=fonts, ignore_system_fonts=True)
