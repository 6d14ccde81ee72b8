"""What the tables may not say together: each check yields the mistakes that it finds."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from config.campaign import LEVELS
from config.errors import CampaignError
from config.messages import _
from config.settings import SETTINGS
from config.thai import match_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from config.campaign import Form, RiskMatrix
    from config.references import Tables
    from config.rows import TableRow, TableRows
    from config.settings import Settings

_ID = re.compile(r"[A-Za-z0-9ก-๛][A-Za-z0-9ก-๛_-]*")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)  # no folder on Windows
_HIGHEST_SCORE = 25


def table_mistakes(tables: Tables, settings: Settings) -> Iterator[CampaignError]:
    """Check the tables, their references resolved already."""
    for name in ("agencies", "staff_types", "guidelines", "measures"):
        yield from _ids(tables[name], "id")
    yield from _ids(tables["signatories"], "role")
    yield from _unique(tables["measures"], ("number",))
    yield from _unique(tables["headcount"], ("agency", "staff_type", "on"))
    yield from _agency_count(tables["agencies"], settings)
    yield from _two_meanings(tables)
    yield from _heads(tables["headcount"])
    yield from _notice_versions(tables["notices"])
    yield from _periods(tables["aliases"], "since", "until")
    yield from _periods(tables["people"], "joined", "left")


def settings_mistakes(settings: Settings) -> Iterator[CampaignError]:
    """Check what campaign.toml says against itself."""
    yield from _window(settings)
    yield from _chosen_matrix(settings)
    for matrix in settings.matrices:
        yield from _rising_bands(matrix)
    yield from _all_levels(settings)
    yield from _sources(settings)
    ids_by_key: dict[str, list[str]] = {
        "matrices": [matrix.id for matrix in settings.matrices],
        "coi_kinds": [kind.id for kind in settings.coi_kinds],
        "forms": [form.id for form in settings.forms],
        "sources": [source.form for source in settings.sources],
    }
    for key, ids in ids_by_key.items():
        yield from _unique_in_settings(key, ids)


def form_mistakes(form: Form) -> Iterator[CampaignError]:
    """Find questions of one form that could not be told apart by id or by header."""
    place = _('{file} form "{form}"').format(file=SETTINGS, form=form.id)
    for doubled, count in Counter(question.id for question in form.questions).items():
        if count > 1:
            yield CampaignError(
                _('the question "{question}" stands twice').format(question=doubled),
                place=place,
                remedy=_("keep one of them"),
            )
    owner: dict[str, str] = {}
    for question in form.questions:
        for header in (question.header, *question.aliases):
            other = owner.setdefault(match_key(header), question.id)
            if other != question.id:
                yield CampaignError(
                    _('the questions "{first}" and "{second}" share the header "{header}"').format(
                        first=other, second=question.id, header=header
                    ),
                    place=place,
                    remedy=_("let each header mean one question"),
                )


def _ids(table: TableRows, field: str) -> Iterator[CampaignError]:
    yield from _unique(table, (field,))
    column = table.table.column(field)
    for row in table.rows:
        written = row.values.get(field, "-")
        if written != "-" and (not _ID.fullmatch(written) or _RESERVED.fullmatch(written)):
            yield CampaignError(
                _('"{id}" cannot be an id').format(id=written),
                place=row.place(column),
                remedy=_("use letters, digits and hyphens only, beginning with a letter or digit"),
            )


def _unique(table: TableRows, fields: tuple[str, ...]) -> Iterator[CampaignError]:
    """Find rows that say the same in ``fields``; an id is the same in capitals too."""
    first_by_key: dict[tuple[str, ...], TableRow] = {}
    for row in table.rows:
        if not row.values.keys() >= set(fields):
            continue
        key = tuple(match_key(str(row.values[field])) for field in fields)
        first = first_by_key.setdefault(key, row)
        if first is not row:
            yield _same_as(first, row, fields, table)


def _same_as(
    first: TableRow, row: TableRow, fields: tuple[str, ...], table: TableRows
) -> CampaignError:
    column = table.table.column(fields[0])
    if len(fields) > 1:
        return CampaignError(
            _("the row says the same thing again as row {row}").format(row=first.number),
            place=row.place(),
            remedy=_("keep one of the two rows"),
        )
    return CampaignError(
        _('{column} "{value}" is the same as in row {row}').format(
            column=column.heading, value=row.values[fields[0]], row=first.number
        ),
        place=row.place(),
        remedy=_("change it so that each is different"),
    )


def _agency_count(agencies: TableRows, settings: Settings) -> Iterator[CampaignError]:
    if agencies.mistakes and not agencies.rows:
        return
    if len(agencies.rows) != settings.agencies_expected:
        yield CampaignError(
            _("there are {count} agencies, but the campaign expects {expected}").format(
                count=len(agencies.rows), expected=settings.agencies_expected
            ),
            place=_table_place(agencies),
            remedy=_("complete the register, or correct agencies_expected in campaign.toml"),
        )


def _table_place(table: TableRows) -> str:
    return table.rows[0].origin if table.rows else f"{table.table.name}.csv"


def _two_meanings(tables: Tables) -> Iterator[CampaignError]:
    """Find a name that means two agencies on one day."""
    meanings: dict[str, list[tuple[str, date, date, TableRow]]] = {}
    for row in tables["agencies"].rows:
        for key in {match_key(row.values.get(field, "")) for field in ("name", "short_name")}:
            meaning = (row.values.get("id", ""), date.min, date.max, row)
            meanings.setdefault(key, []).append(meaning)
    for row in tables["aliases"].rows:
        since, until = row.values.get("since", date.min), row.values.get("until", date.max)
        meaning = (row.values.get("agency", ""), since, until, row)
        meanings.setdefault(match_key(row.values.get("alias", "")), []).append(meaning)
    meanings.pop("", None)
    for same_name in meanings.values():
        for first, second in combinations(same_name, 2):
            if first[0] != second[0] and max(first[1], second[1]) <= min(first[2], second[2]):
                yield _ambiguous(first[3], second[3])


def _ambiguous(first: TableRow, second: TableRow) -> CampaignError:
    name = second.values.get("alias") or second.values.get("name", "")
    return CampaignError(
        _('the name "{name}" also means another agency: {place}').format(
            name=name, place=first.place()
        ),
        place=second.place(),
        remedy=_("delete one of the two, or give each its own dates"),
    )


def _heads(headcount: TableRows) -> Iterator[CampaignError]:
    column = headcount.table.column("heads")
    for row in headcount.rows:
        if row.values.get("heads", 1) < 1:
            yield CampaignError(
                _("{heads} is not a number of people").format(heads=row.values["heads"]),
                place=row.place(column),
                remedy=_("write the number of people, or leave the cell blank while it is unknown"),
            )


def _notice_versions(notices: TableRows) -> Iterator[CampaignError]:
    """Check that the versions of a notice stand in the order of their dates, the first first."""
    versions: dict[str, list[TableRow]] = {}
    for row in notices.rows:
        if "id" in row.values:
            versions.setdefault(match_key(row.values["id"]), []).append(row)
    yield from _ids_of(notices, [rows[0] for rows in versions.values()])
    for rows in versions.values():
        yield from _first_version(rows[0], notices)
        for earlier, later in pairwise(rows):
            yield from _later_version(earlier, later, notices)
            yield from _same_title(rows[0], later, notices)


def _ids_of(notices: TableRows, firsts: list[TableRow]) -> Iterator[CampaignError]:
    yield from _ids(type(notices)(notices.table, tuple(firsts)), "id")


def _first_version(row: TableRow, notices: TableRows) -> Iterator[CampaignError]:
    for field in ("title", "short_title"):
        if field not in row.values:
            yield CampaignError(
                _("the cell is blank"),
                place=row.place(notices.table.column(field)),
                remedy=_("fill it in"),
            )
    if row.values.get("change", "first") != "first":
        yield CampaignError(
            _("the first version of a notice cannot be a change"),
            place=row.place(notices.table.column("change")),
            remedy=_('write "{choice}"').format(choice=_choice_label(notices, "first")),
        )


def _later_version(
    earlier: TableRow, later: TableRow, notices: TableRows
) -> Iterator[CampaignError]:
    if later.values.get("change") == "first":
        yield CampaignError(
            _("a later version of a notice cannot be its first"),
            place=later.place(notices.table.column("change")),
            remedy=_('write "{minor}" or "{material}"').format(
                minor=_choice_label(notices, "minor"),
                material=_choice_label(notices, "material"),
            ),
        )
    if later.values.get("since", date.max) <= earlier.values.get("since", date.min):
        yield CampaignError(
            _("the version is not later than the one in row {row}").format(row=earlier.number),
            place=later.place(notices.table.column("since")),
            remedy=_("put the versions of a notice in the order of their dates"),
        )


def _choice_label(notices: TableRows, choice: str) -> str:
    return dict(notices.table.column("change").choices)[choice]


def _same_title(first: TableRow, later: TableRow, notices: TableRows) -> Iterator[CampaignError]:
    for field in ("title", "short_title"):
        titles = {match_key(row.values.get(field, "")) for row in (first, later)} - {""}
        if len(titles) > 1:
            yield CampaignError(
                _("the title is not that of row {row}").format(row=first.number),
                place=later.place(notices.table.column(field)),
                remedy=_("write the same title, leave it blank, or give the new notice its own id"),
            )


def _periods(table: TableRows, since: str, until: str) -> Iterator[CampaignError]:
    for row in table.rows:
        if row.values.get(since, date.min) > row.values.get(until, date.max):
            yield CampaignError(
                _("the last day comes before the first"),
                place=row.place(table.table.column(until)),
                remedy=_("correct one of the two dates"),
            )


def _in_settings(key: str) -> str:
    return _('{file} key "{key}"').format(file=SETTINGS, key=key)


def _window(settings: Settings) -> Iterator[CampaignError]:
    if settings.window.closes < settings.window.opens:
        yield CampaignError(
            _("the window closes before it opens"),
            place=_in_settings("window.closes"),
            remedy=_("correct one of the two dates"),
        )


def _chosen_matrix(settings: Settings) -> Iterator[CampaignError]:
    known = [matrix.id for matrix in settings.matrices]
    if settings.matrix not in known:
        yield CampaignError(
            _('there is no risk matrix "{matrix}"').format(matrix=settings.matrix),
            place=_in_settings("matrix"),
            remedy=_("choose one of: {choices}").format(choices=", ".join(known)),
        )


def _rising_bands(matrix: RiskMatrix) -> Iterator[CampaignError]:
    if not 1 < matrix.medium < matrix.high < matrix.very_high <= _HIGHEST_SCORE:
        yield CampaignError(
            _('the bands of the risk matrix "{matrix}" do not rise').format(matrix=matrix.id),
            place=_in_settings("matrices"),
            remedy=_("write rising numbers from 2 to 25: medium, high, very_high"),
        )


def _all_levels(settings: Settings) -> Iterator[CampaignError]:
    for key, words in {
        "matrix_levels": settings.matrix_levels,
        "matrix_responses": settings.matrix_responses,
    }.items():
        for level in LEVELS:
            if level not in words:
                yield CampaignError(
                    _('the level "{level}" has no words').format(level=level),
                    place=_in_settings(key),
                    remedy=_("add it"),
                )


def _sources(settings: Settings) -> Iterator[CampaignError]:
    sources = {source.form for source in settings.sources}
    for form in settings.forms:
        if form.id not in sources:
            yield CampaignError(
                _('the form "{form}" has no source').format(form=form.id),
                place=_in_settings("sources"),
                remedy=_("add a [[sources]] with form and kind"),
            )


def _unique_in_settings(key: str, ids: Iterable[str]) -> Iterator[CampaignError]:
    for value, count in Counter(ids).items():
        if count > 1:
            yield CampaignError(
                _('"{value}" stands twice').format(value=value),
                place=_in_settings(key),
                remedy=_("keep one of them"),
            )
