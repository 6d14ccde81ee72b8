"""The typeface and its sizes: all of a document's, for Thai letters as for any other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.shared import Length, Pt

from config.printable import printable
from report.documents.word.markup import element

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

TEXT = 16.0
"""The text's size in points where officials tell sizes: «บันทึกข้อความ» has 29, labels have 20."""

_SCRIPTS = ("ascii", "hAnsi", "cs", "eastAsia")
_THEMES = ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme")


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface and the size in points of its text; other sizes go along with that."""

    font: str
    size: float

    def length(self, official: float) -> Length:
        """Return a length told in points beside a text of 16 points."""
        return Pt(official * self.size / TEXT)

    def marks(
        self, official: float | None = None, *, bold: bool = False, linked: bool = False
    ) -> list[BaseOxmlElement]:
        """Return what a run says of its letters beside its style, in the schema's order.

        ``cs`` puts Latin letters and digits under the same rules as Thai ones.
        """
        weight = [element("b"), element("bCs")] if bold else []
        line = [element("u", val="single")] if linked else []
        return [*weight, *self._size(official), *line, element("cs")]

    def _size(self, official: float | None) -> list[BaseOxmlElement]:
        if official is None:
            return []
        halves = round(official * self.size / TEXT * 2)
        return [element("sz", val=halves), element("szCs", val=halves)]

    def fonts(self) -> BaseOxmlElement:
        """Return ``rFonts`` for all four scripts: one that is left out falls back to the theme."""
        return element("rFonts", **dict.fromkeys(_SCRIPTS, printable(self.font)))

    def overrule(self, styles: BaseOxmlElement) -> None:
        """Set the typeface wherever ``styles`` name one, and forget the theme's."""
        for fonts in styles.iter(qn("w:rFonts")):
            for theme in _THEMES:
                fonts.attrib.pop(qn(f"w:{theme}"), None)
            for script in _SCRIPTS:
                fonts.set(qn(f"w:{script}"), printable(self.font))
