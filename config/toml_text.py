"""campaign.toml as text: its syntax faults in plain words, and the line on which a key stands."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

from config.errors import CampaignError
from config.messages import _, marked
from config.thai import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from config.validation import Location

_LINE = re.compile(r"at line (\d+)")
_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"\s*([\w-]+)\s*=")
_CURLY = re.compile(r"[=\[,]\s*[“”„‘’«»]")
_DATE = re.compile(r"=\s*\d{4}-\d")
_UNCLOSED = re.compile("Unterminated|Illegal character|end of")
_THAI_DIGITS = re.compile(r"=\s*[๐-๙]")


def parse_toml(text: str, name: str) -> dict[str, Any]:
    """Return what the file says, or raise `CampaignError` with the line and what to do."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        number = _fault_line(text, str(error))
        line = text.splitlines()[number - 1] if text else ""
        fault, remedy = _words(line, str(error))
        raise CampaignError(
            fault, place=_("{file} line {line}").format(file=name, line=number), remedy=remedy
        ) from error


def _fault_line(text: str, message: str) -> int:
    found = _LINE.search(message)
    return int(found[1]) if found else max(len(text.splitlines()), 1)


def _words(line: str, message: str) -> tuple[str, str]:
    shown = clean(line)
    if "overwrite" in message or "twice" in message:
        return _("this key stands twice: {line}").format(line=shown), _("keep one of them")
    remedy = next(remedy for fits, remedy in _REMEDIES if fits(line, message))
    return _("this line cannot be understood: {line}").format(line=shown), _(remedy)


_REMEDIES: tuple[tuple[Callable[[str, str], object], str], ...] = (
    (
        lambda line, _message: _CURLY.search(line),
        marked('use straight quotation marks (") instead of curly ones'),
    ),
    (
        lambda line, _message: not line.replace("\t", " ").isprintable(),
        marked("it holds characters that cannot be seen: delete the line and type it again"),
    ),
    (
        lambda line, _message: _DATE.search(line),
        marked("see whether there is such a day; write it as year-month-day: 2023-04-30"),
    ),
    (
        lambda line, _message: _THAI_DIGITS.search(line),
        marked("write numbers in Arabic digits, for example 34"),
    ),
    (
        lambda _line, message: _UNCLOSED.search(message),
        marked('close the text with " and every list with ] on the same line'),
    ),
    (
        lambda _line, _message: True,
        marked('write key = value, and text between quotation marks (")'),
    ),
)


def line_of(text: str, location: Location) -> int:
    """Return the line of the key at ``location``, or of the nearest table above it; 0 if none."""
    best, best_line = 0, 0
    for number, path in _paths(text):
        shared = _shared(path, location)
        if shared > best and shared == len(path):
            best, best_line = shared, number
    return best_line


def _paths(text: str) -> list[tuple[int, Location]]:
    """List every table and key with its line: (12, ("forms", 0, "questions", 3, "header"))."""
    counts: dict[Location, int] = {}
    table: Location = ()
    paths: list[tuple[int, Location]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _table_path(header[2].split("."), counts, repeated=header[1] == "[[")
            paths.append((number, table))
        elif key := _KEY.match(line):
            paths.append((number, (*table, key[1])))
    return paths


def _table_path(names: list[str], counts: dict[Location, int], *, repeated: bool) -> Location:
    path: Location = ()
    for name in names[:-1]:
        path = (*path, name)
        if path in counts:
            path = (*path, counts[path])
    path = (*path, names[-1])
    if not repeated:
        return path
    counts[path] = counts.get(path, -1) + 1
    return (*path, counts[path])


def _shared(path: Location, location: Location) -> int:
    pairs = zip(path, location, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(path), len(location)))
