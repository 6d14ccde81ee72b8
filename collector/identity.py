"""Which columns tell that an edited row is still the same response."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collector.headers import WHOLE_NAME, map_header
from collector.matching import IdentityColumns
from collector.technical import RESPONSE_ID
from config.thai import match_key

if TYPE_CHECKING:
    from config.campaign import Form


def identity_columns(header: tuple[str, ...], form: Form) -> IdentityColumns:
    """Return the identifying columns under ``header``; a name counts only with its agency."""
    columns = map_header(header, form).columns
    name = columns.get(WHOLE_NAME) or columns.get("first_name", ()) + columns.get("last_name", ())
    agency = columns.get("agency", ())
    return IdentityColumns(
        response_id=tuple(i for i, text in enumerate(header) if match_key(text) == RESPONSE_ID),
        timestamp=columns.get("timestamp", ()),
        email=columns.get("email", ()),
        name_and_agency=name + agency if name and agency else (),
        meaning=_meaning(header, columns),
    )


def _meaning(header: tuple[str, ...], columns: dict[str, tuple[int, ...]]) -> tuple[str, ...]:
    question_by_column = {column: q for q, found in columns.items() for column in found}
    return tuple(question_by_column.get(i, heading) for i, heading in enumerate(header))
