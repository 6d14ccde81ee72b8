"""A name means one agency on any day."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from config.errors import CampaignError
from config.messages import _
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.references import Tables
    from config.rows import TableRow


class _Meaning(NamedTuple):
    agency: str
    since: date
    until: date
    row: TableRow


def two_meanings(tables: Tables) -> Iterator[CampaignError]:
    """Find a name that means two agencies on one day."""
    for meanings in _meanings_by_name(tables).values():
        for first, second in combinations(meanings, 2):
            if first.agency != second.agency and _share_a_day(first, second):
                yield _ambiguous(first.row, second.row)


def _meanings_by_name(tables: Tables) -> dict[str, list[_Meaning]]:
    meanings: dict[str, list[_Meaning]] = {}
    for row in tables["agencies"].rows:
        for key in {match_key(row.values.get(field, "")) for field in ("name", "short_name")}:
            meaning = _Meaning(row.values.get("id", ""), date.min, date.max, row)
            meanings.setdefault(key, []).append(meaning)
    for row in tables["aliases"].rows:
        if not row.values.get("agency"):
            continue  # it is nobody's: told already
        since, until = row.values.get("since", date.min), row.values.get("until", date.max)
        meaning = _Meaning(row.values["agency"], since, until, row)
        meanings.setdefault(match_key(row.values.get("alias", "")), []).append(meaning)
    meanings.pop("", None)
    return meanings


def _share_a_day(first: _Meaning, second: _Meaning) -> bool:
    return max(first.since, second.since) <= min(first.until, second.until)


def _ambiguous(first: TableRow, second: TableRow) -> CampaignError:
    name = second.values.get("alias") or second.values.get("name", "")
    return CampaignError(
        _('the name "{name}" also means another agency: {place}').format(
            name=name, place=first.place()
        ),
        place=second.place(),
        remedy=_("delete one of the two, or give each its own dates"),
    )
