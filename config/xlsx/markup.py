"""XML that nobody trusts: read by expat, without document types and so without entities."""

from __future__ import annotations

from typing import NoReturn
from xml.parsers import expat

from config.messages import marked
from config.unreadable import UnreadableFileError

FAULTS = (expat.ExpatError, ValueError, LookupError)
"""What expat raises for a part that is no XML, or none in an encoding that it knows."""
_COUNTS = ("count", "uniqueCount")
_REFERENCES = "sst"
"""The shared strings, whose ``count`` tells how often the sheets use them: often, and rightly."""
_EXAGGERATION = 10
_FEW = 1000


def parser() -> expat.XMLParserType:
    """Return a parser that stops where a document type begins (billion laughs, XXE)."""
    made = expat.ParserCreate()
    made.buffer_text = True
    made.StartDoctypeDeclHandler = _refuse_document_type
    return made


def local(tag: str) -> str:
    """Return a name without the prefix that its writer chose."""
    return tag.rpartition(":")[2]


def attributes_of(content: bytes, element: str) -> list[dict[str, str]]:
    """Return the attributes of every element of that name."""
    found: list[dict[str, str]] = []

    def begin(tag: str, attributes: dict[str, str]) -> None:
        if local(tag) == element:
            found.append(attributes)

    reading = parser()
    reading.StartElementHandler = begin
    reading.Parse(content, True)  # noqa: FBT003 - expat takes it by place
    return found


def check(content: bytes) -> None:
    """Refuse a part that no spreadsheet program writes.

    A count that is not true would be believed: so much memory is asked for that the process
    ends. Raises `UnreadableFileError`, or what `FAULTS` names for a part that is no XML.
    """
    elements = 0
    stated = [0]

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal elements
        elements += 1
        believed = _COUNTS[1:] if local(tag) == _REFERENCES else _COUNTS
        stated.extend(int(attributes[name]) for name in believed if name in attributes)

    reading = parser()
    reading.StartElementHandler = begin
    reading.Parse(content, True)  # noqa: FBT003
    if not 0 <= min(stated) <= max(stated) <= _EXAGGERATION * elements + _FEW:
        raise ValueError(max(stated))


def _refuse_document_type(*_declaration: object) -> NoReturn:
    raise UnreadableFileError(
        marked("the workbook holds XML that no spreadsheet program writes"),
        remedy=marked("do not open it; ask whoever sent it for the form's own download"),
    )
