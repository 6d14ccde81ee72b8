"""What is in our Google: accounts, spreadsheets and forms that behave as the real ones do.

A form that is linked writes each response into its tab as Google does: the time as a serial number
in the sheet's zone, an answer of digits as a number, the title of a question into the heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

DAY_ZERO = datetime(1899, 12, 30, tzinfo=UTC)
_DIGITS = re.compile(r"[0-9]{1,15}")
_numbers = count(1)


def new_id(kind: str) -> str:
    """Return an id as long as Google's."""
    return f"1{kind}{next(_numbers):0{41 - len(kind)}d}Zz"


@dataclass(frozen=True)
class WrongCell:
    """A formula that failed."""

    type: str


Cell = str | int | float | bool | WrongCell


def serial(moment: datetime, zone: str) -> float:
    """Return what a sheet of that zone keeps for a moment: days since 1899-12-30, by its clock."""
    clock = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=UTC)
    return (clock - DAY_ZERO) / timedelta(days=1)


def kept(text: str) -> Cell:
    """Return what a sheet makes of a typed answer: digits become a number."""
    return int(text) if _DIGITS.fullmatch(text) else text


@dataclass
class Tab:
    """One tab; its first row holds the headings."""

    title: str
    rows: list[list[Cell]] = field(default_factory=list)
    gid: int = field(default_factory=lambda: next(_numbers) * 1009)


@dataclass
class Book:
    """A spreadsheet, or an Excel file that lies in Drive as it is."""

    title: str = "คำตอบ (สมมติ)"
    tabs: list[Tab] = field(default_factory=list)
    time_zone: str = "Asia/Bangkok"
    id: str = field(default_factory=lambda: new_id("Book"))
    shared_with: set[str] = field(default_factory=set)
    in_bin: bool = False
    is_excel: bool = False
    version: int = 0

    def touch(self) -> None:
        """Let Drive see that it was changed."""
        self.version += 1

    def tab(self, title: str) -> Tab:
        """Return the tab of that title."""
        return next(tab for tab in self.tabs if tab.title == title)


@dataclass
class Question:
    """One question; ``row`` makes it a row of a grid."""

    id: str
    title: str
    row: str = ""

    @property
    def heading(self) -> str:
        """The heading in a linked sheet."""
        return f"{self.title} [{self.row}]" if self.row else self.title


@dataclass
class Response:
    """What somebody sent."""

    id: str
    created: datetime
    submitted: datetime
    answers: dict[str, list[str]]
    email: str = ""
    rows: dict[int, list[Cell]] = field(default_factory=dict)


@dataclass
class Form:
    """A form with its responses and, if it is linked, the tabs that it once wrote into."""

    title: str
    questions: list[Question]
    time_heading: str = "ประทับเวลา"
    id: str = field(default_factory=lambda: new_id("Form"))
    responses: list[Response] = field(default_factory=list)
    shared_with: set[str] = field(default_factory=set)
    accepting: bool | None = True
    book: Book | None = None
    tab: Tab | None = None
    asked: list[Question] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.asked = list(self.questions)

    def link(self, book: Book, title: str) -> Tab:
        """Write all responses into a new tab, and every later one."""
        self.book = book
        self.tab = Tab(title, [[self.time_heading, *(q.heading for q in self.asked)]])
        book.tabs.append(self.tab)
        for response in self.responses:
            self._write(response)
        book.touch()
        return self.tab

    def submit(
        self, at: datetime, answers: dict[str, str | list[str]], email: str = ""
    ) -> Response:
        """Let somebody press the send button; ``answers`` by question id."""
        response = Response(new_id("Resp"), at, at, _listed(answers), email)
        self.responses.append(response)
        self._write(response)
        return response

    def edit(self, response: Response, at: datetime, answers: dict[str, str | list[str]]) -> None:
        """Let the same person send again: row and time are overwritten, as Google does."""
        response.submitted = at
        response.answers = response.answers | _listed(answers)
        self._write(response)

    def reword(self, question_id: str, title: str) -> None:
        """Ask a question in other words; the linked tab's heading follows."""
        question = next(q for q in self.questions if q.id == question_id)
        question.title = title
        if self.tab:
            self.tab.rows[0][1 + self.asked.index(question)] = question.heading
            self._touch()

    def move(self, question_id: str, place: int) -> None:
        """Ask a question earlier or later; the linked tab's columns stay where they are."""
        question = next(q for q in self.questions if q.id == question_id)
        self.questions.remove(question)
        self.questions.insert(place, question)

    def delete(self, question_id: str) -> Question:
        """Ask a question no longer; its answers, and its column, stay."""
        question = next(q for q in self.questions if q.id == question_id)
        self.questions.remove(question)
        return question

    def add(self, question: Question) -> None:
        """Ask one more question; the linked tab gets a column at its end."""
        self.questions.append(question)
        self.asked.append(question)
        if self.tab:
            self.tab.rows[0].append(question.heading)
            self._touch()

    def _write(self, response: Response) -> None:
        if not (self.book and self.tab):
            return
        texts = [", ".join(response.answers.get(q.id, [])) for q in self.asked]
        row: list[Cell] = [serial(response.submitted, self.book.time_zone), *map(kept, texts)]
        known = response.rows.get(self.tab.gid)
        if known is None:
            response.rows[self.tab.gid] = row
            self.tab.rows.append(row)
        else:
            known[:] = row
        self._touch()

    def _touch(self) -> None:
        if self.book:
            self.book.touch()


def _listed(answers: dict[str, str | list[str]]) -> dict[str, list[str]]:
    listed = {id_: [text] if isinstance(text, str) else text for id_, text in answers.items()}
    return {id_: texts for id_, texts in listed.items() if any(texts)}


@dataclass
class Account:
    """A service account or a person, and the keys that open it."""

    email: str
    public_keys: list[Any] = field(default_factory=list)
    refresh_tokens: set[str] = field(default_factory=set)
    exists: bool = True
    may_ask_for: set[str] | None = None
