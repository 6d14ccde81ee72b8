"""What makes a row that person's, whatever file or notation it comes in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from collector.headers import map_header
from collector.technical import zone_named, zone_of
from config.dates import DateFault, parse_timestamp
from config.names import read_name
from config.paper import PAPER_FORM
from config.thai import clean, match_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from config.campaign import Campaign, Source

_NAME = ("first_name", "last_name", "full_name")
_MET_AGAIN = (-1, 0, 1)
"""A form's own download may tell another second than its sheet does (`collector.tidy.merging`)."""


class RowIdentity:
    """What makes a row under one header known again."""

    def __init__(self, header: tuple[str, ...], source: Source, campaign: Campaign) -> None:
        self._form, self._source = source.form, source
        self._columns = map_header(header, campaign.form(source.form)).columns
        name = zone_of(header)
        self._zone = zone_named(name) if name else campaign.zone

    def of(self, cells: Sequence[str]) -> str:
        """Return the identity of a row as it is read."""
        return self._identity(cells, 0)

    def to_remember(self, cells: Sequence[str]) -> Iterator[str]:
        """Yield the identities under which the same row may come again."""
        yield from dict.fromkeys(self._identity(cells, seconds) for seconds in _MET_AGAIN)

    def name_key(self, cells: Sequence[str]) -> str:
        """Return the key of the name that a row gives, "" where it gives none."""
        return read_name(*(self.said(question, cells) for question in _NAME)).key

    def name(self, cells: Sequence[str]) -> tuple[str, str]:
        """Return first and last name as a row gives them, without a title."""
        shown = read_name(*(self.said(question, cells) for question in _NAME)).shown
        first, _, last = shown.partition(" ")
        return first, last

    def said(self, question: str, cells: Sequence[str]) -> str:
        """Return the answer to a question, the first that is not blank of its columns."""
        found = (cells[i] for i in self._columns.get(question, ()) if i < len(cells))
        return next(filter(None, map(clean, found)), "")

    def moment(self, cells: Sequence[str]) -> datetime | None:
        """Return when a row says that it was sent, None where nobody can read it."""
        source = self._source
        try:
            return parse_timestamp(
                self.said("timestamp", cells),
                zone=self._zone,
                order=source.date_order,
                two_digit_year=source.two_digit_year,
            )[0]
        except DateFault:
            return None

    def _identity(self, cells: Sequence[str], seconds: int) -> str:
        """Return the identity; a row of paper has a day only and is known by all that it says."""
        at, name = self.moment(cells), self.name_key(cells)
        if at and name and self._form != PAPER_FORM.id:
            second = int((at + timedelta(seconds=seconds)).timestamp())
            parts = [name, match_key(self.said("agency", cells)), str(second)]
        else:
            known = {i for columns in self._columns.values() for i in columns if i < len(cells)}
            parts = sorted(filter(None, (clean(cells[i]) for i in known)))
        return "\x1f".join((self._form, *parts))
