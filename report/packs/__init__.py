"""A folder for each agency's coordinator: their own people, a message, sheets to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from report.document import Document
from report.packs.line import line_file, line_text, notepad
from report.packs.pack import Pack, packs
from report.packs.people import people_workbook
from report.packs.signing import signing_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from report.facts import Facts

__all__ = ["agency_packs"]

# What a pack holds: one file here, one line below. Each is made from the agency's own part alone.
PARTS: tuple[tuple[str, Callable[[Pack], bytes]], ...] = (
    ("รายชื่อ.xlsx", people_workbook),
    ("แบบลงนาม.html", signing_page),
    ("line.txt", lambda pack: notepad(line_text(pack) + "\n")),
)


def agency_packs(facts: Facts) -> Iterator[Document]:
    """Return ``agencies/<id>/…`` of every agency, and all messages together in ``line.txt``."""
    messages = []
    for pack in packs(facts):
        folder = f"internal/agencies/{pack.agency.id}"
        for name, made_by in PARTS:
            yield Document(f"{folder}/{name}", made_by(pack), "internal")
        messages.append((pack.agency.name, line_text(pack)))
    yield Document("internal/line.txt", line_file(messages), "internal")
