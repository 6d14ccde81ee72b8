"""What a document consists of, whatever it is written as: the only thing that writers know."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Layout = Literal["memo", "letter", "report", "table"]
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Run:
    r"""Text in one weight; ``\n`` is a line break, ``link`` an address or ""."""

    text: str
    bold: bool = False
    link: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a chapter."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; its first line is indented, as officials write, unless it is ``plain``."""

    runs: Runs
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list with its mark as written («๓.๑», «(๑)», «-»); ``depth`` begins at 0."""

    mark: str
    runs: Runs
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header is repeated on each page.

    ``widths`` are shares of the text's width, one per column, ``aligns`` likewise.
    ``caption`` is "" or the line above it.
    """

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[float, ...]
    aligns: tuple[Align, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture: PNG bytes, what it shows in words, the line below it, its share of the width."""

    png: bytes
    alternative: str
    caption: str = ""
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Item | Table | Figure | PageBreak


@dataclass(frozen=True, slots=True)
class Signature:
    """One who signs; ``order`` is what is written above the name («เห็นชอบ», «- อนุมัติ …»)."""

    name: str
    position: str
    order: str = ""


@dataclass(frozen=True, slots=True)
class OfficialText:
    """A whole document as its template says it.

    ``fields`` by id, those of the layout that are given: ``department``, ``number``, ``date``,
    ``subject``, ``to``, ``references``, ``attachments`` (the last two with one line each),
    ``closing``, ``contact``, ``title``, ``subtitle``, ``data_as_of``, ``mark`` («ร่าง»).
    ``signatures`` stand at the end, each kept whole, in the order in which they are signed.
    ``garuda`` is the office's picture (PNG) at the head of a memo or letter; without it its place
    stays blank.
    """

    name: str
    layout: Layout
    blocks: tuple[Block, ...]
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    signatures: tuple[Signature, ...] = ()
    landscape: bool = False
    garuda: bytes = b""
