"""A tiny campaign's forms as Google has them, and an office that reads them."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from builders import coi_form, coi_row, signoff_form, signoff_row, tiny_campaign
from loopback import Book, Form, Question

from collector import Ledger
from collector.collect import Collected, collect
from collector.google.patience import Patience
from collector.tidy import Responses, tidy
from config.campaign import Campaign, Source
from config.campaign import Google as GoogleSettings

if TYPE_CHECKING:
    from pathlib import Path

    from loopback import Google

BANGKOK = ZoneInfo("Asia/Bangkok")
NOW = datetime(2023, 5, 1, 3, 0, tzinfo=UTC)
A_DAY = timedelta(days=1)
FORMS = {"signoff": signoff_form(), "coi": coi_form()}


def at(day: int, hour: int = 9, minute: int = 0, second: float = 0) -> datetime:
    """Return a moment of April 2023 in Chiang Rai."""
    return datetime(2023, 4, day, hour, minute, tzinfo=BANGKOK) + timedelta(seconds=second)


def asked(form_id: str) -> list[str]:
    """Return the ids of the questions that a form asks."""
    unasked = {"full_name"}
    return [q.id for q in FORMS[form_id].questions if q.kind != "timestamp" and q.id not in unasked]


def google_form(form_id: str = "signoff") -> Form:
    """Return a campaign's form as it stands in Google, with no responses yet."""
    form = FORMS[form_id]
    questions = [
        Question(f"{number:08x}", form.question(id_).header)
        for number, id_ in enumerate(asked(form_id), start=0x5A0)
    ]
    return Form(form.title, questions)


def said(row: tuple[str, ...]) -> dict[str, str]:
    """Return a row of `builders` as answers by Google's question ids."""
    return {f"{number:08x}": text for number, text in enumerate(row[1:], start=0x5A0) if text}


def signoff(name: str, **answers: str) -> dict[str, str]:
    """Return the answers of a complete sign-off."""
    return said(signoff_row(name, "", **answers))


def assessment(agency: str = "สำนักงานจังหวัดเชียงราย", **answers: str) -> dict[str, str]:
    """Return the answers of a complete self-assessment."""
    return said(coi_row(agency, "", **answers))


class FakeTime:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let the time pass at once."""
        self.slept.append(seconds)
        self.now += seconds


class Office:
    """A campaign folder with a ledger, a key and sources; it collects as a refresh does."""

    def __init__(self, folder: Path, google: Google) -> None:
        self.folder = folder
        self.google = google
        self.key = google.service_account()
        self.address = self.key["client_email"]
        self.time = FakeTime()
        self.settings = GoogleSettings(credentials="key.json")
        self.sources: list[Source] = []
        self.write_key(self.key)

    def write_key(self, content: dict[str, str] | bytes, mode: int = 0o600) -> None:
        """Put the key file in place."""
        path = self.folder / "key.json"
        text = content if isinstance(content, bytes) else json.dumps(content).encode()
        path.write_bytes(text)
        path.chmod(mode)

    def sheet(self, form_id: str = "signoff", book: Book | None = None, **settings: Any) -> Form:
        """Read a form from a sheet that it is linked to; return the form."""
        form, book = google_form(form_id), book or Book()
        form.link(book, "การตอบแบบฟอร์ม 1")
        self.google.put(book, form, shared_with=self.address)
        self.read_sheet(book, form_id, **settings)
        return form

    def read_sheet(self, book: Book, form_id: str = "signoff", **settings: Any) -> None:
        """Read a form from a sheet."""
        self.sources.append(
            Source(form=form_id, kind="google-sheets", spreadsheet=book.id, **settings)
        )

    def read_form(self, form: Form, form_id: str = "signoff") -> None:
        """Read a form by the Forms API."""
        self.google.put(form, shared_with=self.address)
        self.sources.append(Source(form=form_id, kind="google-forms", google_form=form.id))

    @property
    def campaign(self) -> Campaign:
        """The campaign with these sources, and the inboxes that every form has."""
        inboxes = [Source(form="signoff"), Source(form="coi")]
        return tiny_campaign(sources=(*self.sources, *inboxes), google=self.settings)

    def patience(self) -> Patience:
        """Return a patience whose waiting costs no time."""
        return Patience(clock=self.time, sleep=self.time.sleep, timeout=(2.0, 0.25))

    def collect(self, now: datetime = NOW, **options: Any) -> Collected:
        """Collect from all sources."""
        campaign = options.pop("campaign", self.campaign)
        options.setdefault("patience", self.patience())
        with Ledger(self.folder / "ledger.sqlite") as ledger:
            return collect(campaign, self.folder, ledger, now=now, **options)

    def tidy(self, now: datetime = NOW, campaign: Campaign | None = None) -> Responses:
        """Return what the ledger's rows mean."""
        with Ledger(self.folder / "ledger.sqlite") as ledger:
            tables = [table for form_id in FORMS for table in ledger.answers(form_id)]
        return tidy(tables, campaign or self.campaign, now)

    def campaign_with_grids(self) -> Campaign:
        """Return the campaign that also reads its scales from grids, «question [kind]»."""
        form = FORMS["coi"]
        questions = tuple(
            q.model_copy(update={"aliases": (q.header.replace(" (", " [").replace(")", "]"),)})
            for q in form.questions
        )
        forms = (FORMS["signoff"], form.model_copy(update={"questions": questions}))
        return self.campaign.model_copy(update={"forms": forms})

    def campaign_with_alias(self, question_id: str, alias: str) -> Campaign:
        """Return the campaign with one more way of heading a question of the sign-off form."""
        form = FORMS["signoff"]
        questions = tuple(
            q.model_copy(update={"aliases": (*q.aliases, alias)}) if q.id == question_id else q
            for q in form.questions
        )
        forms = (form.model_copy(update={"questions": questions}), FORMS["coi"])
        return self.campaign.model_copy(update={"forms": forms})

    def rows(self, form_id: str = "signoff") -> Counter[tuple[str, tuple[str, ...]]]:
        """Return all rows in the ledger with their states."""
        with Ledger(self.folder / "ledger.sqlite") as ledger:
            return Counter(
                (state, row)
                for table in ledger.answers(form_id)
                for state, row in zip(table.states, table.rows, strict=True)
            )

    def states(self, form_id: str = "signoff") -> Counter[str]:
        """Return how many rows of each state the ledger holds."""
        return Counter(state for state, _ in self.rows(form_id).elements())


def state_of(collected: Collected, kind: str = "google-sheets") -> Any:
    """Return how the first source of a kind fared."""
    return next(source for source in collected.sources if source.source == kind)
