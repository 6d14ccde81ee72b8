"""Google itself: what it holds, what it was asked, and what is to go wrong."""

from __future__ import annotations

import json
import tempfile
import threading
import time
from collections import Counter, deque
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qs, urlsplit

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from loopback.answers import ANSWERS, RefusalError
from loopback.certificates import make_certificates
from loopback.discovery import NotUnderstoodError, method_of
from loopback.fields import masked, read_mask
from loopback.server import Server, as_json
from loopback.sign_in import TOKEN_URI, token
from loopback.world import Account, Book, Form, new_id

if TYPE_CHECKING:
    from collections.abc import Callable

_READS = ("sheets.", "forms.", "drive.")
_SERVICES = {
    "sheets": "Google Sheets API",
    "forms": "Google Forms API",
    "drive": "Google Drive API",
}
_REASON = "type.googleapis.com/google.rpc.ErrorInfo"
_MINUTE = 60
Said = tuple[int, bytes, dict[str, str]]


@dataclass(frozen=True)
class Asked:
    """One request as it arrived; ``method`` is "" for a sign-in."""

    method: str
    path: str
    at: float


class Google:
    """A loopback Google; use it as a context manager.

    ``complaints`` are requests that the real one would not understand, and answers of our own
    that it could not give: a test fails when there is one.
    """

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.books: dict[str, Book] = {}
        self.forms: dict[str, Form] = {}
        self.accounts: dict[str, Account] = {}
        self.tokens: dict[str, tuple[str, set[str]]] = {}
        self.asked: list[Asked] = []
        self.complaints: list[str] = []
        self.enabled = {"sheets", "forms", "drive"}
        self.responses_a_page = 5000
        self.reads_a_minute = 60
        self.refuses_to_connect = 0
        self.clock_ahead = 0.0
        self._clock = clock
        self._faults: list[tuple[str, deque[Any], bool]] = []
        self._quota: dict[str, deque[float]] = {}
        self._lock = threading.Lock()
        self._folder = tempfile.TemporaryDirectory(prefix="loopback-")
        self.trusted, self._context = make_certificates(Path(self._folder.name))
        self._server = Server(self, self._context)

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._folder.cleanup()

    @property
    def environment(self) -> dict[str, str]:
        """What a program's environment must say for it to meet us instead of Google."""
        proxy = f"http://127.0.0.1:{self._server.server_address[1]}"
        return {"HTTPS_PROXY": proxy, "https_proxy": proxy, "NO_PROXY": "", "no_proxy": "",
                "REQUESTS_CA_BUNDLE": str(self.trusted)}  # fmt: skip

    def wall_clock(self) -> float:
        """Return the time of day at Google's."""
        return time.time() + self.clock_ahead

    def service_account(self, name: str = "rapsap") -> dict[str, str]:
        """Make an account; return the key file that Google hands out for it."""
        email = f"{name}@loopback-project.iam.gserviceaccount.com"
        account = self.accounts.setdefault(email, Account(email))
        private = _rsa_key(len(account.public_keys))
        account.public_keys.append(private.public_key())
        return {
            "type": "service_account",
            "project_id": "loopback-project",
            "private_key_id": new_id("Key"),
            "private_key": private.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            ).decode(),
            "client_email": email,
            "client_id": "100000000000000000001",
            "token_uri": TOKEN_URI,
            "universe_domain": "googleapis.com",
        }

    def person(self, email: str) -> dict[str, str]:
        """Make a person who has signed in once; return the file that the sign-in writes."""
        account = self.accounts.setdefault(email, Account(email))
        refresh_token = f"1//{new_id('Refresh')}"
        account.refresh_tokens.add(refresh_token)
        return {
            "type": "authorized_user",
            "client_id": "1.apps.googleusercontent.com",
            "client_secret": "not-a-secret",
            "refresh_token": refresh_token,
        }

    def put(self, *documents: Book | Form, shared_with: str = "") -> None:
        """Take in documents, and share them with an account."""
        for document in documents:
            shelf: dict[str, Any] = self.books if isinstance(document, Book) else self.forms
            shelf[document.id] = document
            if shared_with:
                document.shared_with.add(shared_with)

    def fail(self, where: str, *faults: Any, for_ever: bool = False) -> None:
        """Let requests whose host and path contain ``where`` meet these faults, one each."""
        self._faults.append((where, deque(faults), for_ever))

    def recover(self) -> None:
        """Let nothing more go wrong."""
        self._faults.clear()
        self.refuses_to_connect = 0

    def meets(self, host: str, path: str) -> Any:
        """Note a request; return what is to happen instead of its answer, if anything is."""
        with self._lock:
            self._note(host, path)
            for where, faults, for_ever in self._faults:
                if where in host + path and faults:
                    return faults[0] if for_ever else faults.popleft()
        return None

    def reads(self) -> Counter[str]:
        """Return how often each method was asked, sign-ins left out."""
        return Counter(asked.method for asked in self.asked if asked.method)

    def _note(self, host: str, path: str) -> None:
        try:
            method = method_of(host, "GET", urlsplit(path).path)[0].id
        except NotUnderstoodError:
            method = ""
        self.asked.append(Asked(method, path, self._clock()))

    def answer(self, host: str, verb: str, path: str, headers: Any, body: bytes) -> Said:
        """Return status, body and headers of the true answer."""
        try:
            said = self._answer(host, verb, path, headers, body)
        except RefusalError as refusal:
            return (refusal.code, *as_json(refusal.body))
        except NotUnderstoodError as fault:
            self.complaints.append(str(fault))
            return (400, *as_json(RefusalError(400, "INVALID_ARGUMENT", str(fault)).body))
        except Exception as defect:  # noqa: BLE001 - of the stand-in: the test must see it
            self.complaints.append(f"{type(defect).__name__}: {defect}")
            return (500, *as_json(RefusalError(500, "INTERNAL", "defect").body))
        return (200, *as_json(said))

    def _answer(self, host: str, verb: str, path: str, headers: Any, body: bytes) -> Any:
        url = urlsplit(path)
        if host == "oauth2.googleapis.com":
            return token(self, parse_qs(body.decode(), strict_parsing=True))
        method, named = method_of(host, verb, url.path)
        query = parse_qs(url.query, keep_blank_values=True, strict_parsing=bool(url.query))
        who, scopes = self._caller(headers)
        method.refuse_unknown(query)
        mask = read_mask(query["fields"][0]) if "fields" in query else {}
        method.refuse_strange_fields(mask)
        self._refuse_disabled(method.id)
        self._refuse_scopes(method, scopes)
        self._refuse_haste(method.id, who)
        whole = ANSWERS[method.id](self, who, named, query)
        method.refuse_misshapen(whole)
        return masked(json.loads(json.dumps(whole)), mask)

    def _caller(self, headers: Any) -> tuple[str, set[str]]:
        value = headers.get("Authorization", "").removeprefix("Bearer ")
        if value not in self.tokens:
            raise RefusalError(401, "UNAUTHENTICATED",
                               "Request had invalid authentication credentials.")  # fmt: skip
        return self.tokens[value]

    def _refuse_disabled(self, method: str) -> None:
        service = method.partition(".")[0]
        if service in self.enabled:
            return
        link = f"https://console.developers.google.com/apis/api/{service}.googleapis.com/overview"
        message = (
            f"{_SERVICES[service]} has not been used in project 12345 before or it is disabled."
        )
        if service == "drive":
            raise RefusalError(403, "PERMISSION_DENIED", message, errors=[
                {"message": message, "domain": "usageLimits", "reason": "accessNotConfigured",
                 "extendedHelp": "https://console.developers.google.com"}])  # fmt: skip
        metadata = {"consumer": "projects/12345", "service": f"{service}.googleapis.com",
                    "activationUrl": f"{link}?project=12345"}  # fmt: skip
        raise RefusalError(403, "PERMISSION_DENIED", message, details=[
            {"@type": _REASON, "reason": "SERVICE_DISABLED", "domain": "googleapis.com",
             "metadata": metadata}])  # fmt: skip

    def _refuse_scopes(self, method: Any, scopes: set[str]) -> None:
        if not method.scopes & scopes:
            raise RefusalError(
                403, "PERMISSION_DENIED", "Request had insufficient authentication scopes.",
                details=[{"@type": _REASON, "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
                          "domain": "googleapis.com", "metadata": {"method": method.id}}],
            )  # fmt: skip

    def _refuse_haste(self, method: str, who: str) -> None:
        """Allow so many reads of sheets in any minute, as Google does for one user."""
        if not method.startswith("sheets."):
            return
        now, recent = self._clock(), self._quota.setdefault(who, deque())
        while recent and recent[0] <= now - _MINUTE:
            recent.popleft()
        if len(recent) >= self.reads_a_minute:
            raise RefusalError(429, "RESOURCE_EXHAUSTED", "Quota exceeded for quota metric "
                               "'Read requests' and limit 'Read requests per minute per user'",
                               details=[{"@type": _REASON, "reason": "RATE_LIMIT_EXCEEDED",
                                         "domain": "googleapis.com", "metadata": {}}])  # fmt: skip
        recent.append(now)


@cache
def _rsa_key(_number: int) -> rsa.RSAPrivateKey:
    """Return a key, as short as still passes: reading a longer one takes longer than a test."""
    return rsa.generate_private_key(public_exponent=65537, key_size=1024)
