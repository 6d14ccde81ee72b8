"""When a reading is too odd to be believed without a person (design.md §2): pure verdicts.

A file with fewer than half of a form's headings is not that form's and is set aside whole. A
`Fault` refuses the form: nothing new of it enters until it is mended or accepted. A remark is
only told. All texts are Thai, for they land in files and pages.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from collector.cells import printable, to_bytes
from collector.headers import WHOLE_NAME, HeaderMap, map_header
from collector.matching import standing_together
from collector.raw import RefusedFile
from collector.rows import rows_of
from collector.streams import is_live
from collector.verdict import NOTHING_ODD, Fault, Verdict
from config.messages import thai
from config.quoting import from_file
from config.thai import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from collector.changes import Changes
    from collector.matching import IdentityColumns
    from collector.raw import RawTable
    from config.campaign import Form, Guards

OWN_SHARE = 0.5
"""A file that holds less of a form's headings than this is not that form's."""
_LONGEST_HEADING = 80
_HEADINGS_SHOWN = 3


def is_own(header: Sequence[str], form: Form, forms: Sequence[Form]) -> bool:
    """Say whether a heading row is the form's: half of it, and not the whole of another form's."""
    found = map_header(header, form)
    if found.share < OWN_SHARE:
        return False
    return not found.missing or not any(
        other.id != form.id and _is_whole(header, other) for other in forms
    )


def _is_whole(header: Sequence[str], form: Form) -> bool:
    found = map_header(header, form)
    return found.share >= OWN_SHARE and not found.missing


def refuse_foreign(table: RawTable, form: Form, forms: Sequence[Form]) -> RefusedFile | None:
    """Return why the file is not this form's, None if it is; ``forms`` may know it better."""
    if is_own(table.header, form, forms):
        return None
    share = map_header(table.header, form).share
    asked = sum(question.id != WHOLE_NAME for question in form.questions)
    return RefusedFile(
        form=table.form,
        source=table.source,
        origin=table.origin,
        reason=thai(
            "Not a file of the form “{form}”: it has {found} of that form's {asked} headings. "
            "Expected such as {expected}; found {headings}."
        ).format(
            form=form.title,
            found=round(share * asked),
            asked=asked,
            expected=_quoted(question.header for question in form.questions[:_HEADINGS_SHOWN]),
            headings=_as_written(table.header[:_HEADINGS_SHOWN]) or thai("none"),
        ),
        remedy=_where_to(table, forms),
    )


def judge_header(table: RawTable, form: Form) -> Verdict:
    """Refuse a file in which a required question is missing or doubled; tell of odd columns."""
    found = map_header(table.header, form)
    asked = table.header if table.asked is None else table.asked
    fault = _header_fault(asked, map_header(asked, form), form, place=table.origin)
    return Verdict(fault, _odd_columns(table, found))


def judge_stored_headers(headers: Iterable[tuple[str, ...]], form: Form) -> Verdict:
    """Refuse the form when headings under which rows were recorded are no longer known."""
    place = thai("Rows recorded earlier")
    faults = [
        fault
        for header in headers
        for fault in _header_fault(header, map_header(header, form), form, place=place)
    ]
    return Verdict(tuple(faults))


def judge_tabs(
    tables: Sequence[RawTable],
    passed_over: Sequence[RawTable],
    form: Form,
    identity_of: Callable[[tuple[str, ...]], IdentityColumns],
) -> Verdict:
    """Refuse a sheet whose answers go into a tab that is not to be read; tell of tabs alike."""
    faults = tuple(
        _other_tab(other, rows, form)
        for other in passed_over
        if (rows := _rows_of_its_own(other, tables, identity_of))
    )
    if len(tables) <= 1 or not all(is_live(table.source) for table in tables):
        return Verdict(faults)
    told = thai("{form}: {count} tabs have its headings, and all were read: {tabs}.")
    tabs = _quoted(table.origin for table in tables)
    return Verdict(faults, (told.format(form=form.title, count=len(tables), tabs=tabs),))


def _rows_of_its_own(
    other: RawTable,
    tables: Sequence[RawTable],
    identity_of: Callable[[tuple[str, ...]], IdentityColumns],
) -> int:
    """Return how many rows of a tab stand in none of the tabs that were read."""
    read = [rows_of(table) for table in tables]
    together = standing_together([*read, rows_of(other)], identity_of)
    return len(together) - len(standing_together(read, identity_of))


def judge_changes(changes: Changes, form: Form, guards: Guards) -> Verdict:
    """Refuse an emptied or shrunken sheet; tell of few vanished rows and of a sudden rise."""
    added, vanished = len(changes.differences.added), len(changes.differences.vanished)
    verdict = Verdict(remarks=_sudden_rise(added, changes.standing, form, guards))
    if not vanished:
        return verdict
    if vanished == changes.standing and not added:
        return verdict + _emptied(changes, form)
    if vanished > max(guards.vanished_at_most, guards.vanished_share * changes.standing):
        return verdict + _shrunken(changes, form)
    told = thai("{form}: {vanished} rows are gone from the sheet; they still count.")
    return verdict + Verdict(remarks=(told.format(form=form.title, vanished=vanished),))


