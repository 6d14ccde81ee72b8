"""Elements of WordprocessingML that python-docx has no name for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement


def element(name: str, /, *within: BaseOxmlElement, **attributes: object) -> BaseOxmlElement:
    """Return ``<w:name w:attribute="…">`` with the elements within it, in their order."""
    made = OxmlElement(f"w:{name}")
    for attribute, said in attributes.items():
        made.set(qn(f"w:{attribute}"), str(said))
    made.extend(within)
    return made
