"""Names of sheets as Excel takes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from config.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\n\r\t]")
_RESERVED = frozenset({"history"})
_NAMELESS = "-"


def sheet_titles(wanted: Iterable[str]) -> list[str]:
    """Return a name for each sheet: no forbidden sign, 31 letters at most, none twice.

    >>> sheet_titles(["อบต./เทศบาล", "'x'", "X"])
    ['อบต. เทศบาล', 'x', 'X (2)']
    """
    taken: set[str] = set(_RESERVED)
    return [_unique(_clean(title), taken) for title in wanted]


def _clean(title: str) -> str:
    plain = " ".join(_FORBIDDEN.sub(" ", printable(title)).split())
    return _cut(plain.strip("' "), LONGEST) or _NAMELESS


def _cut(title: str, length: int) -> str:
    """Return at most ``length`` UTF-16 units, and no apostrophe or space where it was cut."""
    kept = title.encode("utf-16-le")[: 2 * length].decode("utf-16-le", errors="ignore")
    return kept.strip("' ")


def _unique(title: str, taken: set[str]) -> str:
    """Return the title, numbered if a sheet has it; Excel does not tell letters' cases apart."""
    name, number = title, 1
    while name.casefold() in taken:
        number += 1
        suffix = f" ({number})"
        name = _cut(title, LONGEST - len(suffix)) + suffix
    taken.add(name.casefold())
    return name
