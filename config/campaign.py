"""The campaign: everything that one province decides for one year, frozen and typed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal  # noqa: TC003  # pydantic reads it from here
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from config.google_addresses import google_form_id, spreadsheet_id

if TYPE_CHECKING:
    from collections.abc import Mapping

Level = Literal["low", "medium", "high", "very_high"]
LEVELS: tuple[Level, ...] = ("low", "medium", "high", "very_high")
SCALE = range(1, 6)
"""The steps of likelihood and of impact (domain.md §3)."""
HIGH_AND_ABOVE: tuple[Level, ...] = ("high", "very_high")


class Frozen(BaseModel):
    """A value that never changes and knows no field but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Window(Frozen):
    """The days on which sign-offs are asked for, both included."""

    opens: date
    closes: date


class RiskMatrix(Frozen):
    """Where each level begins (domain.md §3); a score is below the next level's beginning."""

    id: str
    medium: int
    high: int
    very_high: int

    def level(self, score: Decimal | int) -> Level:
        """Return the level of a single score or of a mean already rounded as printed."""
        if score >= self.very_high:
            return "very_high"
        if score >= self.high:
            return "high"
        return "medium" if score >= self.medium else "low"


class StaffType(Frozen):
    """One kind of employment; what is not counted enters neither side of a percentage."""

    id: str
    name: str
    counted: bool
    aliases: tuple[str, ...] = ()


class AgencyAlias(Frozen):
    """Another way an agency's name is written, for good or from one day to another."""

    alias: str
    since: date | None = None
    until: date | None = None


class Agency(Frozen):
    """One of the regional agencies, in the register's order."""

    id: str
    name: str
    short_name: str
    verified: bool
    aliases: tuple[AgencyAlias, ...] = ()


class DeclaredHeads(Frozen):
    """People actually working in an agency on a day, as the agency declared them."""

    agency: str
    staff_type: str
    heads: int
    on: date
    scope: str = ""


class RosterPerson(Frozen):
    """One person of an agency's roster; exempt people carry the reason and its last day."""

    agency: str
    title: str = ""
    first_name: str
    last_name: str = ""
    position: str = ""
    email: str = ""
    staff_type: str
    joined: date | None = None
    left: date | None = None
    exempt: str = ""
    exempt_until: date | None = None


DecisionKind = Literal["same", "different", "works_in", "declined", "confirmed"]
Doubt = Literal["doubtful", "two_agencies", "off_roster", "shared_mailbox", "early"]
ANSWERS: Mapping[str, tuple[DecisionKind, ...]] = MappingProxyType(
    {
        "doubtful": ("same", "different"),
        "two_agencies": ("works_in", "different"),
        "off_roster": ("same", "works_in", "confirmed"),
        "shared_mailbox": ("confirmed",),
        "early": ("confirmed",),
        "over_declared": (),
        "two_headcounts": (),
    }
)
"""Which decisions settle which doubt; too many signers are settled by a new head-count alone."""


class Decision(Frozen):
    """What the office has settled about a person of an agency, for good.

    ``same``: the rows of this name are one person (with ``other_name``: so are those of that
    name in the agency, by which the person goes on). ``different``: rows whose e-mail or position
    differs are different people (with ``other_agency``: so are the namesakes in the two
    agencies). ``works_in``: the person works in ``other_agency`` alone, there perhaps under
    ``other_name``, and the sign-offs go along. ``declined``: the person does not wish to sign.
    ``confirmed``: ``doubt`` was looked into, and what is counted is right.

    ``name`` is the person's name as the list of doubts has it (an e-mail address where that is
    the doubt); ``place`` is where the decision is written, for messages.
    """

    agency: str
    name: str
    decision: DecisionKind
    other_agency: str = ""
    other_name: str = ""
    doubt: Doubt | Literal[""] = ""
    on: date
    by: str
    reason: str
    place: str = ""


class NoticeVersion(Frozen):
    """One text of a notice, in force from a day; a material one asks everybody again."""

    version: str
    since: date
    change: Literal["first", "minor", "material"]
    url: str = ""
    sha256: str = ""
    verified: bool = False


class Notice(Frozen):
    """A document to be acknowledged, with its versions from the oldest to the newest."""

    id: str
    title: str
    short_title: str
    versions: tuple[NoticeVersion, ...]

    def version_on(self, day: date) -> int:
        """Return the index of the version in force on ``day``; before the first one, the first."""
        in_force = [i for i, version in enumerate(self.versions) if version.since <= day]
        return in_force[-1] if in_force else 0

    def valid_since(self, index: int) -> int:
        """Return the oldest version whose acknowledgement still stands for version ``index``."""
        material = [i for i in range(index + 1) if self.versions[i].change != "minor"]
        return material[-1] if material else 0


class CoiKind(Frozen):
    """One kind of conflict of interest (the nine of ป.ป.ช., domain.md §3)."""

    id: str
    number: int
    name: str
    short_name: str


