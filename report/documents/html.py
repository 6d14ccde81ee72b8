"""A document as one HTML file: A4 when printed, readable on a phone, with nothing to fetch."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING

from report.pages.environment import fill_alone
from report.typeface import BOLD, REGULAR

if TYPE_CHECKING:
    from pathlib import Path

    from report.documents.blocks import OfficialText, Table

_PAGE = "document.html.j2"


def as_html(text: OfficialText, *, names: tuple[str, ...] = ()) -> bytes:
    """Return the document as a page of its own, typeface included; ``names`` are not broken."""
    return fill_alone(
        _PAGE,
        names,
        text=text,
        title=text.fields.get("subject") or text.fields.get("title") or text.name,
        blocks=[(type(block).__name__, block) for block in text.blocks],
        fonts=((400, _typeface(REGULAR)), (700, _typeface(BOLD))),
        png=lambda content: b64encode(content).decode(),
        widths=_widths,
    )


@cache
def _typeface(path: Path) -> str:
    return b64encode(path.read_bytes()).decode()


def _widths(table: Table) -> list[str]:
    """Return the columns' widths for a style sheet."""
    whole = sum(table.widths) or 1
    return [f"{100 * width / whole:.2f}%" for width in table.widths]
