"""The token endpoint: lets in whoever shows a known key, and says why not as Google does."""

from __future__ import annotations

import base64
import json
import secrets
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding

from loopback.answers import RefusalError

if TYPE_CHECKING:
    from loopback.google import Google
    from loopback.world import Account

TOKEN_URI = "https://oauth2.googleapis.com/token"
_JWT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_GRANTED_ONCE = "https://www.googleapis.com/auth/spreadsheets.readonly"
_TIMEFRAME = (
    "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. "
    "Check your iat and exp values in the JWT claim."
)


class SignInRefusedError(RefusalError):
    """A refusal in the words of OAuth, which are not those of Google's other interfaces."""

    def __init__(self, error: str, description: str, code: int = 400) -> None:
        super().__init__(code, "", description)
        self.body = {"error": error, "error_description": description}


def token(google: Google, form: dict[str, list[str]]) -> dict[str, Any]:
    """Return a token for an assertion or a refresh token; raise `SignInRefusedError`."""
    if form["grant_type"] == [_JWT]:
        account, scopes = _by_assertion(google, form["assertion"][0])
    else:
        account, scopes = _by_refresh_token(google, form)
    beyond = scopes - account.may_ask_for if account.may_ask_for is not None else set()
    if beyond:
        raise SignInRefusedError("invalid_scope", "Invalid OAuth scope or ID token audience.")
    value = f"ya29.{secrets.token_urlsafe(16)}"
    google.tokens[value] = (account.email, scopes)
    return {"access_token": value, "expires_in": 3599, "token_type": "Bearer"}


def _by_assertion(google: Google, assertion: str) -> tuple[Account, set[str]]:
    signed, _, signature = assertion.rpartition(".")
    claims = json.loads(_decoded(signed.split(".")[1]))
    account = google.accounts.get(claims["iss"])
    if account is None or not account.exists:
        raise SignInRefusedError("invalid_grant", "Invalid grant: account not found")
    if not any(_fits(key, signed, signature) for key in account.public_keys):
        raise SignInRefusedError("invalid_grant", "Invalid JWT Signature.")
    now = google.wall_clock()
    if not claims["iat"] - 300 <= now <= claims["exp"] or claims["exp"] - claims["iat"] > 3600:
        raise SignInRefusedError("invalid_grant", _TIMEFRAME)
    assert claims["aud"] == TOKEN_URI
    return account, set(claims["scope"].split())


def _by_refresh_token(google: Google, form: dict[str, list[str]]) -> tuple[Account, set[str]]:
    for account in google.accounts.values():
        if form["refresh_token"][0] in account.refresh_tokens:
            wanted = form.get("scope", [_GRANTED_ONCE])[0]
            return account, set(wanted.split())
    raise SignInRefusedError("invalid_grant", "Token has been expired or revoked.")


def _fits(key: Any, signed: str, signature: str) -> bool:
    try:
        key.verify(_decoded(signature), signed.encode(), padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        return False
    return True


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
