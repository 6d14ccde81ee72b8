"""All that one refresh asks of Google: one sign-in, each document once, the same for all forms."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from collector.google import form as forms
from collector.google import spreadsheet as sheets
from collector.google.drive import FIELDS as FILE_FIELDS
from collector.google.drive import QUERY, DriveFile, files_of
from collector.google.key_file import KeyFile, read_key_file
from collector.google.seam import sign_in
from collector.google.trouble import OF_THE_ACCOUNT, Trouble
from collector.google.words import in_words
from config.messages import thai

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from collector.google.form import GoogleForm, Response
    from collector.google.patience import Patience
    from collector.google.seam import Account, Json
    from collector.google.spreadsheet import Spreadsheet
    from config.campaign import Campaign
    from config.errors import UserError

_SCOPE = "https://www.googleapis.com/auth/"
_SCOPES_BY_KIND = {
    "google-sheets": ("spreadsheets.readonly",),
    "google-forms": ("forms.body.readonly", "forms.responses.readonly"),
}
_DRIVE_SCOPE = "drive.metadata.readonly"
_OF_THIS_MACHINE = "GOOGLE_APPLICATION_CREDENTIALS"
_Known = TypeVar("_Known")


class Desk:
    """Asks each thing once and keeps the answer, or the trouble, for whoever asks again."""

    def __init__(self, campaign: Campaign, folder: Path, patience: Patience) -> None:
        self._campaign = campaign
        self._folder = folder
        self._patience = patience
        self._known: dict[tuple[str, str], object] = {}
        self._account: Account | None = None
        self._barred: Trouble | None = None

    def in_words(
        self, trouble: Trouble, document: str, say: Callable[[str], str] = thai
    ) -> UserError:
        """Return the trouble at its place: the key file's, or the document's."""
        of_the_key = trouble.code.startswith("key_") or trouble.code in OF_THE_ACCOUNT
        place = str(self.key_path or "Google") if of_the_key else document
        return in_words(trouble, say, place=place, address=self.address)

    def close(self) -> None:
        """Hang up, if anything was ever asked."""
        if self._account:
            self._account.close()

    @cached_property
    def key_path(self) -> Path | None:
        """The key file that the campaign or the machine names; None for a keyless sign-in."""
        named = self._campaign.google.credentials or os.environ.get(_OF_THIS_MACHINE, "")
        return self._folder / named if named else None

    @property
    def address(self) -> str:
        """The account to share with, as far as the key tells."""
        try:
            key = self.key()
        except Trouble:
            return ""
        return key.address if key else self._account.address if self._account else ""

    def key(self) -> KeyFile | None:
        """Return the key, None for a keyless sign-in."""
        path = self.key_path
        return self._once("key", "", lambda: read_key_file(path)) if path else None

    def spreadsheet(self, spreadsheet: str) -> Spreadsheet:
        """Return all tabs of a spreadsheet: one read."""

        def read() -> Spreadsheet:
            answer = self._signed_in().spreadsheet(spreadsheet, sheets.FIELDS)
            return sheets.spreadsheet_of(answer, spreadsheet)

        return self._once("spreadsheet", spreadsheet, read)

    def form(self, form: str) -> GoogleForm:
        """Return a form's questions and whether it takes answers."""

        def read() -> GoogleForm:
            return forms.form_of(self._signed_in().form(form, forms.FIELDS), form)

        return self._once("form", form, read)

    def responses(self, form: str) -> tuple[Response, ...]:
        """Return all responses of a form: one question for each five thousand."""

        def pages(account: Account) -> Iterator[Json]:
            return _pages(lambda page: account.responses(form, page))

        return self._once("responses", form, lambda: forms.responses_of(pages(self._signed_in())))

    def files(self) -> dict[str, DriveFile]:
        """Return what Drive knows of every sheet within sight: one question for all."""

        def read() -> dict[str, DriveFile]:
            account = self._signed_in()
            return files_of(_pages(lambda page: account.files(QUERY, FILE_FIELDS, page)))

        return self._once("files", "", read)

    def _signed_in(self) -> Account:
        if self._barred:
            raise self._barred
        self._account = self._once("account", "", self._sign_in)
        return self._account

    def _sign_in(self) -> Account:
        kinds = {source.kind for source in self._campaign.sources}
        scopes = [scope for kind in sorted(kinds) for scope in _SCOPES_BY_KIND.get(kind, ())]
        if self._campaign.google.drive:
            scopes.append(_DRIVE_SCOPE)
        return sign_in(self.key(), [_SCOPE + scope for scope in scopes], self._patience)

    def _once(self, kind: str, name: str, read: Callable[[], _Known]) -> _Known:
        if (kind, name) not in self._known:
            try:
                self._known[kind, name] = read()
            except Trouble as trouble:
                self._known[kind, name] = trouble
                self._barred = trouble if trouble.code in OF_THE_ACCOUNT else self._barred
        known = self._known[kind, name]
        if isinstance(known, Trouble):
            raise known
        return known  # type: ignore[return-value]  # kept under its own kind


def _pages(turn: Callable[[str], Json]) -> Iterator[Json]:
    """Yield page after page; one met before would go on for ever."""
    page, turned = "", set()
    while page not in turned:
        turned.add(page)
        answer = turn(page)
        yield answer
        page = answer.get("nextPageToken", "")
        if not page:
            return
    raise Trouble("strange_answer")