class Option(Frozen):
    """One answer that a question offers, and the other ways it is written."""

    id: str
    text: str
    aliases: tuple[str, ...] = ()


class Question(Frozen):
    """One question of a form: its header is found by normalised text or alias.

    ``long``: a text that may take several lines; ``most``: the largest number that is believed.
    """

    id: str
    header: str
    aliases: tuple[str, ...] = ()
    kind: Literal["timestamp", "text", "number", "day", "list", "choice", "scale"] = "text"
    required: bool = True
    options: tuple[Option, ...] = ()
    help: str = ""
    long: bool = False
    most: int | None = None


AGENCY_FORMS = ("headcount", "progress")
"""What an agency answers as a whole; a campaign may do without them."""
FormId = Literal["signoff", "coi", "headcount", "progress", "paper"]


class Form(Frozen):
    """A form as it is asked and read: one question per column, one per notice and kind.

    ``allow_edits``: whoever answered may correct it; ``confirmation``: what they are told after
    sending, which is all the receipt they get.
    """

    id: FormId
    title: str
    description: str = ""
    confirmation: str = ""
    allow_edits: bool = False
    questions: tuple[Question, ...]

    def question(self, question_id: str) -> Question:
        """Return the question of that id."""
        return next(question for question in self.questions if question.id == question_id)


def _one_or_several(written: object) -> object:
    return (written,) if isinstance(written, int) else written


class Source(Frozen):
    """Where a form's responses come from, and how dates are written there.

    ``spreadsheet`` and ``gid`` (the tabs to read; none: those whose headings fit) are for
    ``google-sheets``, ``google_form`` is for ``google-forms``.
    """

    form: FormId
    kind: Literal["inbox", "google-sheets", "google-forms"] = "inbox"
    date_order: Literal["dmy", "mdy"] = "dmy"
    two_digit_year: Literal["refuse", "be", "ce"] = "refuse"
    spreadsheet: Annotated[str, AfterValidator(spreadsheet_id)] = ""
    gid: Annotated[tuple[Annotated[int, Field(ge=0)], ...], BeforeValidator(_one_or_several)] = ()
    google_form: Annotated[str, AfterValidator(google_form_id)] = ""

    @property
    def stream(self) -> str:
        """The name of its rows in the ledger: one per spreadsheet and form of Google's."""
        return "/".join(part for part in (self.kind, self.spreadsheet, self.google_form) if part)


class Google(Frozen):
    """How to sign in to Google, and whether Drive is asked which sheets have changed.

    ``credentials``: a key file, seen from the campaign folder; "" for the sign-in of this machine.
    """

    credentials: str = ""
    drive: bool = False


class ItaScore(Frozen):
    """A score of the year before: of the whole, an instrument or an indicator (domain.md §4)."""

    id: str
    name: str
    indicator: int | None = None
    score: Decimal | None = None
    level: str = ""
    source: str = ""


class Guideline(Frozen):
    """A row of the O42 table: the finding answered, steps, responsible, follow-up."""

    id: str
    title: str
    finding: str
    steps: str
    responsible: str
    follow_up: str
    draft: bool = False


class Measure(Frozen):
    """A row of the O43 table, linked to the guideline it carries out.

    Its result comes from ``notice`` (who acknowledged it), from ``form`` (who answered it), or is
    written in ``result``.
    """

    id: str
    number: int
    title: str
    guideline: str = ""
    notice: str = ""
    form: Literal["", "coi"] = ""
    responsible: str
    period: str
    result: str = ""
    suggestion: str = ""
    draft: bool = False


class RiskEvent(Frozen):
    """An event of the yearly corruption risk assessment, as the working group wrote it.

    ``likelihood`` and ``impact`` are 1 to 5 (domain.md §3); ``measure`` is what will be done, due
    on ``due``.
    """

    id: str
    event: str
    kind: str
    likelihood: int
    impact: int
    control: str = ""
    measure: str = ""
    responsible: str = ""
    due: date | None = None
    draft: bool = False

    @property
    def score(self) -> int:
        """The product of likelihood and impact."""
        return self.likelihood * self.impact


class FormerKind(Frozen):
    """A kind's risk as it was published; ``responses`` and ``mean_score`` are None where hidden."""

    kind_id: str
    kind: str
    responses: int | None = None
    mean_score: Decimal | None = None
    level: Level | Literal[""] = ""


class LastYear(Frozen):
    """The province's risk as last year's campaign published it (`config.last_year`).

    ``state``: ``none`` where the folder has no such figures, ``read`` where they can be compared,
    else why not; ``respondents`` is None where they were too few to be shown.
    """

    state: Literal["none", "unreadable", "other_shape", "other_year", "read"] = "none"
    as_of: datetime | None = None
    respondents: int | None = None
    matrix: str = ""
    kinds: tuple[FormerKind, ...] = ()


