"""The seam: the only module that knows gspread, google-auth and requests.

Everything below speaks real HTTPS with the environment's proxy and certificates; everything above
sees plain values and `Trouble`. No answer, name or key ever stands in what is raised or logged.
"""

from __future__ import annotations

import json
import time
import warnings
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, TypeVar

import google.auth
import gspread
import requests
from google.auth.exceptions import DefaultCredentialsError, RefreshError, TransportError
from google.auth.transport.requests import AuthorizedSession, Request
from google.oauth2 import credentials as users
from google.oauth2 import service_account
from urllib3.exceptions import InvalidHeader
from urllib3.util.retry import Retry

from collector.google.key_file import KEYLESS, SERVICE_ACCOUNT
from collector.google.network import trouble_of_network
from collector.google.trouble import Trouble, trouble_of_answer, trouble_of_sign_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from google.auth.credentials import Credentials

    from collector.google.key_file import KeyFile
    from collector.google.patience import Patience, Timeout

_FORMS = "https://forms.googleapis.com/v1/forms"
_DRIVE = "https://www.googleapis.com/drive/v3/files"
_MOST_CLOCK_ERROR = 300  # seconds; Google itself allows about five minutes
_NOT_NEEDED: Any = None
"""What gspread takes for credentials beside a session that has them already."""
Json = dict[str, Any]
_Answer = TypeVar("_Answer")


class Account:
    """An account signed in with Google; ``address`` is "" where Google alone knows it."""

    def __init__(self, credentials: Credentials, patience: Patience) -> None:
        self.address = str(getattr(credentials, "service_account_email", "") or "")
        self._patience = patience
        sign_in = requests.Session()
        sign_in.hooks["response"].append(_refuse_pages)
        self._session = AuthorizedSession(
            credentials, max_refresh_attempts=1, auth_request=_OneTry(sign_in)
        )
        self._session.hooks["response"].append(_refuse_pages)
        self._sign_in = sign_in
        self._sheets = gspread.HTTPClient(_NOT_NEEDED, session=self._session)

    def close(self) -> None:
        """Hang up."""
        self._session.close()
        self._sign_in.close()

    def spreadsheet(self, spreadsheet: str, fields: str) -> Json:
        """Return what ``spreadsheets.get`` says under a field mask: one read for all tabs."""

        def question(timeout: Timeout) -> Json:
            self._sheets.set_timeout(timeout)
            answer: Json = self._sheets.spreadsheets_get(
                spreadsheet, params={"fields": fields, "prettyPrint": "false"}
            )
            return answer

        return self._ask(question, paced=True)

    def form(self, form: str, fields: str) -> Json:
        """Return what ``forms.get`` says under a field mask."""
        return self._get(f"{_FORMS}/{form}", {"fields": fields})

    def responses(self, form: str, page: str) -> Json:
        """Return one page of ``forms.responses.list``."""
        asked = {"pageSize": "5000"} | ({"pageToken": page} if page else {})
        return self._get(f"{_FORMS}/{form}/responses", asked)

    def files(self, query: str, fields: str, page: str) -> Json:
        """Return one page of Drive's ``files.list``, shared drives included."""
        asked = {"q": query, "fields": fields, "pageSize": "1000",
                 "supportsAllDrives": "true", "includeItemsFromAllDrives": "true"}  # fmt: skip
        return self._get(_DRIVE, asked | ({"pageToken": page} if page else {}))

    def _get(self, url: str, asked: Mapping[str, str]) -> Json:
        def question(timeout: Timeout) -> Json:
            response = self._session.get(
                url, params={**asked, "prettyPrint": "false"}, timeout=timeout
            )
            if not response.ok:
                raise _trouble_of_response(response)
            answer: Json = response.json()
            return answer

        return self._ask(question)

    def _ask(self, question: Callable[[Timeout], _Answer], *, paced: bool = False) -> _Answer:
        return self._patience.ask(lambda timeout: _translated(question, timeout), paced=paced)


def sign_in(key: KeyFile | None, scopes: Sequence[str], patience: Patience) -> Account:
    """Return the account of a key, else that of this machine's own sign-in; nothing is asked yet.

    Raises `Trouble` where there is neither, or where the key's content is damaged.
    """
    return Account(_credentials(key, scopes), patience)


def _credentials(key: KeyFile | None, scopes: Sequence[str]) -> Credentials:
    try:
        if key is None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # its advice is for programmers
                found: Credentials = google.auth.default(scopes=scopes)[0]
            return found
        if key.kind in KEYLESS:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                held: Credentials = google.auth.load_credentials_from_dict(key.info, scopes)[0]
            return held
        if key.kind == SERVICE_ACCOUNT:
            return service_account.Credentials.from_service_account_info(key.info, scopes=scopes)
        return users.Credentials.from_authorized_user_info(key.info, scopes=scopes)
    except DefaultCredentialsError:
        raise Trouble("no_sign_in") from None
    except ValueError:  # without its cause, which may quote the key
        raise Trouble("key_incomplete") from None


class _OneTry(Request):
    """Asks for a token once: google-auth would try three times by a clock of its own."""

    def __call__(self, *args: Any, **options: Any) -> Any:
        response = super().__call__(*args, **options)
        failed = response.status >= HTTPStatus.BAD_REQUEST
        passing = trouble_of_answer(response.status, None, _wait(response.headers))
        if failed and passing.passing:
            raise passing
        answer = _json_or_none(response.data)
        if answer is None:
            raise Trouble("cut_short")
        if failed:
            raise trouble_of_sign_in(answer, clock_off=_clock_is_off(response.headers))
        return response


def _translated(question: Callable[[Timeout], _Answer], timeout: Timeout) -> _Answer:
    """Return the answer, or raise what stood in its way as `Trouble`."""
    try:
        return question(timeout)
    except gspread.exceptions.APIError as fault:
        raise _trouble_of_response(fault.response) from None
    except RefreshError as fault:
        raise trouble_of_sign_in(fault.args[1] if len(fault.args) > 1 else None) from None
    except TransportError as fault:
        raise trouble_of_network(fault.__cause__ or fault) from None
    except OSError as fault:  # whatever requests raises is one
        raise trouble_of_network(fault) from None


def _trouble_of_response(response: requests.Response) -> Trouble:
    return trouble_of_answer(
        response.status_code, _json_or_none(response.content), _wait(response.headers)
    )


def _refuse_pages(response: requests.Response, **_: Any) -> None:
    """Raise `Trouble` for what is not Google's: a redirect, or a page where JSON was asked for."""
    kind = response.headers.get("Content-Type", "")
    passing = trouble_of_answer(response.status_code, None).passing
    if response.is_redirect or ("json" not in kind and not passing):
        response.close()
        raise Trouble("proxy_page")


def _json_or_none(content: bytes) -> object:
    try:
        return json.loads(content)
    except ValueError:
        return None


def _wait(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that a Retry-After asks for, in either of its two forms."""
    try:
        return Retry().parse_retry_after(headers["Retry-After"])
    except (KeyError, InvalidHeader):
        return None


def _clock_is_off(headers: Mapping[str, str]) -> bool:
    """Tell whether this machine's clock and Google's differ by more than Google allows."""
    try:
        theirs = parsedate_to_datetime(headers.get("Date", "")).timestamp()
    except ValueError:
        return False
    return abs(time.time() - theirs) > _MOST_CLOCK_ERROR
