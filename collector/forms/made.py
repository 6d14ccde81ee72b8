"""The forms as Google has made them: ids, addresses, and a link for each agency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal
from urllib.parse import parse_qsl, urlsplit

from pydantic import AfterValidator, ConfigDict, Field, ValidationError

from collector.headers import map_header
from config.campaign import AGENCY_FORMS, Frozen
from config.cells import CellFault
from config.errors import CampaignError, CampaignMistakes
from config.finding import Finding
from config.google_addresses import google_form_id, spreadsheet_id
from config.messages import _, marked
from config.thai import clean
from config.validation import plain_mistakes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from config.campaign import Agency, Campaign, Form

GOOGLE_JSON = "google.json"
_FORMS = "https://docs.google.com/forms/"
_AGAIN = marked("run the script again and import its new answer: rapsap forms --import FILE")


def _of_a_form(url: str) -> str:
    if url.startswith(_FORMS) and not set(url) & set(" \"'<>\\`"):
        return url
    raise CellFault(
        _('"{text}" is not the address of a Google form').format(text=url[:80]),
        _("copy the script's answer again, as it is"),
    )


FormUrl = Annotated[str, AfterValidator(_of_a_form)]


class _Told(Frozen):
    """What a later script tells beside it is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class MadeForm(_Told):
    """One form; ``links`` by agency id, ``gid`` None where its tab was not found."""

    id: str
    google_form: Annotated[str, Field(min_length=1), AfterValidator(google_form_id)]
    url: FormUrl
    edit_url: FormUrl
    published: bool
    accepting: bool
    gid: Annotated[int, Field(ge=0)] | None = None
    headers: tuple[str, ...] = ()
    links: dict[str, FormUrl]


class MadeForms(_Told):
    """All forms of a campaign and the spreadsheet that takes their answers."""

    rapsap: Literal[1]
    campaign: str
    spreadsheet: Annotated[str, Field(min_length=1), AfterValidator(spreadsheet_id)]
    forms: tuple[MadeForm, ...]
    warnings: tuple[str, ...] = ()

    def form(self, form_id: str) -> MadeForm:
        """Return the form of that id."""
        return next(form for form in self.forms if form.id == form_id)

    def has(self, form_id: str) -> bool:
        """Say whether the form was made: those of the agencies may have come later."""
        return any(form.id == form_id for form in self.forms)

    def link(self, form_id: str, agency: Agency) -> str:
        """Return the link that chooses the agency by the name it has now; "" for none."""
        link = self.form(form_id).links.get(agency.id, "") if self.has(form_id) else ""
        chosen = [clean(text) for key, text in parse_qsl(urlsplit(link).query) if "entry." in key]
        return link if clean(agency.name) in chosen else ""


def read_made(answer: dict[str, Any], campaign: Campaign, place: str) -> MadeForms:
    """Return what the script answered; raise `CampaignMistakes` with all that is wrong in it."""
    try:
        made = MadeForms.model_validate(answer)
    except ValidationError as error:
        mistakes = plain_mistakes(
            error, MadeForms, lambda location: " › ".join((place, *map(str, location)))
        )
        raise CampaignMistakes(mistakes) from None
    mistakes = tuple(_of_another(made, campaign, place))
    if mistakes:
        raise CampaignMistakes(mistakes)
    return made


def _of_another(made: MadeForms, campaign: Campaign, place: str) -> Iterator[CampaignError]:
    if made.campaign != campaign.id:
        yield CampaignError(
            _("this is the answer of the campaign “{other}”, not of “{own}”").format(
                other=made.campaign, own=campaign.id
            ),
            place=place,
            remedy=_("run this campaign's own script"),
        )
    ids = [form.id for form in made.forms]
    for form in campaign.forms:
        if ids.count(form.id) not in ((0, 1) if form.id in AGENCY_FORMS else (1,)):
            yield CampaignError(
                _("the form “{form}” is not in it exactly once").format(form=form.id),
                place=place,
                remedy=_(_AGAIN),
            )


def made_findings(made: MadeForms, campaign: Campaign) -> Iterator[Finding]:
    """Yield what is odd about the forms and should be mended before people are sent there."""
    for warning in made.warnings:
        yield Finding(GOOGLE_JSON, warning, "")
    for form in campaign.forms:
        if not made.has(form.id):
            yield Finding(
                GOOGLE_JSON,
                _("the form “{form}” is not made yet").format(form=form.title),
                _(_AGAIN),
            )
            continue
        yield from _closed(made.form(form.id), form)
        yield from _reworded(made.form(form.id), form)
        for agency in campaign.agencies:
            if not made.link(form.id, agency):
                yield Finding(
                    f"{GOOGLE_JSON} › {form.id}",
                    _("there is no link that chooses “{agency}”").format(agency=agency.name),
                    _("add that very name to the form's list of agencies, then {again}").format(
                        again=_(_AGAIN)
                    ),
                )


def _closed(made: MadeForm, form: Form) -> Iterator[Finding]:
    if not (made.published and made.accepting):
        yield Finding(
            f"{GOOGLE_JSON} › {form.id}",
            _("the form does not take answers yet"),
            _("open it ({url}) and press “Publish”").format(url=made.edit_url),
        )


def _reworded(made: MadeForm, form: Form) -> Iterator[Finding]:
    missing = map_header(made.headers, form).missing if made.headers else ()
    for question in missing:
        yield Finding(
            f"{GOOGLE_JSON} › {form.id}",
            _("the sheet has no column “{header}”").format(header=form.question(question).header),
            _("ask it in the form in these very words, or add the new words to its aliases"),
        )
