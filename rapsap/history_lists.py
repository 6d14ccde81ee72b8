"""The past as lists for machines: JSON and CSV, complete where the terminal shows the newest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from collector.tidy.past import changed_questions, name_in
from rapsap.looking_back import ERASED, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from collector.past_events import PastEvent
    from config.campaign import Form
    from rapsap.looking_back import Past

_COUNTED = ("added", "changed", "vanished")

Line = dict[str, Any]


def refresh_lines(past: Past) -> list[Line]:
    """Return a line for each refresh, form, source and agency, the newest refresh first.

    A refresh that recorded nothing but a person's decision has a line without a form.
    """
    counts = past.count("refresh", "form", "source", "agency")
    groups = dict.fromkeys(key[:-1] for key in counts)
    name_by_id = {agency.id: agency.name for agency in past.campaign.agencies}
    lines = []
    for refresh in reversed(past.refreshes):
        own = [group for group in groups if group[0] == refresh.number]
        for _number, form, source, agency in sorted(own, key=str) or [(0, "", "", "")]:
            key = (refresh.number, form, source, agency)
            lines.append(
                {
                    "refresh": refresh.number,
                    "at": refresh.at.astimezone(past.campaign.zone).isoformat(timespec="seconds"),
                    "reason": refresh.reason,
                    "form": form,
                    "source": source,
                    "agency_id": "" if agency == ERASED else agency,
                    "agency": name_by_id.get(str(agency), ""),
                    "erased": agency == ERASED,
                }
                | {name: counts[*key, kind] for name, kind in zip(_COUNTED, KINDS, strict=True)}
            )
    return lines


def event_lines(past: Past, events: Iterable[PastEvent], *, names: bool) -> list[Line]:
    """Return a line for each event, the newest first; whose row it is only with ``names``."""
    form_by_id: dict[str, Form] = {form.id: form for form in past.campaign.read_forms}
    return [
        _event_line(event, form_by_id.get(event.form), past, names=names)
        for event in reversed(tuple(events))
    ]


def _event_line(event: PastEvent, form: Form | None, past: Past, *, names: bool) -> Line:
    row = event.wording
    line = {
        "at": event.at.astimezone(past.campaign.zone).isoformat(timespec="seconds"),
        "refresh": event.refresh,
        "event": event.seq,
        "kind": event.kind,
        "form": event.form,
        "source": event.source,
        "response": event.response,
        "file": row.origin if row else "",
        "row": row.row_number if row else None,
        "questions": list(changed_questions(event, form)) if form else [],
    }
    return line | {"name": name_in(row, form) if row and form else ""} if names else line


def as_rows(lines: Sequence[Line]) -> tuple[list[str], list[list[str]]]:
    """Return a CSV's header and rows; several values of one cell are parted by a blank."""
    header = list(lines[0]) if lines else []
    return header, [[_as_cell(line[name]) for name in header] for line in lines]


def _as_cell(value: object) -> str:
    if isinstance(value, list):
        return " ".join(value)
    if isinstance(value, bool):
        return str(int(value))
    return "" if value is None else str(value)
