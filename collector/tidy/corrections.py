"""Rows of a table kept by hand that were typed anew: files only add up, so both are in the ledger.

A row corrects an earlier one only where nothing can be lost by it: it stands in the same row of
the same file and speaks of the same person and the same notices. Whoever empties the table and
types other people or another notice into it takes nothing back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

_ABOUT_THE_NAME = frozenset({"no_name", "bad_name", "no_surname"})
_ABOUT_THE_NOTICE = frozenset({"no_notice", "unknown_notice"})


@dataclass(frozen=True, slots=True)
class _Typed:
    """What a row says, as far as it tells whether it is another one typed anew."""

    label: int
    name: str
    agency: str
    day: str
    notices: tuple[str, ...]
    reason_id: str

    def corrects(self, earlier: _Typed) -> bool:
        same_notices = earlier.notices == self.notices or earlier.reason_id in _ABOUT_THE_NOTICE
        if earlier.reason_id in _ABOUT_THE_NAME or not self.name:
            same_person = (earlier.agency, earlier.day) == (self.agency, self.day)
        else:
            same_person = earlier.name == self.name
        return same_notices and same_person


def corrected_rows(papers: pd.DataFrame) -> set[int]:
    """Return the index labels of the rows that a later one corrects.

    ``papers``: see `collector.tidy.paper.tidy_paper`; the later row is the one recorded later.
    """
    again = papers[papers.duplicated(["origin", "row_number"], keep=False)]
    found: set[int] = set()
    for _, same_place in again.sort_values("response_id").groupby(["origin", "row_number"]):
        rows = list(_typed(same_place))
        found |= {
            earlier.label
            for place, earlier in enumerate(rows)
            if any(later.corrects(earlier) for later in rows[place + 1 :])
        }
    return found


def _typed(rows: pd.DataFrame) -> Iterator[_Typed]:
    acknowledgements = [column for column in rows.columns if column.startswith("ack.")]
    for label, row in rows.iterrows():
        yield _Typed(
            label=label,
            name=match_key(row["first_name"] + row["last_name"] + row["full_name"]),
            agency=match_key(row["agency"]),
            day=match_key(row["timestamp"]),
            notices=tuple(row[acknowledgements]),
            reason_id=row["reason_id"],
        )
