"""The file we sign in with: looked at before Google is asked, so that its faults have names.

Nothing of its content but the account's address and project ever leaves this module in words.
"""

from __future__ import annotations

import json
import os
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from collector.google.trouble import Trouble

if TYPE_CHECKING:
    from pathlib import Path

SERVICE_ACCOUNT, SIGNED_IN_USER = "service_account", "authorized_user"
KEYLESS = frozenset(
    {"external_account", "external_account_authorized_user", "impersonated_service_account"}
)
"""Files that hold no key of their own, but say how another sign-in is exchanged for Google's."""
_OF_AN_APP = frozenset({"installed", "web"})
_NEEDED = {
    SERVICE_ACCOUNT: ("client_email", "private_key", "token_uri"),
    SIGNED_IN_USER: ("client_id", "client_secret", "refresh_token"),
}


@dataclass(frozen=True)
class KeyFile:
    """A key that was read; ``address`` is the account to share with, "" for a person's own."""

    kind: str
    address: str
    project: str
    info: dict[str, Any] = field(repr=False)


def read_key_file(path: Path) -> KeyFile:
    """Return the key at ``path``; raise `Trouble` for whatever is wrong with it.

    A byte-order mark, which Windows editors add, does no harm.
    """
    info = _json_of(_text_of(path))
    kind = str(info.get("type") or (SIGNED_IN_USER if "refresh_token" in info else ""))
    if _OF_AN_APP & info.keys():
        raise Trouble("key_of_an_app")
    if kind not in _NEEDED and kind not in KEYLESS:
        raise Trouble("key_of_another_kind")
    needed = _NEEDED.get(kind, ())
    if not all(isinstance(info.get(name), str) and info[name].strip() for name in needed):
        raise Trouble("key_incomplete")
    if "\\n" in info.get("private_key", ""):
        raise Trouble("key_line_ends")
    address, project = str(info.get("client_email", "")), str(info.get("project_id", ""))
    return KeyFile(kind, address, project, info)


def _text_of(path: Path) -> str:
    try:
        _refuse_open_to_others(path)
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise Trouble("key_missing") from None
    except UnicodeDecodeError:
        raise Trouble("key_not_json") from None
    except OSError:
        raise Trouble("key_locked") from None


def _refuse_open_to_others(path: Path) -> None:
    """Windows keeps permissions elsewhere; there the folder's own protection must do."""
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise Trouble("key_open")


def _json_of(text: str) -> dict[str, Any]:
    try:
        info = json.loads(text)
    except ValueError:
        raise Trouble("key_not_json") from None
    if not isinstance(info, dict):
        raise Trouble("key_of_another_kind")
    return info
