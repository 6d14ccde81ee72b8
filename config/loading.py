"""The campaign folder, read whole: every mistake in it at once, or a `Campaign`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from config.campaign import (
    Agency,
    AgencyAlias,
    Campaign,
    Decision,
    DeclaredHeads,
    Form,
    Guideline,
    ItaScore,
    Measure,
    Notice,
    NoticeVersion,
    OitItem,
    RiskEvent,
    RosterPerson,
    Signatory,
    Source,
    StaffType,
    Window,
)
from config.crosschecks import (
    agency_count_mistakes,
    form_mistakes,
    settings_mistakes,
    table_mistakes,
)
from config.disk_faults import why
from config.errors import CampaignError, CampaignMistakes
from config.grids import read_sheets
from config.last_year import read_last_year
from config.messages import _
from config.oit import oit_of_year
from config.paper import PAPER_FORM
from config.references import resolved
from config.risk_kinds import kind_meant, kind_mistakes
from config.rows import read_table
from config.settings import read_settings
from config.tables import TABLES
from config.texts import read_texts
from config.thai import match_key
from config.unroll import Subjects, pattern_mistakes, unroll
from config.validation import plain_mistakes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from config.references import Tables
    from config.rows import TableRow
    from config.settings import Settings

Row = TypeVar("Row", bound=BaseModel)
PRIVACY_NOTICE = "texts/privacy-notice.md"


def load_campaign(folder: Path) -> Campaign:
    """Return the campaign of ``folder``; raise `CampaignMistakes` with all that is wrong in it.

    Each file is read once: the campaign is a snapshot, whatever is edited meanwhile.
    """
    settings, mistakes = _read_settings(folder)
    tables, table_faults = _read_tables(folder)
    privacy_notice, text_faults = _read_privacy_notice(folder)
    mistakes += table_faults + text_faults
    if settings is not None:
        mistakes += tuple(_mistakes_of(settings, tables))
    if mistakes or settings is None:
        raise CampaignMistakes(mistakes)
    beside = {"texts": read_texts(folder), "last_year": read_last_year(folder, settings)}
    return _built(settings, tables, privacy_notice).model_copy(update=beside)


def _read_settings(folder: Path) -> tuple[Settings | None, tuple[CampaignError, ...]]:
    try:
        return read_settings(folder), ()
    except CampaignMistakes as found:
        return None, found.mistakes
    except CampaignError as mistake:
        return None, (mistake,)


def _read_tables(folder: Path) -> tuple[Tables, tuple[CampaignError, ...]]:
    """Return the tables, references resolved, and their mistakes, also those between them."""
    try:
        sheets = read_sheets(folder)
    except CampaignError as mistake:
        return {}, (mistake,)
    tables = {table.name: read_table(folder, table, sheets) for table in TABLES}
    mistakes = tuple(mistake for table in tables.values() for mistake in table.mistakes)
    linked, unknown = resolved(tables)
    return linked, (*mistakes, *unknown, *table_mistakes(linked))


def _read_privacy_notice(folder: Path) -> tuple[str, tuple[CampaignError, ...]]:
    try:
        return (folder / PRIVACY_NOTICE).read_text(encoding="utf-8-sig"), ()
    except FileNotFoundError:
        return "", ()
    except UnicodeDecodeError:
        fault, remedy = _("the file is not UTF-8 text"), _("save it as UTF-8")
    except OSError as error:
        fault = _("the file cannot be opened: {why}").format(why=_(why(error)))
        remedy = _("close it in other programs and check that it is a file you may read")
    return "", (CampaignError(fault, place=PRIVACY_NOTICE, remedy=remedy),)


def _mistakes_of(settings: Settings, tables: Tables) -> Iterator[CampaignError]:
    yield from settings_mistakes(settings)
    if tables:
        yield from agency_count_mistakes(tables["agencies"], settings.agencies_expected)
        yield from kind_mistakes(tables["events"], settings.coi_kinds)
    for form in settings.forms:
        yield from pattern_mistakes(form)
        yield from form_mistakes(form)


def _built(settings: Settings, tables: Tables, privacy_notice: str) -> Campaign:
    subjects = Subjects(
        agencies=_agencies(tables),
        staff_types=_models(StaffType, tables, "staff_types"),
        notices=_notices(tables["notices"].rows),
        coi_kinds=settings.coi_kinds,
        measures=_models(Measure, tables, "measures"),
        guidelines=_models(Guideline, tables, "guidelines"),
    )
    forms = _forms(settings, subjects)
    decided = {
        name: getattr(settings, name)
        for name in Campaign.model_fields.keys() & settings.model_fields_set
    }
    return Campaign(
        **decided
        | {
            "window": Window(**settings.window.model_dump()),
            "matrix": next(m for m in settings.matrices if m.id == settings.matrix),
            "staff_types": subjects.staff_types,
            "agencies": subjects.agencies,
            "headcount": _models(DeclaredHeads, tables, "headcount"),
            "people": _models(RosterPerson, tables, "people"),
            "decisions": tuple(
                _model(Decision, row, row.values | {"place": row.place()})
                for row in tables["decisions"].rows
            ),
            "notices": subjects.notices,
            "forms": forms,
            "paper": PAPER_FORM,
            "sources": _with_inboxes(settings.sources, (*forms, PAPER_FORM)),
            "ita_scores": _models(ItaScore, tables, "ita_scores"),
            "guidelines": subjects.guidelines,
            "measures": subjects.measures,
            "events": _events(tables, settings),
            "oit": oit_of_year(_models(OitItem, tables, "oit"), settings.fiscal_year),
            "signatories": _models(Signatory, tables, "signatories"),
            "privacy_notice": privacy_notice,
        }
    )


def _forms(settings: Settings, subjects: Subjects) -> tuple[Form, ...]:
    forms = tuple(unroll(form, subjects) for form in settings.forms)
    mistakes = tuple(mistake for form in forms for mistake in form_mistakes(form))
    if mistakes:
        raise CampaignMistakes(mistakes)
    return forms


def _with_inboxes(sources: tuple[Source, ...], forms: tuple[Form, ...]) -> tuple[Source, ...]:
    """Let every form have its inbox, also where only Google is named."""
    inboxes = [Source(form=form.id, kind="inbox") for form in forms]
    dropped = {source.form for source in sources if source.kind == "inbox"}
    return (*sources, *(inbox for inbox in inboxes if inbox.form not in dropped))


def _models(model: type[Row], tables: Tables, name: str) -> tuple[Row, ...]:
    return tuple(_model(model, row, row.values) for row in tables[name].rows)


def _model(model: type[Row], row: TableRow, values: dict[str, Any]) -> Row:
    """Build one row; cells and checks leave pydantic nothing to refuse, but none meets it raw."""
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise CampaignMistakes(plain_mistakes(error, model, lambda _loc: row.place())) from None


def _events(tables: Tables, settings: Settings) -> tuple[RiskEvent, ...]:
    events = _models(RiskEvent, tables, "events")
    return tuple(
        event.model_copy(update={"kind": kind_meant(event.kind, settings.coi_kinds)})
        for event in events
    )


def _agencies(tables: Tables) -> tuple[Agency, ...]:
    aliases: dict[str, list[AgencyAlias]] = {}
    for row in tables["aliases"].rows:
        dates = {field: row.values.get(field) for field in ("alias", "since", "until")}
        aliases.setdefault(row.values["agency"], []).append(_model(AgencyAlias, row, dates))
    return tuple(
        _model(Agency, row, row.values | {"aliases": tuple(aliases.get(row.values["id"], ()))})
        for row in tables["agencies"].rows
    )


def _notices(rows: tuple[TableRow, ...]) -> tuple[Notice, ...]:
    versions: dict[str, list[TableRow]] = {}
    for row in rows:
        versions.setdefault(match_key(row.values["id"]), []).append(row)
    return tuple(_notice(of_one) for of_one in versions.values())


def _notice(rows: list[TableRow]) -> Notice:
    first = rows[0]
    of_version = NoticeVersion.model_fields
    versions = tuple(
        _model(NoticeVersion, row, {k: v for k, v in row.values.items() if k in of_version})
        for row in rows
    )
    named = {field: first.values[field] for field in ("id", "title", "short_title")}
    return _model(Notice, first, named | {"versions": versions})