class OitItem(Frozen):
    """What answers one item of the OIT (domain.md §4); without a ``code`` nobody knows which.

    ``url`` is where it can be read; else the newest version of ``notice``, else ``page`` of the
    site. ``on`` is the day of its publication where the office has told it.
    """

    fiscal_year: int
    code: str = ""
    item: str
    evidence: Literal["main", "supporting"]
    page: Literal["", "index", "risk", "o42", "o43", "eit"] = ""
    notice: str = ""
    url: str = ""
    explanation: str = ""
    on: date | None = None
    verified: bool = False


class Signatory(Frozen):
    """Who signs, in what office; a placeholder until the office confirms it."""

    role: str
    name: str
    position: str
    verified: bool


class Guards(Frozen):
    """When a reading is too odd to be believed without a person (design.md §2)."""

    vanished_at_most: int = Field(default=2, ge=0)
    vanished_share: float = Field(default=0.01, ge=0, le=1)
    rise_factor: float = Field(default=3.0, ge=1)
    rise_at_least: int = Field(default=100, ge=1)


class Campaign(Frozen):
    """One province, one year. Built by `config.load_campaign`, never by hand but in tests."""

    id: str
    title: str
    province: str
    office: str
    staff: str
    fiscal_year: int
    timezone: str
    agencies_expected: int
    refresh_every_hours: int
    window: Window
    matrix: RiskMatrix
    matrix_levels: dict[Level, str]
    matrix_responses: dict[Level, str]
    staff_types: tuple[StaffType, ...]
    agencies: tuple[Agency, ...]
    headcount: tuple[DeclaredHeads, ...]
    people: tuple[RosterPerson, ...]
    decisions: tuple[Decision, ...] = ()
    notices: tuple[Notice, ...]
    coi_kinds: tuple[CoiKind, ...]
    forms: tuple[Form, ...]
    paper: Form | None = None
    sources: tuple[Source, ...]
    ita_scores: tuple[ItaScore, ...] = ()
    guidelines: tuple[Guideline, ...]
    measures: tuple[Measure, ...]
    events: tuple[RiskEvent, ...] = ()
    last_year: LastYear = LastYear()
    oit: tuple[OitItem, ...] = ()
    signatories: tuple[Signatory, ...]
    guards: Guards = Guards()
    google: Google = Google()
    privacy_notice: str = ""
    privacy_short: str = ""
    contact: str = ""
    eit_url: str = ""
    site_url: str = ""
    signoff_url: str = ""
    coi_url: str = ""
    line_sender: str = ""
    letter_number: str = ""
    letter_address: tuple[str, ...] = ()
    phone: str = ""
    texts: dict[str, bytes | None] = Field(default_factory=dict)

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which days begin and deadlines fall."""
        return ZoneInfo(self.timezone)

    @property
    def read_forms(self) -> tuple[Form, ...]:
        """The forms that people are asked to fill in, and the table of sign-offs on paper."""
        return (*self.forms, self.paper) if self.paper else self.forms

    @property
    def ita_year(self) -> int:
        """The fiscal year whose ITA result O42 analyses: the one before."""
        return self.fiscal_year - 1

    def form(self, form_id: str) -> Form:
        """Return the form of that id."""
        return next(form for form in self.read_forms if form.id == form_id)

    def asks(self, form_id: str) -> bool:
        """Say whether the campaign has that form: those of the agencies may be left out."""
        return any(form.id == form_id for form in self.read_forms)

    def source(self, form_id: str, stream: str) -> Source:
        """Return the source of a form's stream; the usual one where it is no longer read."""
        return next(
            (s for s in self.sources if (s.form, s.stream) == (form_id, stream)),
            Source.model_validate({"form": form_id}),
        )

    def opens_at(self) -> datetime:
        """Return the first moment of the window."""
        return datetime.combine(self.window.opens, time.min, self.zone)

    def closes_before(self) -> datetime:
        """Return the first moment after the window: the closing day itself is on time."""
        return datetime.combine(self.window.closes + timedelta(days=1), time.min, self.zone)

    def next_date_after(self, now: datetime) -> datetime | None:
        """Return the next moment at which the campaign itself changes what a report says.

        Its opening, the day after its deadline, a notice's new version, an alias, a joiner, a
        leaver, the end of an exemption.
        """
        ends = [self.window.closes, *(p.exempt_until for p in self.people)]
        begins = [
            self.window.opens,
            *(version.since for notice in self.notices for version in notice.versions),
            *(alias.since for agency in self.agencies for alias in agency.aliases),
            *(day for person in self.people for day in (person.joined, person.left)),
        ]
        ends += [alias.until for agency in self.agencies for alias in agency.aliases]
        days = [day for day in begins if day] + [day + timedelta(days=1) for day in ends if day]
        moments = (datetime.combine(day, time.min, self.zone) for day in days)
        return min((moment for moment in moments if moment > now), default=None)
