"""campaign.toml for another year: what belonged to the old one is blank, its comments stay."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.carrying import Move

_OF_ITS_YEAR = re.compile(
    r'^(?P<key>eit_url|site_url|signoff_url|coi_url)(?P<is>\s*=\s*)"[^"]*"', re.MULTILINE
)
_SECTION = re.compile(r"^\s*\[")
_SOURCES = re.compile(r"^\s*\[\[\s*sources\s*\]\]")
_FORM = re.compile(r'^\s*form\s*=\s*"(?P<id>[^"]*)"')
_KIND = re.compile(r"^(?P<before>\s*kind\s*=\s*).*")
_KEPT = re.compile(r"^\s*(?:#|$|\[\[|(?:form|kind|date_order|two_digit_year)\s*=)")


def settings_for_another_year(text: str, move: Move) -> str:
    """Return the settings with years moved, without last year's links, every source an inbox.

    A source that stayed would fetch last year's answers into the new campaign.
    """
    lines = _OF_ITS_YEAR.sub(r'\g<key>\g<is>""', move.text(text)).splitlines()
    seen: set[str] = set()
    return "\n".join(line for section in _sections(lines) for line in _kept(section, seen)) + "\n"


def _sections(lines: list[str]) -> Iterator[list[str]]:
    """Yield the lines up to the first heading, then each heading with what follows it."""
    number = 0

    def section_of(line: str) -> int:
        nonlocal number
        number += bool(_SECTION.match(line))
        return number

    for _number, section in groupby(lines, key=section_of):
        yield list(section)


def _kept(section: list[str], seen: set[str]) -> list[str]:
    """Return a section as it stands, but a source as an inbox, one for each form."""
    if not _SOURCES.match(section[0]):
        return section
    form = next((found["id"] for line in section if (found := _FORM.match(line))), "")
    if form in seen:
        return [line for line in section if line.lstrip().startswith("#")]
    seen.add(form)
    return [_KIND.sub(r'\g<before>"inbox"', line) for line in section if _KEPT.match(line)]
