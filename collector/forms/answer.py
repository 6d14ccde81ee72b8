"""What the script answered, found in what a person pasted: a file, a tab's cells, a log."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from config.decoding import decode
from config.delimited import read_delimited
from config.errors import CampaignError
from config.messages import _, marked
from config.unreadable import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEGINNING = re.compile(r'\{\s*"rapsap"\s*:')
_COPY = marked(
    "copy all of column A of the tab “rapsap” into a text file and name that file; a long line "
    "of the log is cut by Google"
)


def find_answer(content: bytes, place: str) -> dict[str, Any]:
    """Return the script's JSON; raise `CampaignError` if it is not there or not whole."""
    try:
        text = decode(content)[0].removeprefix("\ufeff")
    except UnreadableFileError as fault:
        raise CampaignError(fault.fault, place=place, remedy=_(_COPY)) from None
    begins = False
    for candidate in (text, _cells(content)):
        for start in _beginnings(candidate):
            begins = True
            answer = _value(candidate[start:])
            if answer is not None:
                return answer
    raise CampaignError(
        _("the script's answer is cut off or changed")
        if begins
        else _("the script's answer is not in this file"),
        place=place,
        remedy=_(_COPY),
    )


def _beginnings(text: str) -> Iterator[int]:
    """Yield where an answer may begin: at the text's own beginning, or within a log."""
    if text.lstrip().startswith("{"):
        yield text.index("{")
    yield from (found.start() for found in _BEGINNING.finditer(text))


def _value(text: str) -> dict[str, Any] | None:
    try:
        value = json.JSONDecoder().raw_decode(text)[0]
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _cells(content: bytes) -> str:
    """Return the first cells of a table as lines: a tab that was downloaded quotes its cells."""
    try:
        table = read_delimited(content)
    except UnreadableFileError:
        return ""
    return "\n".join(cells[0] for cells in (table.header, *table.rows) if cells)