def judge_clock(now: datetime, last: datetime | None) -> Verdict:
    """Tell of a clock that shows less than it did at the last refresh."""
    if last is None or now >= last:
        return NOTHING_ODD
    told = thai("This machine's clock went back: it shows {now}, the last refresh was at {last}.")
    return Verdict(remarks=(told.format(now=now.isoformat(), last=last.isoformat()),))


def _header_fault(
    header: tuple[str, ...], found: HeaderMap, form: Form, *, place: str
) -> tuple[Fault, ...]:
    if not found.missing and not found.doubled and found.share >= OWN_SHARE:
        return ()
    said = [thai("{place}: the headings do not fit the form “{form}”.")]
    if found.missing:
        said.append(thai("No column for {missing}."))
    if found.doubled:
        said.append(thai("More than one column for {doubled}."))
    if found.unknown:
        said.append(thai("Unknown headings: {unknown}."))
    reason = " ".join(said).format(
        place=printable(place),
        form=form.title,
        missing=_quoted(form.question(question).header for question in found.missing),
        doubled=_quoted(form.question(question).header for question in found.doubled),
        unknown=_as_written(found.unknown),
    )
    remedy = thai(
        "If a question was reworded, add its new heading to the question's aliases in "
        "campaign.toml. If a column was deleted or doubled, mend it and fetch the file again. "
        "To go on as it is: rapsap refresh --accept REASON"
    )
    what = (*header, "", *found.missing, "", *found.doubled)
    return (Fault(form.id, _signature("header", what), reason, remedy),)


def _odd_columns(table: RawTable, found: HeaderMap) -> tuple[str, ...]:
    """Tell of columns that nobody asked for and of answers that stand under no heading."""
    origin = printable(table.origin)
    told = []
    if found.unknown:
        words = thai("{file}: columns that the form does not know were not read: {headings}")
        told.append(words.format(file=origin, headings=_as_written(found.unknown)))
    headless = [i for i in found.blank if any(clean(row[i]) for row in table.rows if i < len(row))]
    if headless:
        words = thai("{file}: columns with answers but no heading were not read: {columns}")
        numbers = ", ".join(str(column + 1) for column in headless)
        told.append(words.format(file=origin, columns=numbers))
    return tuple(told)


def _other_tab(other: RawTable, rows: int, form: Form) -> Fault:
    reason = thai(
        "Another tab has the headings of “{form}” and {rows} rows that the tab read does not have: "
        "{tab}. The form may have been linked anew."
    ).format(form=form.title, rows=rows, tab=_quoted([other.origin]))
    remedy = thai(
        "Write the gid of the tab that the form fills into campaign.toml (several in a list), or "
        "take gid out. If that tab is to be left aside: rapsap refresh --accept REASON"
    )
    return Fault(form.id, _signature("tab", (other.source, other.origin)), reason, remedy)


def _sudden_rise(added: int, standing: int, form: Form, guards: Guards) -> tuple[str, ...]:
    if not standing or added <= guards.rise_at_least or added <= guards.rise_factor * standing:
        return ()
    told = thai("{form}: a sudden rise, {added} new rows where {standing} stood before.")
    return (told.format(form=form.title, added=added, standing=standing),)


def _emptied(changes: Changes, form: Form) -> Verdict:
    reason = thai("The sheet of “{form}” is empty; {standing} rows stood there before.")
    return _of_vanished(changes, reason.format(form=form.title, standing=changes.standing))


def _shrunken(changes: Changes, form: Form) -> Verdict:
    reason = thai("{vanished} of {standing} rows are gone from the sheet of “{form}”.").format(
        vanished=len(changes.differences.vanished), standing=changes.standing, form=form.title
    )
    return _of_vanished(changes, reason)


def _of_vanished(changes: Changes, reason: str) -> Verdict:
    remedy = thai(
        "Bring the rows back from the sheet's version history and refresh again. "
        "If they were deleted on purpose: rapsap refresh --accept REASON"
    )
    responses = tuple(str(row.response) for row in changes.differences.vanished)
    signature = _signature("vanished", (changes.source, *responses))
    return Verdict(faults=(Fault(changes.form, signature, reason, remedy),))


def _signature(kind: str, what: tuple[str, ...]) -> str:
    return f"{kind}:{sha256(to_bytes(what)).hexdigest()}"


def _where_to(table: RawTable, forms: Sequence[Form]) -> str:
    share_by_form = {
        form: map_header(table.header, form).share for form in forms if form.id != table.form
    }
    known = max(share_by_form, key=share_by_form.__getitem__, default=None)
    if known and share_by_form[known] >= OWN_SHARE:
        return thai("It looks like the form “{form}”: move it to inbox/{folder}/.").format(
            form=known.title, folder=known.id
        )
    return thai("Move it elsewhere, and put the form's own download into this folder.")


def _quoted(headings: Iterable[str]) -> str:
    """Return the form's own words in quotes, cut to what a line can hold."""
    return ", ".join(f"“{text}”" for text in _cut(headings))


def _as_written(headings: Iterable[str]) -> str:
    """Return what stands in a file, marked as such: it may be somebody's answer."""
    return ", ".join(from_file(text) for text in _cut(headings))


def _cut(headings: Iterable[str]) -> list[str]:
    shown = [printable(clean(heading)) for heading in headings]
    return [t if len(t) <= _LONGEST_HEADING else t[: _LONGEST_HEADING - 1] + "…" for t in shown]
