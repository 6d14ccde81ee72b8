"""campaign.toml: what is decided once a year and rarely touched."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Annotated
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError

from config.campaign import CoiKind, Form, Frozen, Google, Guards, Level, RiskMatrix, Source
from config.cells import FIRST_BUDDHIST_YEAR, CellFault, buddhist_year, day
from config.errors import CampaignError, CampaignMistakes
from config.messages import _
from config.nearest import did_you_mean
from config.toml_text import line_of, parse_toml
from config.validation import plain_mistakes

if TYPE_CHECKING:
    from pathlib import Path

    from config.validation import Location

SETTINGS = "campaign.toml"
_TIMEZONES = frozenset(available_timezones())


def _read_day(written: object) -> object:
    if isinstance(written, str):
        return day(written)
    if isinstance(written, date) and written.year >= FIRST_BUDDHIST_YEAR:
        return day(written.isoformat())
    return written


def _known_timezone(name: str) -> str:
    known = available_timezones()
    if name in known:
        return name
    raise CellFault(
        _('there is no time zone "{name}"').format(name=name),
        did_you_mean(name, known, otherwise=_('write "Asia/Bangkok"')),
    )


def _web_address(url: str) -> str:
    if not url or url.startswith(("https://", "http://")):
        return url
    raise CellFault(
        _('"{text}" is not a web address').format(text=url),
        _("copy the whole link, beginning with https://"),
    )


Day = Annotated[date, BeforeValidator(_read_day)]
AtLeastOne = Annotated[int, Field(ge=1, strict=True)]


class WindowSettings(Frozen):
    """The window as written: a date, or text that a Thai reader understands."""

    opens: Day
    closes: Day


class Settings(Frozen):
    """The whole file. ``matrix`` is the id of one of ``matrices``; forms are patterns still."""

    id: str
    title: str
    province: str
    office: str
    staff: str
    contact: str = ""
    privacy_short: str = ""
    eit_url: str = ""
    site_url: Annotated[str, AfterValidator(_web_address)] = ""
    signoff_url: Annotated[str, AfterValidator(_web_address)] = ""
    coi_url: Annotated[str, AfterValidator(_web_address)] = ""
    line_sender: str = ""
    letter_number: str = ""
    letter_address: tuple[str, ...] = ()
    phone: str = ""
    fiscal_year: Annotated[int, Field(strict=True), AfterValidator(buddhist_year)]
    timezone: Annotated[str, AfterValidator(_known_timezone)]
    agencies_expected: AtLeastOne
    refresh_every_hours: AtLeastOne
    matrix: str
    window: WindowSettings
    guards: Guards = Guards()
    google: Google = Google()
    matrix_levels: dict[Level, str]
    matrix_responses: dict[Level, str]
    matrices: tuple[RiskMatrix, ...]
    coi_kinds: tuple[CoiKind, ...]
    sources: tuple[Source, ...] = ()
    forms: tuple[Form, ...]


def read_settings(folder: Path) -> Settings:
    """Return what campaign.toml says; raise `CampaignMistakes` with every mistake in it."""
    text = _text_of(folder / SETTINGS)
    written = parse_toml(text, SETTINGS)
    try:
        return Settings.model_validate(written)
    except ValidationError as error:
        mistakes = plain_mistakes(error, Settings, partial(_place, text))
        raise CampaignMistakes(mistakes) from None


def _place(text: str, location: Location) -> str:
    number = line_of(text, location)
    if not number:
        return SETTINGS
    return _("{file} line {line}").format(file=SETTINGS, line=number)


def _text_of(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise CampaignError(
            _("the file is missing"),
            place=str(path),
            remedy=_("give the campaign folder, or make a new one: rapsap new FOLDER"),
        ) from None
    except UnicodeDecodeError:
        raise CampaignError(
            _("the file is not UTF-8 text"), place=SETTINGS, remedy=_("save it as UTF-8")
        ) from None
    except OSError:
        raise CampaignError(
            _("the file cannot be opened"),
            place=str(path),
            remedy=_("close it in other programs and check that it is a file you may read"),
        ) from None
    if not text.strip():
        raise CampaignError(
            _("the file is empty"),
            place=SETTINGS,
            remedy=_("copy it again from a new campaign folder"),
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")
