"""What can go wrong between us and Google, told apart by what answered (google.md).

A code stands for one cause with one remedy; `collector.google.words` says both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Code = Literal[
    # the key and the sign-in
    "no_sign_in", "key_missing", "key_locked", "key_open", "key_not_json", "key_of_an_app",
    "key_of_another_kind", "key_incomplete", "key_line_ends", "clock_wrong", "key_revoked",
    "account_gone", "sign_in_expired", "scope_refused", "sign_in_refused",
    # what Google says of a document
    "not_shared", "api_disabled", "scope_missing", "not_found", "in_bin", "not_a_sheet",
    "not_understood",
    # the moment
    "busy", "google_down", "no_network", "no_name", "silent", "cut_short", "tls", "proxy",
    "proxy_page", "strange_answer",
]  # fmt: skip

NO_ANSWER = frozenset({"no_network", "no_name", "silent", "tls", "proxy"})
"""Nobody at Google was heard: the next document will fare no better."""

OF_THE_ACCOUNT = frozenset(
    {"no_sign_in", "clock_wrong", "key_revoked", "account_gone", "sign_in_expired",
     "scope_refused", "sign_in_refused"}
)  # fmt: skip
"""Google does not let us in: it need not be asked for the next document."""

_PASSING_STATUS = frozenset({408, 429})
_SERVER_FAULT = 500
_UNDERSTOOD_WRONG = 400
_SIGN_IN_TO_NETWORK = 511
_STATUS: dict[int, Code] = {401: "sign_in_refused", 403: "not_shared", 404: "not_found"}
_REASONS: dict[str, Code] = {
    "SERVICE_DISABLED": "api_disabled",
    "accessNotConfigured": "api_disabled",
    "ACCESS_TOKEN_SCOPE_INSUFFICIENT": "scope_missing",
    "insufficientPermissions": "scope_missing",
    "RATE_LIMIT_EXCEEDED": "busy",
    "rateLimitExceeded": "busy",
    "userRateLimitExceeded": "busy",
    "quotaExceeded": "busy",
    "dailyLimitExceeded": "busy",
}
_PASSING = NO_ANSWER | {"busy", "google_down", "cut_short"}


class Trouble(Exception):  # noqa: N818 - the word is the field's own
    """One cause. ``link``: where to mend it, by Google's own word; ``wait``: seconds asked for."""

    def __init__(
        self, code: Code, *, link: str = "", project: str = "", wait: float | None = None
    ) -> None:
        super().__init__(code)
        self.code = code
        self.link = link
        self.project = project
        self.wait = wait

    @property
    def passing(self) -> bool:
        """Whether the same question may be answered a little later."""
        return self.code in _PASSING


def trouble_of_answer(status: int, body: object, wait: float | None = None) -> Trouble:
    """Return the cause of an answer that is no success; ``body`` is its JSON, None if it has none.

    The reason that Google gives decides before the status: a 403 may mean four things.
    """
    if status >= _SERVER_FAULT and status != _SIGN_IN_TO_NETWORK:
        return Trouble("google_down", wait=wait)
    if status in _PASSING_STATUS:
        return Trouble("busy", wait=wait)
    error = body.get("error") if isinstance(body, dict) else None
    if not isinstance(error, dict):
        return Trouble("proxy_page")
    for reason, said in _reasons_of(error):
        if reason in _REASONS:
            return Trouble(_REASONS[reason], **_where_to_mend(said), wait=wait)
    if status == _UNDERSTOOD_WRONG and "not supported for this document" in _message(error):
        return Trouble("not_a_sheet")
    return Trouble(_STATUS.get(status, "not_understood"))


def trouble_of_sign_in(answer: object, *, clock_off: bool = False) -> Trouble:
    """Return why the token endpoint would not let us in; ``answer`` is its JSON."""
    said = answer if isinstance(answer, dict) else {}
    error, description = str(said.get("error", "")), str(said.get("error_description", ""))
    if error == "invalid_grant" and (clock_off or "timeframe" in description):
        return Trouble("clock_wrong")
    for sign, code in _SIGN_IN:
        if sign in error or sign in description:
            return Trouble(code)
    return Trouble("sign_in_refused")


_SIGN_IN: tuple[tuple[str, Code], ...] = (
    ("account not found", "account_gone"),
    ("expired or revoked", "sign_in_expired"),
    ("rapt", "sign_in_expired"),
    ("Invalid JWT Signature", "key_revoked"),
    ("invalid_scope", "scope_refused"),
    ("unauthorized_client", "scope_refused"),
    ("access_denied", "scope_refused"),
    ("admin_policy", "scope_refused"),
    ("_client", "account_gone"),
    ("invalid_grant", "key_revoked"),
)


def _reasons_of(error: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """Return each reason with what was said beside it: new style (details), then old (errors)."""
    listed = [*_list(error.get("details")), *_list(error.get("errors"))]
    return [(str(said.get("reason", "")), said) for said in listed]


def _list(part: object) -> list[Mapping[str, Any]]:
    return [said for said in part if isinstance(said, dict)] if isinstance(part, list) else []


def _where_to_mend(said: Mapping[str, Any]) -> dict[str, str]:
    metadata = said.get("metadata")
    known = metadata if isinstance(metadata, dict) else {}
    link = known.get("activationUrl") or said.get("extendedHelp") or ""
    return {"link": str(link), "project": str(known.get("consumer", "")).removeprefix("projects/")}


def _message(error: Mapping[str, Any]) -> str:
    return str(error.get("message", ""))
